package dev.avow.policy;

import static dev.avow.policy.ReportItem.part;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.avow.policy.CiScan.Target;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of sections are values that refuse what makes no sense. */
class SectionTest {

  private static final Location PLACE = Location.at("policy.yaml", 3, 5);

  @ParameterizedTest
  @MethodSource("nonsense")
  void nonsenseIsRefused(Supplier<Object> made, String message) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(made::get)
        .withMessage(message);
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        refused(
            () -> ReportItem.required("Steps", "Steps"),
            "id must look like \"proof-of-concept\" but was \"Steps\""),
        refused(() -> ReportItem.required("steps", " "), "text must say something but was blank"),
        refused(
            () -> ReportItem.oneOf("proof", "Proof", part("one", "One")),
            "one-of must have two parts or more but has 1"),
        refused(
            () -> ReportItem.allOf("proof", "Proof", part("one", "One"), part("one", "Two")),
            "parts of proof must have different ids but have [one, one]"),
        refused(
            () -> Consideration.of("images"), "advice must have a sentence or more but is empty"),
        refused(
            () -> CiScan.named("scan").failingOn(HIGH).reporting(LOW, HIGH),
            "a severity must either fail the build or only be reported but HIGH does both"),
        refused(() -> BaseImage.oneOf(), "base image must be one of some but none is listed"),
        refused(() -> Announcement.releaseNotes(""), "marker must say something but was blank"),
        refused(
            () -> Announcement.npmAdvisory().called("npm advisory"),
            "id must look like \"proof-of-concept\" but was \"npm advisory\""),
        refused(
            () -> Timeline.none().fromDay(0, Phase.REPORTED).day(14, Phase.FIX),
            "nothing must follow days 0+ but days 14 do"),
        refused(
            () -> Timeline.none().day(0, Phase.TRIAGE).day(1, Phase.REPORTED),
            "phase must come after triage but was reported"));
  }

  private static Arguments refused(Supplier<Object> made, String message) {
    return arguments(made, message);
  }

  @ParameterizedTest
  @MethodSource("valuesAndTheSameElsewhere")
  void whereAPartIsWrittenDoesNotCount(Object here, Object there, Object other) {
    assertThat(here).isEqualTo(there).hasSameHashCodeAs(there).isNotEqualTo(other);
  }

  static Stream<Arguments> valuesAndTheSameElsewhere() {
    ReportItem item = ReportItem.required("steps", "Steps");
    TimelineRow row = TimelineRow.of(DayRange.day(0), Phase.REPORTED);
    Obligation obligation = Obligation.to(FIX_RELEASED);
    Announcement announcement = Announcement.npmAdvisory();
    ScopeItem scope = ScopeItem.of("core", "The core");
    CiScan scan = CiScan.named("images").of(Target.IMAGE);
    DependencyUpdates updates = DependencyUpdates.by(DependencyUpdates.Tool.ANY);
    BaseImage base = BaseImage.oneOf("gcr.io/distroless/static:nonroot");
    Consideration advice = Consideration.of("images", "Pin images");
    return Stream.of(
        arguments(item, item.at(PLACE), ReportItem.optional("steps", "Steps")),
        arguments(row, row.at(PLACE), row.saying("Something else")),
        arguments(obligation, obligation.at(PLACE), obligation.ifApplicable()),
        arguments(announcement, announcement.at(PLACE), announcement.ifApplicable()),
        arguments(scope, scope.at(PLACE), scope.redirectedTo(ScopeItem.Redirect.USER)),
        arguments(scan, scan.at(PLACE), scan.of(Target.HELM)),
        arguments(
            updates, updates.at(PLACE), DependencyUpdates.by(DependencyUpdates.Tool.RENOVATE)),
        arguments(base, base.at(PLACE), base.withoutShell()),
        arguments(advice, advice.at(PLACE), advice.checkedBy("image-is-pinned-by-digest")));
  }

  @Test
  void timelineRowsMayShareADay() {
    Timeline timeline = Timeline.none().days(0, 7, Phase.FIX).fromDay(7, Phase.PUBLIC_DISCLOSURE);

    assertThat(timeline.rows())
        .extracting(TimelineRow::id)
        .containsExactly("fix", "public-disclosure");
  }

  @Test
  void severitiesOfAScanAreSortedFromTheLeast() {
    CiScan scan = CiScan.named("images").failingOn(CRITICAL, HIGH);

    assertThat(scan.failOn()).containsExactly(HIGH, CRITICAL);
  }

  @Test
  void whatIsNotSaidIsNotPromised() {
    CiScan scan = CiScan.named("images");

    assertThat(scan.scanner()).isEmpty();
    assertThat(List.of(scan.targets(), scan.triggers(), scan.failOn(), scan.report()))
        .allMatch(Set::isEmpty);
  }
}
