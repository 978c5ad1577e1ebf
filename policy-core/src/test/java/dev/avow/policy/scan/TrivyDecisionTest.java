package dev.avow.policy.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.Conformance;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real reports of Trivy are decided upon as Trivy itself does. */
class TrivyDecisionTest {

  private static final Set<RuleId> FOUND =
      Arrays.stream(ScanKind.values()).map(ScanRules::of).collect(Collectors.toSet());

  @TestFactory
  Stream<DynamicTest> remainsAndBlocksAsTrivyHasIt() {
    Field expected =
        DocumentReader.yaml12().readOne(Conformance.at("scan/trivy-expected.json")).field();
    return expected.field("reports").fields().stream()
        .flatMap(report -> report.fields().stream().map(each -> test(report.name(), each)));
  }

  private static DynamicTest test(String report, Field expected) {
    return DynamicTest.dynamicTest(
        report + ": " + expected.name(),
        () -> {
          Path file = Conformance.at("scan/trivy").resolve(report);
          boolean unfixed = expected.name().endsWith("ignore-unfixed");
          Severity from = from(expected.name());
          ScanEvaluator.Builder builder =
              ScanEvaluator.builder(SecurityPolicy.named("trivy").build());
          ScanEvaluator evaluator = (unfixed ? builder.ignoringUnfixed() : builder).build();

          Evaluation evaluation =
              evaluator.evaluate(
                  ScanEvidence.of(ScanReport.read(file)), Instant.parse("2021-09-01T00:00:00Z"));
          Gate gate = Gate.failingAt(from);
          gate = from == Severity.INFO ? gate.treatingUnknownAs(Severity.INFO) : gate;

          long blocking =
              gate.decide(evaluation, LocalDate.of(2021, 9, 1)).rulings().stream()
                  .filter(it -> FOUND.contains(it.finding().rule()))
                  .filter(Ruling.Blocks.class::isInstance)
                  .count();
          assertThat(blocking).isEqualTo(expected.field("remaining").integer().orElseThrow());
          assertThat(expected.field("blocks").flag()).contains(blocking > 0);
        });
  }

  private static Severity from(String severities) {
    if (severities.startsWith("all")) {
      return Severity.INFO;
    }
    return severities.startsWith("CRITICAL") ? Severity.CRITICAL : Severity.HIGH;
  }
}
