package dev.avow.policy.finding;

import static dev.avow.policy.finding.Selector.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);
  private static final Waiver PREVIEWS =
      Waiver.of("image-tag-is-specific")
          .on(where("namespace", "dev-*"))
          .because("preview builds")
          .until(LAST_DAY);

  private static Finding finding(String rule, String namespace) {
    return Finding.of(
            RuleId.of(rule),
            Verdict.FAIL,
            Subject.of("Pod").with("namespace", namespace),
            Location.in("a.yaml"))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "image-tag-is-specific, dev-1, true",
    "image-tag-is-specific, prod, false",
    "runs-as-non-root, dev-1, false"
  })
  void itConcernsItsRulesAndItsSubjects(String rule, String namespace, boolean does) {
    assertThat(PREVIEWS.concerns(finding(rule, namespace))).isEqualTo(does);
    assertThat(PREVIEWS.covers(finding(rule, namespace), LAST_DAY)).isEqualTo(does);
  }

  @ParameterizedTest
  @CsvSource({"2026-01-01, true", "2027-01-30, true", "2027-01-31, true", "2027-02-01, false"})
  void itCoversUpToAndOnItsLastDay(LocalDate day, boolean does) {
    assertThat(PREVIEWS.covers(finding("image-tag-is-specific", "dev-1"), day)).isEqualTo(does);
    assertThat(PREVIEWS.isExpired(day)).isEqualTo(!does);
    assertThat(PREVIEWS.concerns(finding("image-tag-is-specific", "dev-1"))).isTrue();
  }

  @Test
  void withoutALastDayItDoesNotEnd() {
    Waiver forever = Waiver.of("*").because("legacy");

    assertThat(forever.isExpired(LocalDate.MAX)).isFalse();
    assertThat(forever.lastDay()).isEmpty();
    assertThat(forever.subject()).isEqualTo(Selector.everything());
  }

  @Test
  void ofSeveralRulesAGlobSpeaks() {
    assertThat(Waiver.of("image-*").because("x").concerns(finding("image-is-pinned", "a")))
        .isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> Waiver.of("image-["));
  }

  @Test
  void itSaysWhoAndWhere() {
    Waiver waiver = PREVIEWS.by("team-web").at(Location.at("policy.yaml", 9, 3));

    assertThat(waiver.owner()).contains("team-web");
    assertThat(waiver.declaredAt()).hasToString("policy.yaml:9:3");
    assertThat(PREVIEWS.owner()).isEmpty();
    assertThat(PREVIEWS.declaredAt()).hasToString("(code)");
    assertThat(PREVIEWS.reason()).isEqualTo("preview builds");
  }

  @Test
  void withoutAReasonItIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Waiver.of("image-*").because(" "))
        .withMessage("a waiver of image-* must say why");
  }

  @Test
  void itReadsAsASentence() {
    assertThat(PREVIEWS)
        .hasToString(
            "waiver of image-tag-is-specific on namespace=dev-* until 2027-01-31: preview builds");
    assertThat(Waiver.of("*").because("legacy")).hasToString("waiver of * on everything: legacy");
  }

  @Test
  void waiversAreEqualIfAllButTheirPlaceIs() {
    Equality.ofAll(
        PREVIEWS,
        Waiver.of("image-tag-is-specific")
            .on(where("namespace", "dev-*"))
            .because("preview builds")
            .until(LAST_DAY),
        PREVIEWS.at(Location.at("policy.yaml", 9, 3)),
        Serialized.copyOf(PREVIEWS));
    Equality.ofNone(
        PREVIEWS,
        PREVIEWS.until(LAST_DAY.plusDays(1)),
        PREVIEWS.by("team-web"),
        Waiver.of("image-tag-is-specific").because("preview builds").until(LAST_DAY),
        Waiver.of("image-*").on(where("namespace", "dev-*")).because("preview builds"));
  }
}
