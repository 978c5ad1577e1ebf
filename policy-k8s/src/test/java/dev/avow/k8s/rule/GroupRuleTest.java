package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.rule.Activation;
import dev.avow.policy.rule.Bindings;
import dev.avow.policy.rule.Judgement;
import dev.avow.policy.rule.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupRuleTest {

  private static final Facts<String> NAMES =
      Facts.named("names", String.class, resource -> List.of(resource.id().name()));

  private static final Facts<Integer> SIZES =
      Facts.named("sizes", Integer.class, resource -> List.of(resource.id().name().length()));

  private static final GroupKey EVERYTHING = new GroupKey.Everything();

  private static Observed<String> name(String value, int line) {
    Subject subject = Subject.of("ConfigMap").with("name", value);
    return new Observed<>("names", subject, Location.at("a.yaml", line, 1), value);
  }

  private static Resource resource(String yaml) {
    try (Stream<?> manifests = Manifests.of("a.yaml", yaml).stream()) {
      return (Resource) manifests.findFirst().orElseThrow();
    }
  }

  private static Map<Subject, Judgement> judge(GroupRule rule, Observed<?>... facts) {
    return rule.judge(Group.of(EVERYTHING, List.of(facts)), settings(rule));
  }

  private static Settings settings(GroupRule rule) {
    HardeningProfile on = HardeningProfile.builder().with(rule.description().id().value()).build();
    return Bindings.of(List.of(rule), on).settings(rule.description().id());
  }

  @Nested
  class ADeclaration {

    private final Parameter<Long> most = Parameter.number("most", 3, "how many there may be");

    private final GroupRule rule =
        GroupRule.named("names-are-few")
            .title("Few names")
            .severity(Severity.HIGH)
            .because("Who can tell them apart?")
            .advise("Use fewer.")
            .see("https://avow.example/names")
            .alias("XYZ-1")
            .with(most)
            .from(Profile.PRODUCTION)
            .overEverything(NAMES)
            .finds((group, report) -> report.settings().get(most));

    @Test
    void saysWhatReportsNeed() {
      RuleDescription description = rule.description();

      assertThat(description.title()).isEqualTo("Few names");
      assertThat(description.severity()).isEqualTo(Severity.HIGH);
      assertThat(description.reason()).isEqualTo("Who can tell them apart?");
      assertThat(description.advice()).isEqualTo("Use fewer.");
      assertThat(description.references())
          .map(Object::toString)
          .containsExactly("https://avow.example/names");
      assertThat(description.aliases()).containsExactly("XYZ-1");
      assertThat(description.parameters()).map(Parameter::name).containsExactly("most");
      assertThat(description.target()).isEqualTo("everything");
      assertThat(rule.activation()).isEqualTo(new Activation.From(Profile.PRODUCTION));
      assertThat(rule.needs()).containsExactly(NAMES);
    }

    @Test
    void isMediumAndAlwaysOnUnlessItSaysOtherwise() {
      GroupRule plain =
          GroupRule.named("names-are-few").perNamespace(NAMES).finds((group, report) -> {});

      assertThat(plain.description().severity()).isEqualTo(Severity.MEDIUM);
      assertThat(plain.activation()).isEqualTo(new Activation.Always());
      assertThat(plain.description().target()).isEqualTo("namespace");
    }

    @Test
    void mayBeForThoseOnlyWhoNameIt() {
      GroupRule named =
          GroupRule.named("names-are-few")
              .onlyByName()
              .perNamespace(NAMES)
              .finds((group, report) -> {});

      assertThat(named.activation()).isEqualTo(new Activation.ByName());
    }

    @Test
    void isAskedAboutItsKindOfGroupOnly() {
      GroupRule inNamespaces =
          GroupRule.named("names-are-few").perNamespace(NAMES).finds((group, report) -> {});

      assertThat(rule.judges(EVERYTHING)).isTrue();
      assertThat(rule.judges(new GroupKey.Namespace("prod"))).isFalse();
      assertThat(inNamespaces.judges(EVERYTHING)).isFalse();
      assertThat(inNamespaces.judges(new GroupKey.Namespace("prod"))).isTrue();
    }

    @Test
    void withoutFactsIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> GroupRule.named("names-are-few").perNamespace())
          .withMessage("rule names-are-few must need facts but names none");
    }
  }

  @Nested
  class AJudgement {

    @Test
    void holdsTheWeightiestVerdictOfEachSubjectAndAllItsFindings() {
      GroupRule rule =
          GroupRule.named("names-are-few")
              .severity(Severity.LOW)
              .overEverything(NAMES)
              .finds(
                  (group, report) -> {
                    report.fail(name("a", 1), "is one too many");
                    report.missing(name("a", 1), "the rest of its name");
                    report.pass(name("a", 1).subject());
                    report.missing(name("b", 2), "the rest of its name");
                    report.pass(name("b", 2).subject());
                    report.pass(name("c", 3).subject());
                    report.notApplicable(name("c", 3).subject());
                    report.notApplicable(name("d", 4).subject());
                  });

      Map<Subject, Judgement> judgements = judge(rule);

      assertThat(judgements.values())
          .map(Judgement::verdict)
          .containsExactly(
              Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS, Verdict.NOT_APPLICABLE);
      assertThat(judgements.values())
          .flatMap(Judgement::findings)
          .map(Finding::toString)
          .containsExactly(
              "a.yaml:1:1 LOW names-are-few ConfigMap a: is one too many",
              "a.yaml:1:1 LOW names-are-few ConfigMap a: cannot be decided without the rest of its"
                  + " name",
              "a.yaml:2:1 LOW names-are-few ConfigMap b: cannot be decided without the rest of its"
                  + " name");
    }

    @Test
    void isAtTheSeverityThatThePolicyGives() {
      GroupRule rule =
          GroupRule.named("names-are-few")
              .overEverything(NAMES)
              .finds((group, report) -> report.fail(name("a", 1), "is one too many"));

      Map<Subject, Judgement> judgements =
          rule.judge(Group.of(EVERYTHING, List.of()), settings(rule), Severity.CRITICAL);

      assertThat(judgements.values())
          .flatMap(Judgement::findings)
          .map(Finding::severity)
          .containsExactly(Severity.CRITICAL);
    }

    @Test
    void tellsWhoElseIsConcernedAndWhatWouldMendIt() {
      Location inside = Location.at("a.yaml", 7, 9);
      GroupRule rule =
          GroupRule.named("names-are-few")
              .overEverything(NAMES)
              .finds(
                  (group, report) ->
                      report
                          .fail(name("a", 1).subject(), inside, "is one too many")
                          .member(name("b", 2).subject())
                          .via(name("b", 2).location(), "was there first")
                          .fix(Fix.advice("Rename it")));

      assertThat(judge(rule).values())
          .flatMap(Judgement::findings)
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.location()).isEqualTo(inside);
                assertThat(finding.members()).containsExactly(name("b", 2).subject());
                assertThat(finding.trail())
                    .containsExactly(new Finding.Hop(name("b", 2).location(), "was there first"));
                assertThat(finding.fix()).contains(Fix.advice("Rename it"));
              });
    }
  }

  @Nested
  class AGroup {

    @Test
    void isSortedByPlaceAndHoldsEachFactOnce() {
      Group group =
          Group.of(EVERYTHING, List.of(name("c", 3), name("a", 1), name("c", 3), name("b", 2)));

      assertThat(group.all(NAMES)).containsExactly(name("a", 1), name("b", 2), name("c", 3));
      assertThat(group.all()).hasSize(3);
    }

    @Test
    void keepsFactsOfDifferentKindsApart() {
      Observed<Integer> size =
          new Observed<>("sizes", name("a", 1).subject(), name("a", 1).location(), 1);

      Group group = Group.of(EVERYTHING, List.of(name("a", 1), size));

      assertThat(group.all(NAMES)).containsExactly(name("a", 1));
      assertThat(group.all(SIZES)).containsExactly(size);
    }

    @Test
    void showsARuleNothingThatItDidNotAskFor() {
      GroupRule rule =
          GroupRule.named("names-are-few")
              .overEverything(SIZES)
              .finds(
                  (group, report) -> {
                    assertThat(group.all(NAMES)).isEmpty();
                    report.pass(group.key().subject());
                  });

      assertThat(judge(rule, name("a", 1))).hasSize(1);
    }

    @Test
    void refusesAFactOfAnotherType() {
      Observed<Integer> wrong =
          new Observed<>("names", name("a", 1).subject(), name("a", 1).location(), 1);
      Group group = Group.of(EVERYTHING, List.of(wrong));

      assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> group.all(NAMES));
    }
  }

  @Nested
  class SomeFacts {

    private static final String POD =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a, namespace: prod}
        spec:
          containers:
            - name: one
              image: nginx
            - name: two
              image: redis
        """;

    @Test
    void areObservedOnTheWholeResource() {
      assertThat(NAMES.about(Targets.of(resource(POD))))
          .singleElement()
          .satisfies(
              observed -> {
                assertThat(observed.facts()).isEqualTo("names");
                assertThat(observed.subject()).hasToString("Pod prod/a");
                assertThat(observed.location()).hasToString("a.yaml:1:1");
                assertThat(observed.value()).isEqualTo("a");
              });
    }

    @Test
    void areObservedOnEachTargetOfAScope() {
      Facts<String> images =
          Facts.named(
              "images",
              String.class,
              Targets.CONTAINER,
              container -> container.at("image").text().stream().toList());

      assertThat(images.about(Targets.of(resource(POD))))
          .map(observed -> observed.subject() + " " + observed.location() + " " + observed.value())
          .containsExactly(
              "Pod prod/a, container one a.yaml:6:7 nginx",
              "Pod prod/a, container two a.yaml:8:7 redis");
    }

    @Test
    void areObservedWhereExactlyTheyStand() {
      Facts<String> images =
          Facts.observed(
              "images",
              String.class,
              Targets.CONTAINER,
              (container, observer) ->
                  container
                      .at("image")
                      .text()
                      .ifPresent(image -> observer.observe(container.at("image"), image)));

      assertThat(images.about(Targets.of(resource(POD))))
          .map(observed -> observed.location().toString())
          .containsExactly("a.yaml:7:14", "a.yaml:9:14");
    }
  }

  @ParameterizedTest(name = "{0} {1} in {2}: {3}")
  @CsvSource({
    "v1, ConfigMap, prod, prod",
    "v1, ConfigMap, '', default",
    "v1, Namespace, '', a",
    "example.com/v1, Namespace, prod, prod",
    "v1, ConfigMap, '${ns}', '${ns}'"
  })
  void aResourceBelongsToItsNamespace(
      String version, String kind, String namespace, String expected) {
    ResourceId id = new ResourceId(version, kind, namespace, "a");

    assertThat(GroupKey.namespaceOf(id)).isEqualTo(new GroupKey.Namespace(expected));
  }

  @Test
  void groupsAreOrderedAndNamed() {
    GroupKey prod = new GroupKey.Namespace("prod");
    GroupKey dev = new GroupKey.Namespace("dev");

    assertThat(Stream.of(prod, EVERYTHING, dev).sorted()).containsExactly(EVERYTHING, dev, prod);
    assertThat(prod.subject()).hasToString("Namespace prod");
    assertThat(EVERYTHING.subject()).hasToString("Everything");
  }
}
