package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.promising;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.EARLY_WARNING_SUBMITTED;
import static dev.avow.policy.commitment.Milestone.EXPLOITATION_KNOWN;
import static dev.avow.policy.commitment.Milestone.FIRST_CONTACT;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.MITIGATION_PUBLISHED;
import static dev.avow.policy.commitment.Milestone.NOTIFICATION_SUBMITTED;
import static dev.avow.policy.commitment.Milestone.PUBLIC;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static dev.avow.policy.commitment.Period.businessDays;
import static dev.avow.policy.commitment.Period.calendarDays;
import static dev.avow.policy.commitment.Period.days;
import static dev.avow.policy.commitment.Period.hours;
import static dev.avow.policy.commitment.Period.months;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Roll;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Dates that others computed from the sources of well-known policies.
 *
 * <p>Which of several clocks a regime lets run is not asked here, only what each clock says.
 */
class DeadlineVectorsTest {

  private static final WorkingCalendar UTC = WorkingCalendar.of(ZoneOffset.UTC);

  /** What a vector asks that is neither a stretch of time nor a range of days. */
  private static final Map<String, String> NOT_YET =
      Map.of(
          "LINUX_DISTROS", "whether a proposed embargo is accepted is for a regime to say",
          "EMBARGO_DEFAULTS", "which proposed embargo is active is for embargo rules to say",
          "EMBARGO_TERMINATION", "what ends an embargo is for embargo rules to say",
          "EMBARGO_NEGOTIATION", "who may propose an embargo is for embargo rules to say",
          "EMBARGO_MERGE", "which embargo survives a merge is for embargo rules to say");

  @TestFactory
  Stream<DynamicTest> vectors() {
    Field file =
        DocumentReader.yaml12()
            .readOne(Conformance.file("disclosure/deadline-vectors.json"))
            .field();
    List<Field> vectors = file.field("vectors").items();
    assertThat(vectors).isNotEmpty();
    return vectors.stream().map(vector -> dynamicTest(text(vector, "id"), () -> check(vector)));
  }

  private static void check(Field vector) {
    String regime = text(vector, "regime");
    switch (regime) {
      case "PROJECT_ZERO_90_30" -> projectZero(vector, 90);
      case "PROJECT_ZERO_7_30" -> projectZero(vector, 7);
      case "PROJECT_ZERO_REPORTING_TRANSPARENCY" ->
          assertThat(due(Commitment.to(PUBLIC).within(days(7)), at(vector, "given.reported")))
              .isEqualTo(at(vector, "expect.noticeNoLaterThan"));
      case "CRA_ART14_2" ->
          assertThat(
                  due(
                      Commitment.to(PUBLIC).after(MITIGATION_PUBLISHED).within(days(14)),
                      at(vector, "given.measureAvailable")))
              .isEqualTo(at(vector, "expect.finalReport"));
      case "CRA_ART14_4" -> finalReport(vector);
      case "CRA_ENISA_SRP_COUNTER" -> notification(vector);
      case "CERT_CC_45" -> certCc(vector);
      case "ZDI_120" ->
          assertThat(
                  UTC.dayOf(
                      due(
                          Commitment.to(PUBLIC).after(FIRST_CONTACT).within(calendarDays(120)),
                          noon(vector, "given.vendorNotified"))))
              .isEqualTo(date(vector, "expect.date"));
      case "DAY_RANGES" -> timeline(vector);
      case "BUSINESS_DAYS" -> businessDaysOf(vector);
      default -> abort(NOT_YET.getOrDefault(regime, "nobody has read regime " + regime + " yet"));
    }
  }

  private static void projectZero(Field vector, int days) {
    Instant report = at(vector, "given.reported");
    boolean patched = vector.at("given.patched").isPresent();
    Instant due =
        patched
            ? due(
                Commitment.to(PUBLIC).after(FIX_RELEASED).within(days(30)),
                at(vector, "given.patched"))
            : due(Commitment.to(PUBLIC).within(days(days)), report);

    assertThat(due).isEqualTo(at(vector, "expect.disclose"));
    assertThat(ChronoUnit.DAYS.between(report, due))
        .isEqualTo(vector.at("expect.dayNo").integer().orElseThrow());
  }

  private static void finalReport(Field vector) {
    Commitment month = Commitment.to(PUBLIC).after(NOTIFICATION_SUBMITTED).within(months(1));
    Instant submitted = at(vector, "given.notificationSubmitted");

    assertThat(due(month, submitted)).isEqualTo(at(vector, "expect.finalReport"));
    assertThat(UTC.dayOf(due(month.rolling(Roll.NEXT_BUSINESS_DAY), submitted)))
        .isEqualTo(date(vector, "expectUnder1182_71.finalReport"));
  }

  private static void notification(Field vector) {
    Commitment legal =
        Commitment.to(NOTIFICATION_SUBMITTED).after(EXPLOITATION_KNOWN).within(hours(72));
    Commitment platform =
        Commitment.to(NOTIFICATION_SUBMITTED).after(EARLY_WARNING_SUBMITTED).within(hours(48));

    assertThat(due(legal, at(vector, "given.aware"))).isEqualTo(at(vector, "expect.legalDue"));
    assertThat(due(platform, at(vector, "given.earlyWarningSubmitted")))
        .isEqualTo(at(vector, "expect.platformShows"));
  }

  /** The day comes out for whole days as for instants; these keep the time of day, noon in UTC. */
  private static void certCc(Field vector) {
    Commitment promise = Commitment.to(PUBLIC).after(FIRST_CONTACT).rolling(Roll.NEXT_BUSINESS_DAY);
    Instant contact = noon(vector, "given.firstContact");
    LocalDate expected = date(vector, "expect.date");

    assertThat(UTC.dayOf(due(promise.within(calendarDays(45)), contact))).isEqualTo(expected);
    assertThat(due(promise.within(days(45)), contact))
        .isEqualTo(expected.atTime(12, 0).toInstant(ZoneOffset.UTC));
    if (vector.at("expect.instant").isPresent()) {
      assertThat(due(promise.within(days(45)), contact)).isEqualTo(at(vector, "expect.instant"));
    }
    if (vector.at("expect.raw").isPresent()) {
      Instant raw = due(promise.within(days(45)).rolling(Roll.NONE), contact);
      assertThat(UTC.dayOf(raw)).isEqualTo(date(vector, "expect.raw"));
    }
    if (vector.at("expect.weekday").isPresent()) {
      assertThat(expected.getDayOfWeek())
          .isEqualTo(DayOfWeek.valueOf(text(vector, "expect.weekday").toUpperCase(Locale.ROOT)));
    }
  }

  private static void timeline(Field vector) {
    SecurityPolicy policy = Policies.typekro();
    Instant report = at(vector, "given.reported");
    DisclosureCase theCase = DisclosureCase.open("vector").with(Fact.of(REPORTED, report));
    Plan plan = DisclosurePlanner.of(policy).plan(theCase, report);

    assertThat(policy.calendar().zone()).isEqualTo(ZoneId.of(text(vector, "zone")));
    assertThat(plan.step("acknowledged").flatMap(Step::due))
        .contains(at(vector, "expect.acknowledgeBy"));
    isOn(plan, "triaged", vector.at("expect.triage"));
    isOn(plan, "fix-ready", vector.at("expect.fix"));
    isOn(plan, "fix-released", vector.at("expect.patchAndAdvisory"));
    isOn(plan, "advisory-published", vector.at("expect.patchAndAdvisory"));
    assertThat(policy.calendar().window(DayRange.from(14), report))
        .isEqualTo(new Deadline.NotBefore(at(vector, "expect.notBefore")));
    assertThat(plan.step("public").map(Step::deadline))
        .contains(new Deadline.Waiting(FIX_RELEASED));
  }

  private static void isOn(Plan plan, String step, Field days) {
    Deadline.Due due = (Deadline.Due) plan.step(step).orElseThrow().deadline();
    LocalDate zero = plan.calendar().dayOf(plan.now());

    assertThat(List.of(due.from(), due.at()))
        .extracting(
            instant -> "day" + ChronoUnit.DAYS.between(zero, plan.calendar().dayOf(instant)))
        .isEqualTo(days.items().stream().map(day -> day.text().orElseThrow()).toList());
  }

  private static void businessDaysOf(Field vector) {
    assertThat(text(vector, "given.calendar")).isEqualTo("Mon-Fri");
    int amount = (int) vector.at("given.n").integer().orElseThrow();
    SecurityPolicy policy =
        promising(
            text(vector, "given.zone"), Commitment.to(ACKNOWLEDGED).within(businessDays(amount)));
    Instant report = at(vector, "given.reported");
    DisclosureCase theCase = DisclosureCase.open("vector").with(Fact.of(REPORTED, report));

    Instant due =
        DisclosurePlanner.of(policy).plan(theCase, report).next().flatMap(Step::due).orElseThrow();

    assertThat(due).isEqualTo(policy.calendar().endOf(date(vector, "expect.dueDate")));
  }

  private static Instant due(Commitment promise, Instant start) {
    Map<Milestone, Instant> known = Map.of(promise.from(), start);
    return promise.deadline(known, UTC).due().orElseThrow();
  }

  private static Instant noon(Field vector, String path) {
    return date(vector, path).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private static Instant at(Field vector, String path) {
    return Instant.parse(text(vector, path));
  }

  private static LocalDate date(Field vector, String path) {
    return LocalDate.parse(text(vector, path));
  }

  private static String text(Field vector, String path) {
    return vector.at(path).text().orElseThrow();
  }
}
