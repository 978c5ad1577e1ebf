package dev.avow.k8s.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Check.Answer;
import dev.avow.policy.document.DocumentReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule allows is what Kubernetes' own check allows. */
class PolicyRuleTest {

  private static PolicyRule rule(String text) {
    return PolicyRule.of(DocumentReader.kubernetes().readOne("rule.yaml", text).field());
  }

  private static Request request(String verb, String target, String name) {
    String object = name == null ? "" : name;
    return target.startsWith("/")
        ? Request.toUrl(verb, target)
        : Request.to(verb, target).named(object);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # rule                                                                          | verb   | what                  | name | allows
          {apiGroups: [''], resources: [pods], verbs: [get]}                              | get    | pods                  |      | HOLDS
          {apiGroups: [''], resources: [pods], verbs: [get]}                              | list   | pods                  |      | FAILS
          {apiGroups: [''], resources: [pods], verbs: [get]}                              | get    | services              |      | FAILS
          {apiGroups: [''], resources: [deployments], verbs: [get]}                       | get    | deployments.apps      |      | FAILS
          {apiGroups: [apps], resources: [pods], verbs: [get]}                            | get    | pods                  |      | FAILS
          {apiGroups: ['*'], resources: [deployments], verbs: [get]}                      | get    | deployments.apps      |      | HOLDS
          {apiGroups: ['', apps], resources: [deployments, pods], verbs: [get, list]}     | list   | deployments.apps      |      | HOLDS
          {apiGroups: [''], resources: ['*'], verbs: [get]}                               | get    | pods                  |      | HOLDS
          {apiGroups: [''], resources: ['*'], verbs: [get]}                               | get    | pods/exec             |      | HOLDS
          {apiGroups: [''], resources: ['*'], verbs: [get]}                               | get    | deployments.apps      |      | FAILS
          {apiGroups: [''], resources: [pods], verbs: ['*']}                              | patch  | pods                  |      | HOLDS
          # a resource does not mean its subresources, nor the other way round
          {apiGroups: [''], resources: [pods], verbs: [get]}                              | get    | pods/log              |      | FAILS
          {apiGroups: [''], resources: [pods/log], verbs: [get]}                          | get    | pods                  |      | FAILS
          {apiGroups: [''], resources: [pods/log], verbs: [get]}                          | get    | pods/log              |      | HOLDS
          {apiGroups: [''], resources: ['pods/*'], verbs: [get]}                          | get    | pods/log              |      | FAILS
          {apiGroups: ['*'], resources: ['*/scale'], verbs: [patch]}                      | patch  | deployments.apps/scale|      | HOLDS
          {apiGroups: ['*'], resources: ['*/scale'], verbs: [patch]}                      | patch  | deployments.apps      |      | FAILS
          {apiGroups: ['*'], resources: ['*/scale'], verbs: [patch]}                      | patch  | deployments.apps/status|     | FAILS
          {apiGroups: ['*'], resources: ['*/*'], verbs: [patch]}                          | patch  | deployments.apps/scale|      | FAILS
          # names
          {apiGroups: [''], resources: [secrets], verbs: [get], resourceNames: []}        | get    | secrets               | db   | HOLDS
          {apiGroups: [''], resources: [secrets], verbs: [get], resourceNames: null}      | get    | secrets               |      | HOLDS
          {apiGroups: [''], resources: [secrets], verbs: [get], resourceNames: [db]}      | get    | secrets               | db   | HOLDS
          {apiGroups: [''], resources: [secrets], verbs: [get], resourceNames: [db]}      | get    | secrets               | web  | FAILS
          {apiGroups: [''], resources: [secrets], verbs: [list], resourceNames: [db]}     | list   | secrets               |      | FAILS
          {apiGroups: [''], resources: [secrets], verbs: [list], resourceNames: [db]}     | list   | secrets               | db   | HOLDS
          {apiGroups: [''], resources: [secrets], verbs: ['*'], resourceNames: ['*']}     | get    | secrets               | db   | FAILS
          # what is created has no name yet, nor has a collection
          {apiGroups: [''], resources: [secrets], verbs: [create], resourceNames: [db]}   | create | secrets               | db   | FAILS
          {apiGroups: [''], resources: [secrets], verbs: ['*'], resourceNames: [db]}      | deletecollection | secrets     | db   | FAILS
          {apiGroups: [''], resources: [pods/exec], verbs: [create], resourceNames: [db]} | create | pods/exec             | db   | HOLDS
          # URLs
          {nonResourceURLs: [/healthz], verbs: [get]}                                     | get    | /healthz              |      | HOLDS
          {nonResourceURLs: [/healthz], verbs: [get]}                                     | get    | /healthz/ping         |      | FAILS
          {nonResourceURLs: ['/healthz/*'], verbs: [get]}                                 | get    | /healthz/ping         |      | HOLDS
          {nonResourceURLs: ['/healthz/*'], verbs: [get]}                                 | get    | /healthz              |      | FAILS
          {nonResourceURLs: ['/healthz*'], verbs: [get]}                                  | get    | /healthz              |      | HOLDS
          {nonResourceURLs: ['/*/ping'], verbs: [get]}                                    | get    | /healthz/ping         |      | FAILS
          {nonResourceURLs: ['*'], verbs: [get]}                                          | get    | /metrics              |      | HOLDS
          {nonResourceURLs: ['*'], verbs: ['*']}                                          | get    | pods                  |      | FAILS
          {apiGroups: ['*'], resources: ['*'], verbs: ['*']}                              | get    | /metrics              |      | FAILS
          # all at once is allowed by the same wildcard only
          {apiGroups: ['*'], resources: ['*'], verbs: ['*']}                              | *      | *.*                   |      | HOLDS
          {apiGroups: ['*'], resources: ['*'], verbs: [get, list]}                        | *      | *.*                   |      | FAILS
          {apiGroups: [apps], resources: ['*'], verbs: ['*']}                             | get    | *.*                   |      | FAILS
          # case matters, and nothing allows nothing
          {apiGroups: [''], resources: [Pods], verbs: [get]}                              | get    | pods                  |      | FAILS
          {apiGroups: [''], resources: [pods], verbs: [GET]}                              | get    | pods                  |      | FAILS
          {apiGroups: [], resources: [pods], verbs: [get]}                                | get    | pods                  |      | FAILS
          {resources: [pods], verbs: [get]}                                               | get    | pods                  |      | FAILS
          {apiGroups: [''], resources: [pods]}                                            | get    | pods                  |      | FAILS
          {apiGroups: [''], resources: [pods], verbs: null}                               | get    | pods                  |      | FAILS
          # expressions
          {apiGroups: [''], resources: [pods], verbs: ['${verb}']}                        | get    | pods                  |      | UNKNOWN
          {apiGroups: [''], resources: [pods], verbs: [get, '${verb}']}                   | get    | pods                  |      | HOLDS
          {apiGroups: [''], resources: '${all}', verbs: [get]}                            | get    | pods                  |      | UNKNOWN
          {apiGroups: [''], resources: '${all}', verbs: [get]}                            | list   | pods                  |      | FAILS
          {apiGroups: [''], resources: [secrets], verbs: [get], resourceNames: ['${n}']}  | get    | secrets               | db   | UNKNOWN
          {apiGroups: [''], resources: [secrets], verbs: [get], resourceNames: ['${n}', db]} | get | secrets               | db   | HOLDS
          {apiGroups: [''], resources: pods, verbs: [get]}                                | get    | pods                  |      | UNKNOWN
          {apiGroups: [''], resources: [pods, 7], verbs: [get]}                           | get    | services              |      | UNKNOWN
          """)
  void allowsWhatKubernetesAllows(
      String rule, String verb, String what, String name, Answer allows) {
    assertThat(rule(rule).allows(request(verb, what, name)).answer()).isEqualTo(allows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiGroups: [''], resources: [secrets], verbs: [get], resourceNames: [db]}    | get    | secrets | HOLDS
          {apiGroups: [''], resources: [secrets], verbs: [create], resourceNames: [db]} | create | secrets | FAILS
          {apiGroups: [''], resources: [secrets], verbs: [create]}                      | create | secrets | HOLDS
          """)
  void allowsItForSomeObjects(String rule, String verb, String what, Answer allows) {
    assertThat(rule(rule).allowsSome(Request.to(verb, what)).answer()).isEqualTo(allows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiGroups: [''], resources: [pods]}                               | HOLDS
          {apiGroups: [''], resources: [nodes, namespaces, nodes/proxy]}     | FAILS
          {apiGroups: [''], resources: [nodes, secrets]}                     | HOLDS
          {apiGroups: [storage.k8s.io], resources: [storageclasses]}         | FAILS
          {apiGroups: [storage.k8s.io], resources: [csistoragecapacities]}   | HOLDS
          {apiGroups: [admissionregistration.k8s.io], resources: [anything]} | FAILS
          {apiGroups: [storage.k8s.io], resources: ['*']}                    | HOLDS
          {apiGroups: [example.com], resources: [widgets]}                   | UNKNOWN
          {apiGroups: ['', example.com], resources: [nodes, widgets]}        | HOLDS
          {nonResourceURLs: [/metrics]}                                      | FAILS
          """)
  void tellsWhetherItIsOfUseInANamespace(String rule, Answer concerns) {
    assertThat(rule(rule).concernsNamespaces().answer()).isEqualTo(concerns);
  }

  @Test
  void saysWhatIsMissing() {
    PolicyRule rule = rule("{apiGroups: [''], resources: [pods], verbs: [get, '${verb}']}");

    assertThat(rule.allows(Request.to("list", "pods")).missing())
        .isEqualTo("the value of verbs[1]");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void moreInAListNeverAllowsLess(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      List<String> verbs = some(random, List.of("get", "list", "create", "*"));
      List<String> resources = some(random, List.of("pods", "pods/exec", "secrets", "*", "*/exec"));
      Request request =
          Request.to(
              any(random, List.of("get", "list", "create", "delete")),
              any(random, List.of("pods", "pods/exec", "secrets", "services/exec")));
      boolean before = rule(verbs, resources).allows(request).holds();
      List<String> more = new ArrayList<>(resources);
      more.add(any(random, List.of("pods", "services", "*")));
      Collections.shuffle(more, random);

      assertThat(!before || rule(verbs, more).allows(request).holds()).isTrue();
    }
  }

  private static PolicyRule rule(List<String> verbs, List<String> resources) {
    return rule(
        "{apiGroups: [''], verbs: %s, resources: %s}".formatted(quoted(verbs), quoted(resources)));
  }

  private static List<String> quoted(List<String> texts) {
    return texts.stream().map(text -> "\"" + text + "\"").toList();
  }

  private static List<String> some(Random random, List<String> choices) {
    return choices.stream().filter(each -> random.nextBoolean()).toList();
  }

  private static String any(Random random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
