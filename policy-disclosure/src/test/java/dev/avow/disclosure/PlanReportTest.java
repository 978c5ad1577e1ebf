package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.disclosure.Policies.promising;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.ADVISORY_PUBLISHED;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.PUBLIC;
import static dev.avow.policy.commitment.Milestone.REJECTED;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static dev.avow.policy.commitment.Milestone.TRIAGED;
import static dev.avow.policy.commitment.Period.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReportTest {

  private static final DisclosureCase REPORTED_CASE =
      DisclosureCase.open("TK-1").with(Fact.of(REPORTED, at("2026-11-02T15:00Z")));

  private static final DisclosureCase LATE =
      REPORTED_CASE
          .with(Fact.of(ACKNOWLEDGED, at("2026-11-04T15:20Z")))
          .with(Fact.of(FIX_RELEASED, at("2026-11-10T10:00Z")))
          .with(Fact.of(ADVISORY_PUBLISHED, at("2026-11-10T10:00Z")))
          .with(Fact.doesNotApply("announced-npm-advisory", at("2026-11-10T10:00Z")));

  private static Plan typekro(DisclosureCase theCase, String now) {
    return DisclosurePlanner.of(Policies.typekro()).plan(theCase, at(now));
  }

  private static String text(Plan plan) {
    StringBuilder text = new StringBuilder();
    PlanReport.text(plan, text);
    return text.toString();
  }

  private static Field json(Plan plan) {
    StringBuilder json = new StringBuilder();
    PlanReport.json(plan, json);
    return DocumentReader.yaml12().readOne("plan.json", json.toString()).field();
  }

  @Test
  void showsEveryStepWithWindowDateStateAndPromise() {
    assertThat(
            text(typekro(LATE, "2026-11-10T12:00Z"))
                .lines()
                .map(line -> line.replaceAll(" {2,}", " | ")))
        .containsExactly(
            "case TK-1 under typekro at 2026-11-10T12:00:00Z",
            "",
            "STEP | WINDOW | DUE | RELATIVE | STATE | PROMISED BY",
            "reported | 2026-11-02 to 2026-11-02 | 2026-11-02T23:59:59Z | - | done"
                + " | security policy: on day 0 after reported",
            "acknowledged | 2026-11-02 to 2026-11-04 | 2026-11-04T15:00:00Z | 20 min late"
                + " | done late | security policy: at most 48 hours after reported",
            "triaged | 2026-11-03 to 2026-11-04 | 2026-11-04T23:59:59Z | 5 d 12 h late | overdue"
                + " | security policy: on days 1-2 after reported",
            "fix-ready | 2026-11-05 to 2026-11-09 | 2026-11-09T23:59:59Z | 10 h late | done late"
                + " | security policy: on days 3-7 after reported",
            "fix-released | 2026-11-09 to 2026-11-16 | 2026-11-16T23:59:59Z | 6 d 13 h early"
                + " | done | security policy: on days 7-14 after reported",
            "advisory-published | 2026-11-09 to 2026-11-16 | 2026-11-16T23:59:59Z"
                + " | 6 d 13 h early | done | security policy: on days 7-14 after reported",
            "announced-release-notes | - | no date | - | open"
                + " | security policy: after fix-released, no date promised",
            "announced-chat | - | no date | - | open"
                + " | security policy: after fix-released, no date promised",
            "announced-npm-advisory | - | no date | - | not applicable"
                + " | security policy: after fix-released, no date promised",
            "public | from 2026-11-16 | no date | opens in 6 d 3 h | not open yet"
                + " | security policy: on days 14+ after reported",
            "",
            "overdue: triaged, 5 d 12 h late");
  }

  @Test
  void showsInstantsInThePolicysZone() {
    Plan plan =
        DisclosurePlanner.of(
                promising("Asia/Kathmandu", Commitment.to(ACKNOWLEDGED).within(hours(48))))
            .plan(REPORTED_CASE, at("2026-11-03T15:00Z"));

    assertThat(text(plan)).contains("2026-11-04T20:45:00+05:45", "in 24 h");
    assertThat(json(plan).at("zone").text()).contains("Asia/Kathmandu");
    assertThat(json(plan).at("steps[0].due").text()).contains("2026-11-04T20:45:00+05:45");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T15:00Z, 'next: acknowledged, due 2026-11-04T15:00:00Z, in 48 h'",
    "2026-11-04T14:59:30Z, 'next: acknowledged, due 2026-11-04T15:00:00Z, in 0 min'",
    "2026-11-04T15:00:01Z, 'overdue: acknowledged, 0 min late'",
  })
  void saysWhatMattersMost(String now, String summary) {
    Plan plan =
        DisclosurePlanner.of(promising("UTC", Commitment.to(ACKNOWLEDGED).within(hours(48))))
            .plan(REPORTED_CASE, at(now));

    assertThat(text(plan).lines().toList()).last().isEqualTo(summary);
  }

  @Test
  void saysWhenNothingHasADateOrNothingIsLeft() {
    DisclosureCase ended =
        REPORTED_CASE
            .with(Fact.of(ACKNOWLEDGED, at("2026-11-02T16:00Z")))
            .with(Fact.of(REJECTED, at("2026-11-03T15:00Z")));

    assertThat(text(typekro(DisclosureCase.open("TK-2"), "2026-11-03T15:00Z")))
        .endsWith("next: nothing that was promised has a date\n");
    assertThat(text(typekro(ended, "2026-11-03T15:00Z"))).endsWith("next: nothing is left to do\n");
  }

  @Test
  void tellsProgramsTheSame() {
    Field plan = json(typekro(LATE, "2026-11-10T12:00Z"));

    assertThat(plan.at("overdue[0]").text()).contains("triaged");
    assertThat(plan.at("next").isAbsent()).isTrue();
    assertThat(plan.at("steps[1].state").text()).contains("done-late");
    assertThat(plan.at("steps[1].done.at").text()).contains("2026-11-04T15:20:00Z");
    assertThat(plan.at("steps[1].promises[0].decides").flag()).contains(true);
    assertThat(plan.at("steps[1].promises[1].decides").flag()).contains(false);
    assertThat(plan.at("steps[2].secondsLeft").integer()).hasValue(-(5 * 24 + 12) * 3600 - 1);
    assertThat(plan.at("steps[2].opens").text()).contains("2026-11-03T00:00:00Z");
    assertThat(plan.at("steps[6].noDate").text()).contains("no date was promised");
    assertThat(plan.at("steps[8].reason").text())
        .contains("it was so decided at 2026-11-10T10:00:00Z");
    assertThat(plan.at("steps[9].opens").text()).contains("2026-11-16T15:00:00Z");
    assertThat(plan.at("steps[9].due").isAbsent()).isTrue();
  }

  @Test
  void markBestEffortAndWhatAStepWaitsFor() {
    Plan plan =
        DisclosurePlanner.of(
                promising(
                    "UTC",
                    Commitment.to(TRIAGED).within(hours(24)).bestEffort(),
                    Commitment.to(PUBLIC).after(FIX_RELEASED)))
            .plan(REPORTED_CASE, at("2026-11-03T12:00Z"));

    assertThat(text(plan)).contains("in 3 h", "due soon (best effort)", "waits for fix-released");
    assertThat(json(plan).at("steps[0].optional").flag()).contains(true);
    assertThat(json(plan).at("steps[1].waitsFor").text()).contains("fix-released");
  }

  @Test
  void aBrokenOutputIsTold() {
    Plan plan = typekro(REPORTED_CASE, "2026-11-03T12:00Z");

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> PlanReport.text(plan, new Broken()))
        .withMessageContaining("disk full");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> PlanReport.json(plan, new Broken()));
  }

  private static final class Broken extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("disk full");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
