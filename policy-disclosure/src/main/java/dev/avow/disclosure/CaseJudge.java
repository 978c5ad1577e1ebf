package dev.avow.disclosure;

import dev.avow.disclosure.embargo.Advice;
import dev.avow.disclosure.embargo.Embargo;
import dev.avow.disclosure.embargo.EmbargoLimits;
import dev.avow.disclosure.embargo.Force;
import dev.avow.disclosure.embargo.Negotiation;
import dev.avow.disclosure.embargo.Occasion;
import dev.avow.disclosure.regime.Regime;
import dev.avow.disclosure.state.CaseEvent;
import dev.avow.disclosure.state.ReportState;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says whether embargo, report and case go together. */
final class CaseJudge {

  private final Plan plan;
  private final DisclosureCase theCase;
  private final List<Fact> facts;
  private final Embargo embargo;
  private final Verdicts verdicts;
  private final Subject subject;

  CaseJudge(Plan plan, Verdicts verdicts) {
    this.plan = plan;
    this.theCase = plan.disclosureCase();
    this.facts = theCase.standing();
    this.embargo = theCase.embargo();
    this.verdicts = verdicts;
    this.subject = Subject.of("Case").with("case", theCase.id());
  }

  void judge() {
    boolean any = theCase.wasEmbargoed();
    judge(PlanRules.EMBARGO_KEPT, any, this::kept);
    judge(PlanRules.EMBARGO_ENDS, any, this::ends);
    judge(PlanRules.EMBARGO_IN_TIME, any, this::inTime);
    judge(PlanRules.OPEN_UNDER_EMBARGO, any, this::open);
    judge(PlanRules.EMBARGO_LENGTH, hasLength() && !limits().isEmpty(), this::length);
    judge(PlanRules.FITS_REPORT, true, this::fits);
    judge(PlanRules.FIX_OF_ACCEPTED, theCase.state().has(CaseEvent.FIX_READY), this::accepted);
  }

  /** What is wrong: how much it matters, where it stands, and what it is. */
  private record Wrong(Severity severity, Location place, String message) {}

  private void judge(RuleDescription rule, boolean applies, Supplier<Optional<Wrong>> check) {
    Optional<Wrong> wrong = applies ? check.get() : Optional.empty();
    if (wrong.isPresent()) {
      Wrong found = wrong.get();
      verdicts.fail(rule, found.severity(), subject, found.place(), found.message());
    } else if (applies) {
      verdicts.pass(rule, subject);
    } else {
      verdicts.notApplicable(rule, subject);
    }
  }

  private Optional<Wrong> kept() {
    for (Fact fact : facts) {
      Embargo before = EmbargoReplay.before(facts, fact).embargo();
      if (EmbargoReplay.isPublic(fact) && before.isInForceAt(fact.at())) {
        String message =
            "%s was at %s, under an embargo until %s"
                .formatted(fact.what(), show(fact.at()), show(before.until().orElseThrow()));
        return wrong(Severity.HIGH, fact, message);
      }
    }
    return Optional.empty();
  }

  private Optional<Wrong> ends() {
    if (!embargo.isInForceAt(plan.now())) {
      return Optional.empty();
    }
    for (Fact fact : facts) {
      for (CaseEvent event : CaseStates.caseState(List.of(fact)).events()) {
        if (event.endsSecrecy()) {
          Advice advice = Occasion.of(event).orElseThrow().end();
          String message =
              "the embargo %s end, as %s, and is in force"
                  .formatted(advice.force().text(), advice.reason());
          return wrong(Severity.MEDIUM, fact, message);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Wrong> inTime() {
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      if (List.of(EmbargoFacts.PROPOSED, EmbargoFacts.REVISED, EmbargoFacts.ACCEPTED)
          .contains(fact.what())) {
        Advice advice = Negotiation.open(CaseStates.caseState(facts.subList(0, i)));
        if (advice.force() == Force.MUST_NOT || isNew(fact, advice)) {
          Severity severity = advice.allows() ? Severity.LOW : Severity.MEDIUM;
          String message =
              "%s %s be, as %s".formatted(fact.what(), advice.force().text(), advice.reason());
          return wrong(severity, fact, message);
        }
      }
    }
    return Optional.empty();
  }

  /** Once a fix is there no new embargo should begin; one in force may be extended. */
  private static boolean isNew(Fact fact, Advice advice) {
    return advice.force() == Force.SHOULD_NOT && fact.what().equals(EmbargoFacts.PROPOSED);
  }

  private Optional<Wrong> open() {
    return facts.stream()
        .filter(fact -> fact.what().equals(Milestone.CLOSED))
        .filter(fact -> EmbargoReplay.before(facts, fact).embargo().isInForceAt(fact.at()))
        .findFirst()
        .flatMap(fact -> wrong(Severity.LOW, fact, "was closed while an embargo is in force"));
  }

  private List<Regime> limits() {
    return plan.regimes().stream().filter(regime -> regime.embargo().isPresent()).toList();
  }

  /** A list counts from when it was told; before that nothing can be said. */
  private boolean hasLength() {
    return embargo.until().isPresent()
        && theCase.first(Milestone.DISTRIBUTORS_NOTIFIED).isPresent();
  }

  private Optional<Wrong> length() {
    Fact told = theCase.first(Milestone.DISTRIBUTORS_NOTIFIED).orElseThrow();
    Instant until = embargo.until().orElseThrow();
    Duration length = Duration.between(told.at(), until);
    for (Regime regime : limits()) {
      EmbargoLimits limits = regime.embargo().orElseThrow();
      if (limits.ask(length) == EmbargoLimits.Answer.TOO_LONG) {
        String message =
            "the embargo ends at %s, %s after distributors were notified; %s accepts %s"
                .formatted(
                    show(until),
                    Instants.show(length),
                    regime.title(),
                    Instants.show(limits.maximum()));
        return wrong(Severity.MEDIUM, told, message);
      }
    }
    return Optional.empty();
  }

  private Optional<Wrong> fits() {
    CaseStates states = CaseStates.of(facts);
    return states.misfits().stream()
        .findFirst()
        .flatMap(
            fact ->
                wrong(
                    Severity.LOW,
                    fact,
                    "%s does not follow from what happened before".formatted(fact.what())));
  }

  private Optional<Wrong> accepted() {
    ReportState state = theCase.reportState();
    boolean found = state == ReportState.START || state.mayHaveFix();
    return found
        ? Optional.empty()
        : theCase
            .first(Milestone.FIX_READY)
            .or(() -> theCase.first(Milestone.FIX_DEPLOYED))
            .flatMap(fact -> wrong(Severity.LOW, fact, "has a fix, and the report is " + state));
  }

  private static Optional<Wrong> wrong(Severity severity, Fact fact, String message) {
    return Optional.of(new Wrong(severity, fact.declaredAt(), message));
  }

  private String show(Instant instant) {
    return Instants.show(instant, plan.calendar().zone());
  }
}
