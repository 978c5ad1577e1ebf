package dev.avow.disclosure;

import dev.avow.policy.finding.Subject;
import java.util.Optional;

/** Says whether announcements can be told for what they are, and reach anybody. */
final class AnnouncementJudge {

  private final Plan plan;
  private final Verdicts verdicts;

  AnnouncementJudge(Plan plan, Verdicts verdicts) {
    this.plan = plan;
    this.verdicts = verdicts;
  }

  void judge(Announced announced, Subject subject) {
    announced.markerIfAny().ifPresent(marker -> marked(announced, marker, subject));
    announced.linkIfAny().ifPresent(link -> reachable(announced, subject));
  }

  private void marked(Announced announced, String marker, Subject subject) {
    Optional<Fact> made = plan.disclosureCase().first(announced.milestone());
    if (made.isEmpty()) {
      verdicts.notApplicable(PlanRules.MARKED, subject);
      return;
    }
    Fact fact = made.get();
    Optional<String> text = fact.detail("text");
    if (text.isEmpty()) {
      verdicts.missing(PlanRules.MARKED, subject, fact.declaredAt(), "its detail text");
    } else if (Instants.lower(text.get()).contains(Instants.lower(marker))) {
      verdicts.pass(PlanRules.MARKED, subject);
    } else {
      String message =
          "does not mark the security fix: its text does not contain \"%s\"".formatted(marker);
      verdicts.fail(PlanRules.MARKED, subject, fact.declaredAt(), message);
    }
  }

  private void reachable(Announced announced, Subject subject) {
    Optional<Fact> checked =
        plan.disclosureCase().standing().stream()
            .filter(fact -> fact.what().equals(Fact.ADDRESS_CHECKED))
            .filter(fact -> fact.detail("announcement").equals(Optional.of(announced.id())))
            .reduce((earlier, later) -> later);
    if (checked.isEmpty()) {
      String missing = "a fact %s about it".formatted(Fact.ADDRESS_CHECKED);
      verdicts.missing(PlanRules.REACHABLE, subject, announced.declaredAt(), missing);
      return;
    }
    Fact fact = checked.get();
    if (fact.detail("works").equals(Optional.of("true"))) {
      verdicts.pass(PlanRules.REACHABLE, subject);
    } else {
      String missing =
          "an address that works: it was dead at "
              + Instants.show(fact.at(), plan.calendar().zone());
      verdicts.missing(PlanRules.REACHABLE, subject, fact.declaredAt(), missing);
    }
  }
}
