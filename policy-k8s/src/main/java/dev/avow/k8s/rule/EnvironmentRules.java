package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Message;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules about the environment variables of containers. */
public final class EnvironmentRules {

  /** No container sets the same variable twice. */
  public static final Rule<Container> ENVIRONMENT_VARIABLES_ARE_UNIQUE =
      Rule.named("environment-variables-are-unique")
          .severity(LOW)
          .because(
              "Of two values only the last counts, and tools that merge manifests by name drop one"
                  + " of them unseen, so that what runs is not what was read.")
          .advise("Remove all but the value that is meant.")
          .see(
              "https://kubernetes.io/docs/tasks/inject-data-application/"
                  + "define-environment-variable-container/")
          .alias("duplicate-env-var")
          .alias("environment-variable-key-duplication")
          .alias("C-0295")
          .from(PRODUCTION)
          .forEach(Targets.CONTAINER)
          .finds(EnvironmentRules::repeated);

  private EnvironmentRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(ENVIRONMENT_VARIABLES_ARE_UNIQUE);
  }

  private static void repeated(Container container, Reporter report) {
    Map<String, Field> first = new HashMap<>();
    List<Field> open = new ArrayList<>();
    for (Field variable : SecretSearch.items(container.place().field("env"), report)) {
      Field name = variable.field("name");
      String written = name.text().orElse("");
      if (name.isUnresolved()) {
        open.add(name);
      }
      Field earlier = written.isEmpty() ? null : first.putIfAbsent(written, name);
      if (earlier != null) {
        report.fail(name, repeats(written, earlier));
      }
    }
    open.forEach(name -> mayRepeat(name, first, report));
  }

  private static Message repeats(String variable, Field earlier) {
    String template = "sets {variable} a second time, after {earlier}";
    return Message.of(
        template,
        mark -> mark.equals("variable") ? variable : earlier.parent().orElse(earlier).label());
  }

  private static void mayRepeat(Field open, Map<String, Field> names, Reporter report) {
    String written = open.text().orElse("");
    boolean mayBeAnother =
        names.keySet().stream()
            .anyMatch(name -> !name.equals(written) && PodSecurity.mayBe(written, name));
    if (mayBeAnother) {
      report.missing("the value of " + open.path(), open);
    }
  }
}
