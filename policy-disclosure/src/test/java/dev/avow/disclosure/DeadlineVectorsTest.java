package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.promising;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.EARLY_WARNING_SUBMITTED;
import static dev.avow.policy.commitment.Milestone.EXPLOITATION_KNOWN;
import static dev.avow.policy.commitment.Milestone.FIRST_CONTACT;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.MITIGATION_PUBLISHED;
import static dev.avow.policy.commitment.Milestone.NOTIFICATION_SUBMITTED;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static dev.avow.policy.commitment.Milestone.SEVERE_INCIDENT_KNOWN;
import static dev.avow.policy.commitment.Period.businessDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.avow.disclosure.embargo.Advice;
import dev.avow.disclosure.embargo.Embargo;
import dev.avow.disclosure.embargo.EmbargoLimits;
import dev.avow.disclosure.embargo.Negotiation;
import dev.avow.disclosure.embargo.Occasion;
import dev.avow.disclosure.embargo.Opening;
import dev.avow.disclosure.embargo.Terms;
import dev.avow.disclosure.regime.Counting;
import dev.avow.disclosure.regime.Regime;
import dev.avow.disclosure.regime.Regimes;
import dev.avow.disclosure.state.CaseEvent;
import dev.avow.disclosure.state.CaseState;
import dev.avow.disclosure.state.EmbargoEvent;
import dev.avow.disclosure.state.EmbargoState;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Dates that others computed from the sources of well-known policies, asked of their regimes. */
class DeadlineVectorsTest {

  private static final SecurityPolicy SILENT = SecurityPolicy.named("silent").build();

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
      case "PROJECT_ZERO_90_30", "PROJECT_ZERO_7_30" -> projectZero(vector);
      case "PROJECT_ZERO_REPORTING_TRANSPARENCY" -> transparency(vector);
      case "CRA_ART14_2" -> vulnerability(vector);
      case "CRA_ART14_4" -> incident(vector);
      case "CRA_ENISA_SRP_COUNTER" -> notification(vector);
      case "CERT_CC_45" -> certCc(vector);
      case "ZDI_120" -> zdi(vector);
      case "LINUX_DISTROS" -> distros(vector);
      case "DAY_RANGES" -> timeline(vector);
      case "BUSINESS_DAYS" -> businessDaysOf(vector);
      case "EMBARGO_DEFAULTS" -> embargoDefaults(vector);
      case "EMBARGO_TERMINATION" -> embargoTermination(vector);
      case "EMBARGO_NEGOTIATION" -> embargoNegotiation(vector);
      case "EMBARGO_MERGE" -> embargoMerge(vector);
      default -> throw new AssertionError("nobody has read regime " + regime + " yet");
    }
  }

  private static void projectZero(Field vector) {
    Instant report = at(vector, "given.reported");
    DisclosureCase theCase = DisclosureCase.open("vector").with(Fact.of(REPORTED, report));
    if (vector.at("given.exploited").flag().orElse(false)) {
      theCase = theCase.with(Fact.of(EXPLOITATION_KNOWN, report));
    }
    if (vector.at("given.patched").isPresent()) {
      theCase = theCase.with(Fact.of(FIX_RELEASED, at(vector, "given.patched")));
    }

    Instant due = due(theCase, Regimes.PROJECT_ZERO, "public");

    assertThat(due).isEqualTo(at(vector, "expect.disclose"));
    assertThat(ChronoUnit.DAYS.between(report, due))
        .isEqualTo(vector.at("expect.dayNo").integer().orElseThrow());
  }

  private static void transparency(Field vector) {
    DisclosureCase theCase =
        DisclosureCase.open("vector").with(Fact.of(REPORTED, at(vector, "given.reported")));
    Step notice = plan(theCase, Regimes.PROJECT_ZERO_TRANSPARENCY).steps().get(0);

    assertThat(notice.due()).contains(at(vector, "expect.noticeNoLaterThan"));
    assertThat(notice.contents())
        .isEqualTo(
            vector.at("expect.contents").items().stream()
                .map(item -> item.text().orElseThrow())
                .toList());
  }

  private static void vulnerability(Field vector) {
    DisclosureCase theCase =
        DisclosureCase.open("vector")
            .with(Fact.of(EXPLOITATION_KNOWN, at(vector, "given.aware")))
            .with(Fact.of(MITIGATION_PUBLISHED, at(vector, "given.measureAvailable")));

    assertThat(due(theCase, Regimes.EU_CRA_VULNERABILITY, "final-report-submitted"))
        .isEqualTo(at(vector, "expect.finalReport"));
  }

  private static void incident(Field vector) {
    Instant submitted = at(vector, "given.notificationSubmitted");
    DisclosureCase theCase =
        DisclosureCase.open("vector")
            .with(Fact.of(SEVERE_INCIDENT_KNOWN, submitted.minusSeconds(1)))
            .with(Fact.of(NOTIFICATION_SUBMITTED, submitted));
    Regime asStated = Regimes.EU_CRA_INCIDENT;
    Regime counted = asStated.counting(Counting.REGULATION_1182_71);

    assertThat(due(theCase, asStated, "final-report-submitted"))
        .isEqualTo(at(vector, "expect.finalReport"));
    if (vector.at("expectUnder1182_71").isPresent()) {
      assertThat(counted.calendar().dayOf(due(theCase, counted, "final-report-submitted")))
          .isEqualTo(date(vector, "expectUnder1182_71.finalReport"));
    }
  }

  /** What the platform shows is no part of the regime: it is computed here to show the gap. */
  private static void notification(Field vector) {
    Instant warned = at(vector, "given.earlyWarningSubmitted");
    DisclosureCase theCase =
        DisclosureCase.open("vector")
            .with(Fact.of(EXPLOITATION_KNOWN, at(vector, "given.aware")))
            .with(Fact.of(EARLY_WARNING_SUBMITTED, warned));

    assertThat(due(theCase, Regimes.EU_CRA_VULNERABILITY, "notification-submitted"))
        .isEqualTo(at(vector, "expect.legalDue"))
        .isNotEqualTo(at(vector, "expect.platformShows"));
    assertThat(warned.plus(Duration.ofDays(2))).isEqualTo(at(vector, "expect.platformShows"));
  }

  private static void certCc(Field vector) {
    LocalDate contact = date(vector, "given.firstContact");
    for (LocalTime time : List.of(LocalTime.MIN, LocalTime.NOON, LocalTime.MAX)) {
      Instant at = contact.atTime(time).toInstant(ZoneOffset.UTC);
      DisclosureCase theCase = DisclosureCase.open("vector").with(Fact.of(FIRST_CONTACT, at));

      Instant due = due(theCase, Regimes.CERT_CC, "public");

      assertThat(due)
          .isEqualTo(date(vector, "expect.date").atTime(12, 0).toInstant(ZoneOffset.UTC));
      if (vector.at("expect.instant").isPresent()) {
        assertThat(due).isEqualTo(at(vector, "expect.instant"));
      }
    }
    if (vector.at("expect.weekday").isPresent()) {
      assertThat(date(vector, "expect.date").getDayOfWeek())
          .isEqualTo(DayOfWeek.valueOf(text(vector, "expect.weekday").toUpperCase(Locale.ROOT)));
    }
  }

  private static void zdi(Field vector) {
    Instant notified = noon(vector, "given.vendorNotified");
    DisclosureCase theCase = DisclosureCase.open("vector").with(Fact.of(REPORTED, notified));
    boolean responded = vector.at("given.vendorResponded").flag().orElse(false);
    theCase = responded ? theCase.with(Fact.of(ACKNOWLEDGED, notified)) : theCase;
    Deadline deadline = plan(theCase, Regimes.ZDI).step("public").orElseThrow().deadline();
    Instant at = deadline.due().or(deadline::opens).orElseThrow();

    assertThat(Regimes.ZDI.calendar().dayOf(at)).isEqualTo(date(vector, "expect.date"));
    assertThat(deadline.due().isPresent()).isEqualTo(responded);
  }

  private static void distros(Field vector) {
    EmbargoLimits limits = Regimes.LINUX_DISTROS.embargo().orElseThrow();
    Duration proposed = days(vector, "given.proposedEmbargoDays").orElseThrow();

    assertThat(limits.ask(proposed).isAccepted())
        .isEqualTo(vector.at("expect.accepted").flag().orElseThrow());
    days(vector, "expect.maxDays").ifPresent(most -> assertThat(limits.maximum()).isEqualTo(most));
    days(vector, "expect.preferredBelowDays")
        .ifPresent(below -> assertThat(limits.preferred()).isEqualTo(below));
  }

  private static void embargoDefaults(Field vector) {
    Instant start = Instant.parse("2026-11-01T00:00:00Z");
    Opening opening = Opening.at(start);
    opening =
        days(vector, "given.receiverDefaultDays").map(opening::receiverDefault).orElse(opening);
    opening = days(vector, "given.senderProposesDays").map(opening::senderProposes).orElse(opening);

    Embargo embargo = opening.embargo();

    assertThat(embargo.state()).isEqualTo(EmbargoState.valueOf(text(vector, "expect.state")));
    assertThat(embargo.until().map(end -> Duration.between(start, end)))
        .isEqualTo(days(vector, "expect.active"));
    assertThat(
            embargo.proposals().stream()
                .map(terms -> Duration.between(start, terms.until()))
                .findFirst())
        .isEqualTo(days(vector, "expect.pendingRevision"));
  }

  private static void embargoTermination(Field vector) {
    CaseEvent event = CaseEvent.valueOf(text(vector, "given.event"));
    EmbargoState before = EmbargoState.valueOf(text(vector, "given.state"));

    assertThat(before.after(EmbargoEvent.TERMINATE))
        .contains(EmbargoState.valueOf(text(vector, "expect.state")));
    assertThat(Occasion.of(event).map(occasion -> occasion.end().force().text()))
        .contains(text(vector, "expect.force"));
  }

  private static void embargoNegotiation(Field vector) {
    CaseEvent event = CaseEvent.valueOf(text(vector, "given.case"));
    Advice advice = Negotiation.open(CaseState.of(EnumSet.of(event)));

    assertThat(advice.allows()).isEqualTo(vector.at("expect.mayPropose").flag().orElseThrow());
    assertThat(advice.force().text()).isEqualTo(text(vector, "expect.force"));
  }

  private static void embargoMerge(Field vector) {
    assertThat(vector.at("given.newAgreement").flag()).contains(false);
    Embargo merged = until(vector, "given.a").merge(until(vector, "given.b"));

    assertThat(merged.until()).contains(at(vector, "expect.active"));
  }

  private static Embargo until(Field vector, String path) {
    return Embargo.none().propose(new Terms("finder", at(vector, path))).accept("vendor");
  }

  private static Optional<Duration> days(Field vector, String path) {
    OptionalLong days = vector.at(path).integer();
    return days.isPresent() ? Optional.of(Duration.ofDays(days.getAsLong())) : Optional.empty();
  }

  private static Plan plan(DisclosureCase theCase, Regime regime) {
    Instant now = theCase.facts().get(theCase.facts().size() - 1).at();
    return DisclosurePlanner.of(SILENT).under(regime).plan(theCase, now);
  }

  private static Instant due(DisclosureCase theCase, Regime regime, String step) {
    return plan(theCase, regime).step(step).flatMap(Step::due).orElseThrow();
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
