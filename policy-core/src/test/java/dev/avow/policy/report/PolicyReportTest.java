package dev.avow.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReportTest {

  private static final PolicyReportStyle STYLE = PolicyReportStyle.wgPolicy().ofPolicy("shop");

  private static List<Field> reports(Decision decision, PolicyReportStyle style) {
    return Written.read(Written.policyReport(decision, style)).at("items").items();
  }

  private static List<Field> reports(Decision decision) {
    return reports(decision, STYLE);
  }

  @Test
  void thereIsOneForEachNamespaceAndOneForWhatIsInNone() {
    assertThat(reports(Sample.decision()))
        .map(
            report ->
                report.at("apiVersion").text().orElseThrow()
                    + " "
                    + report.at("kind").text().orElseThrow()
                    + " "
                    + report.at("metadata.namespace").text().orElse("-"))
        .containsExactly(
            "wgpolicyk8s.io/v1alpha2 ClusterPolicyReport -",
            "wgpolicyk8s.io/v1alpha2 PolicyReport dev",
            "wgpolicyk8s.io/v1alpha2 PolicyReport prod");
  }

  @Test
  void theOtherApiHasOtherNames() {
    List<Field> reports = reports(Sample.decision(), PolicyReportStyle.openReports());

    assertThat(reports)
        .map(report -> report.at("kind").text().orElseThrow())
        .containsExactly("ClusterReport", "Report", "Report");
    assertThat(reports)
        .allSatisfy(
            report -> {
              assertThat(report.at("apiVersion").text()).contains("openreports.io/v1alpha1");
              assertThat(report.at("source").text()).contains("avow");
            });
  }

  @Test
  void theSummaryCountsEveryVerdictByWhatTheGateMadeOfIt() {
    assertThat(reports(Sample.decision()))
        .map(
            report ->
                report.at("summary").fields().stream()
                    .map(count -> count.name() + " " + count.integer().orElseThrow())
                    .toList())
        .containsExactly(
            List.of("pass 0", "fail 0", "warn 1", "error 0", "skip 0"),
            List.of("pass 0", "fail 0", "warn 0", "error 0", "skip 2"),
            List.of("pass 1", "fail 1", "warn 4", "error 1", "skip 1"));
  }

  @Test
  void aResultTellsRuleResourceAndReason() {
    Field result =
        reports(
                Written.decision(Written.GATE, Written.root("web")),
                STYLE
                    .foundAt(Instant.ofEpochSecond(1_795_580_473, 5))
                    .withApiVersions(
                        subject ->
                            subject.kind().equals("Pod") ? Optional.of("v1") : Optional.empty()))
            .get(0)
            .at("results[0]");

    assertThat(result.fields())
        .filteredOn(field -> field.text().isPresent())
        .map(field -> field.name() + ": " + field.text().orElseThrow())
        .containsExactly(
            "source: avow",
            "policy: shop",
            "rule: runs-as-non-root",
            "severity: high",
            "result: fail",
            "message: Pod a/web: may run as root");
    assertThat(result.at("scored").flag()).contains(true);
    assertThat(result.at("resources[0]").fields())
        .map(field -> field.name() + ": " + field.text().orElseThrow())
        .containsExactly("apiVersion: v1", "kind: Pod", "namespace: a", "name: web");
    assertThat(result.at("timestamp.seconds").integer()).hasValue(1_795_580_473);
    assertThat(result.at("timestamp.nanos").integer()).hasValue(5);
    assertThat(result.at("properties.place").text()).contains("web.yaml:3:5");
  }

  @Test
  void noTimeIsToldUnlessTheCallerTellsIt() {
    assertThat(Written.policyReport(Sample.decision(), STYLE)).doesNotContain("timestamp");
  }

  @Test
  void whatIsWaivedIsSkippedWithTheReason() {
    Field result = reports(Sample.decision()).get(1).at("results[0]");

    assertThat(result.at("result").text()).contains("skip");
    assertThat(result.at("properties.waiver").text())
        .contains("waived until 2027-01-31: preview builds, says team-web");
  }

  @Test
  void aSeverityThatNobodyKnowsIsLeftOut() {
    Finding finding = Written.root("web", Location.in("a")).severity(Severity.UNKNOWN).build();

    Field result = reports(Written.decision(Written.GATE, finding)).get(0).at("results[0]");

    assertThat(result.at("severity").isAbsent()).isTrue();
    assertThat(result.at("result").text()).contains("error");
  }

  @Test
  void aFindingAboutAGroupIsAboutItsMembers() {
    Subject pod = Subject.of("Pod").with(Subject.NAMESPACE, "a").with(Subject.NAME, "web");
    Subject group = Subject.of("Namespace").with(Subject.NAMESPACE, "a");
    Partial part =
        Partial.under(Sample.RULES)
            .verdict(Sample.ROOT, pod, Verdict.FAIL)
            .finding(
                Sample.finding(Sample.ROOT, Verdict.FAIL, group, Location.in("a"))
                    .member(pod)
                    .build())
            .build();

    List<Field> reports =
        reports(Written.GATE.decide(Evaluation.of(Sample.RULES, Stream.of(part)), Sample.DAY));

    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).at("results[0].resources").items())
        .singleElement()
        .satisfies(each -> assertThat(each.at("name").text()).contains("web"));
    assertThat(reports.get(0).at("summary.fail").integer()).hasValue(1);
  }

  @Test
  void theGroupOfACustomResourceIsNotPartOfItsKind() {
    Subject knative = Subject.of("Service.serving.knative.dev").with(Subject.NAME, "web");
    Finding finding = Sample.finding(Sample.ROOT, Verdict.FAIL, knative, Location.in("a")).build();

    assertThat(
            reports(Written.decision(Written.GATE, finding))
                .get(0)
                .at("results[0].resources[0].kind")
                .text())
        .contains("Service");
  }

  @Test
  void whatIsTooMuchForAnObjectIsCounted() {
    Field report =
        reports(Written.decision(Written.GATE, Written.roots(PolicyReport.MOST_RESULTS + 7)))
            .get(0);

    assertThat(report.at("results").items()).hasSize(1_000);
    assertThat(report.at("summary.fail").integer()).hasValue(1_007);
    assertThat(report.at("metadata.annotations").fields().get(0).text())
        .contains("… and 7 more of runs-as-non-root: 7 blocks");
  }

  @Nested
  class Names {

    @ParameterizedTest
    @CsvSource({"avow-shop, avow-shop", "a, a", "avow-1, avow-1"})
    void thatKubernetesTakesStay(String text, String name) {
      assertThat(DnsName.of(text)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "-", "Shop", "a b", "-a-", "a.b", "ÄÖ", "a--b", "${x}", "日本", "İstanbul"})
    void thatKubernetesRefusesAreChanged(String text) {
      String name = DnsName.of("avow-" + text);

      assertThat(name).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?").isNotEqualTo("avow-" + text);
      assertThat(DnsName.of("avow-" + text + text + "x")).isNotEqualTo(name);
    }

    @Test
    void areNeverTooLong() {
      assertThat(DnsName.of("x".repeat(400)))
          .hasSizeLessThanOrEqualTo(253)
          .isNotEqualTo(DnsName.of("x".repeat(401)));
    }

    @Test
    void ofNamespacesThatAreExpressionsMakeNoReportOfTheirOwn() {
      Subject later =
          Subject.of("Pod").with(Subject.NAMESPACE, "${schema.ns}").with(Subject.NAME, "x");
      Finding finding = Sample.finding(Sample.ROOT, Verdict.FAIL, later, Location.in("a")).build();

      assertThat(reports(Written.decision(Written.GATE, finding)))
          .singleElement()
          .satisfies(
              report -> assertThat(report.at("kind").text()).contains("ClusterPolicyReport"));
    }
  }

  @Test
  void resultsAndSeveritiesAreThoseThatTheApiKnows() {
    for (Field report : reports(Sample.decision())) {
      assertThat(Set.of("pass", "fail", "warn", "error", "skip"))
          .containsAll(Written.texts(report.at("results"), "result"));
      assertThat(Set.of("critical", "high", "medium", "low", "info"))
          .containsAll(Written.texts(report.at("results"), "severity"));
    }
  }
}
