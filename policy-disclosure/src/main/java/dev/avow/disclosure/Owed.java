package dev.avow.disclosure;

import dev.avow.disclosure.regime.Clause;
import dev.avow.disclosure.regime.Counting;
import dev.avow.disclosure.regime.Regime;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something owed in a case, by whom it is asked, and how that one counts.
 *
 * @param owner who asks: the name of a regime, or {@link #POLICY}
 * @param clause what is asked
 * @param calendar the owner's calendar
 * @param counting how the owner counts
 */
record Owed(String owner, Clause clause, WorkingCalendar calendar, Counting counting) {

  /** Who owns what the project promises itself. */
  static final String POLICY = "";

  /** Who owns what holds for everybody: an embargo that is in force. */
  static final String EMBARGO = "*";

  static Owed byPolicy(Commitment commitment, WorkingCalendar calendar) {
    return new Owed(POLICY, Clause.of(commitment), calendar, Counting.AS_STATED);
  }

  static Owed by(Regime regime, Clause clause) {
    return new Owed(regime.name(), clause, regime.calendar(), regime.counting());
  }

  Commitment commitment() {
    return clause.commitment();
  }

  boolean holds(Attribution facts) {
    boolean plain = clause.onlyIf().isEmpty() && clause.unless().isEmpty();
    return plain
        || clause.holds(milestone -> facts.first(milestone, owner).map(Fact::at), calendar);
  }

  Deadline deadline(Instant start) {
    return clause.deadline(start, calendar, counting);
  }

  /** Returns the milestones of facts on which it depends. */
  Set<Milestone> dependsOn() {
    Set<Milestone> all = new TreeSet<>();
    clause.dependsOn().forEach(milestone -> all.addAll(Implications.of(milestone)));
    if (!commitment().severities().isAny()) {
      all.add(Milestone.SEVERITY_ASSESSED);
    }
    if (clause.isAhead()) {
      all.add(Fact.DATE_PLANNED);
    }
    return all;
  }
}
