package dev.avow.policy.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.Conformance;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.version.ask.PreReleases;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of real SECURITY.md files, asked what people expect of them. */
class SecurityMdProbesTest {

  private static final LocalDate LABELLED = LocalDate.of(2026, 11, 21);

  /** What a file says in prose beside its rows. */
  private static final Map<String, UnaryOperator<SupportedVersions>> PROSE =
      Map.of(
          "assertj__assertj.md",
          versions -> versions.preReleases(PreReleases.UNSUPPORTED),
          "elixir-lang__elixir.md",
          versions -> versions.others(SupportStatus.UNSUPPORTED),
          "golang-jwt__jwt.md",
          versions -> versions.and(SupportRow.line("v4").status(SupportStatus.BEST_EFFORT)));

  /**
   * A question about one of the files.
   *
   * @param file the file
   * @param policy its labels
   * @param probe the question
   */
  private record Case(String file, Field policy, Field probe) {
    @Override
    public String toString() {
      return file + " " + text(probe, "version");
    }
  }

  static Stream<Case> cases() {
    return policies()
        .flatMap(
            policy ->
                policy.field("probes").items().stream()
                    .map(probe -> new Case(text(policy, "file"), policy, probe)));
  }

  private static Stream<Field> policies() {
    return DocumentReader.yaml12()
        .readOne(Conformance.at("securitymd").resolve("labels.json"))
        .field()
        .field("policies")
        .items()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aProbeIsAnsweredAsLabelled(Case probe) {
    LocalDate day = probe.probe().field("on").text().map(LocalDate::parse).orElse(LABELLED);

    SupportAnswer answer =
        versions(probe.policy()).ask(Version.of(text(probe.probe(), "version")), day);

    assertThat(answer.support().name())
        .as(answer.toString())
        .isEqualTo(text(probe.probe(), "expect"));
  }

  @Test
  void thereAreAsManyProbesAsTheFilesHave() {
    assertThat(cases()).hasSize(67);
  }

  @Test
  void everyRowThatIsLabelledIsUnderstood() {
    assertThat(
            policies()
                .map(SecurityMdProbesTest::versions)
                .flatMap(
                    versions -> versions.lint(LABELLED, ReleaseCatalog.none()).findings().stream())
                .filter(finding -> finding.rule().value().equals("support-row-is-readable"))
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .map(finding -> finding.subject().toString()))
        .containsExactly("SupportedVersions line latest main branch and released images");
  }

  private static SupportedVersions versions(Field policy) {
    SupportedVersions versions = SupportedVersions.none();
    if (policy.field("rows").isPresent()) {
      for (Field row : policy.field("rows").items()) {
        versions = versions.and(row(row));
      }
    } else {
      versions = all(versions, policy.field("supported"), SupportStatus.SUPPORTED);
      versions = all(versions, policy.field("unsupported"), SupportStatus.UNSUPPORTED);
    }
    return PROSE.getOrDefault(text(policy, "file"), same -> same).apply(versions);
  }

  private static SupportedVersions all(
      SupportedVersions versions, Field cells, SupportStatus status) {
    SupportedVersions more = versions;
    for (Field cell : cells.items()) {
      more = more.and(SupportRow.line(cell.text().orElseThrow()).status(status));
    }
    return more;
  }

  private static SupportRow row(Field row) {
    if (row.field("cvss").isPresent()) {
      return SupportRow.line(text(row, "supported")).when(SupportCondition.cvss(text(row, "cvss")));
    }
    SupportStatus status = SupportStatus.valueOf(text(row, "verdict"));
    boolean branch = text(row, "version").equals("-");
    SupportRow said =
        branch ? SupportRow.branch(text(row, "branch")) : SupportRow.line(text(row, "version"));
    return said.status(status).until(row.field("until").text().orElse(""));
  }

  private static String text(Field field, String name) {
    return field.field(name).text().orElseThrow();
  }
}
