package dev.avow.policy.commitment;

import dev.avow.policy.finding.Location;
import org.jspecify.annotations.Nullable;

/** The parts of a commitment while one of them is being changed. */
final class CommitmentDraft {

  final Milestone promised;
  String id;
  Milestone from = Milestone.REPORTED;
  @Nullable Period period;
  @Nullable DayRange days;
  Bound bound = Bound.AT_MOST;
  Roll roll = Roll.NONE;
  SeverityCondition severities = SeverityCondition.any();
  String source = "security policy";
  Location declaredAt = Location.in("(code)");

  CommitmentDraft(Milestone promised) {
    this.promised = promised;
    this.id = promised.name();
  }

  CommitmentDraft(Commitment known) {
    this.promised = known.promised();
    this.id = known.id();
    this.from = known.from();
    this.period = known.period().orElse(null);
    this.days = known.days().orElse(null);
    this.bound = known.bound();
    this.roll = known.roll();
    this.severities = known.severities();
    this.source = known.source();
    this.declaredAt = known.declaredAt();
  }
}
