package dev.avow.policy.finding;

import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleDescriptionTest {

  private static final RuleId ID = RuleId.of("runs-as-non-root");

  private static RuleDescription.Builder full() {
    return RuleDescription.of(ID)
        .title("Runs as a user")
        .severity(HIGH)
        .reason("root in a container is root on the node.")
        .target("container")
        .advice("Set runAsNonRoot.")
        .see("https://example.org/a")
        .alias("KSV-0012")
        .alias("CKV_K8S_23")
        .parameter(Parameter.flag("strict", true, "no exceptions"));
  }

  @Test
  void aNameIsAllThatARuleNeeds() {
    RuleDescription rule = RuleDescription.of(ID).build();

    assertThat(rule.title()).isEqualTo("runs as non root");
    assertThat(rule.severity()).isEqualTo(MEDIUM);
    assertThat(rule.reason()).isEmpty();
    assertThat(rule.target()).isEmpty();
    assertThat(rule.advice()).isEmpty();
    assertThat(rule.references()).isEmpty();
    assertThat(rule.aliases()).isEmpty();
    assertThat(rule.parameters()).isEmpty();
    assertThat(rule).hasToString("runs-as-non-root (MEDIUM)");
  }

  @Test
  void itTellsAllThatWasSaidOfIt() {
    RuleDescription rule = full().build();

    assertThat(rule.title()).isEqualTo("Runs as a user");
    assertThat(rule.references()).containsExactly(URI.create("https://example.org/a"));
    assertThat(rule.aliases()).containsExactly("CKV_K8S_23", "KSV-0012");
    assertThat(rule.parameters()).extracting(Parameter::name).containsExactly("strict");
  }

  @Test
  void anotherSeverityLeavesTheRestAsItIs() {
    assertThat(full().build().with(CRITICAL)).isEqualTo(full().severity(CRITICAL).build());
  }

  @Test
  void itCannotBeChangedFromOutside() {
    RuleDescription rule = full().build();

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> rule.aliases().add("x"));
  }

  @Test
  void aParameterDeclaredTwiceAndAMalformedReferenceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> full().parameter(Parameter.text("strict", "", "m")))
        .withMessage("parameter strict of runs-as-non-root was already declared");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> full().see("not a uri"))
        .withMessage("a reference of runs-as-non-root must be a URI but was \"not a uri\"");
  }

  @Test
  void descriptionsAreEqualIfAllThatTheySayIs() {
    RuleDescription rule = full().build();

    Equality.ofAll(rule, full().build(), Serialized.copyOf(rule));
    Equality.ofNone(
        rule,
        full().title("t").build(),
        full().severity(MEDIUM).build(),
        full().reason("r").build(),
        full().target("t").build(),
        full().advice("a").build(),
        full().see("https://example.org/b").build(),
        full().alias("another").build(),
        full().parameter(Parameter.text("mode", "", "m")).build(),
        RuleDescription.of(ID).build());
    Equality.ofOrder(List.of(RuleDescription.of(RuleId.of("a")).build(), rule));
  }
}
