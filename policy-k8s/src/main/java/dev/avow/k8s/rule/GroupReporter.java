package dev.avow.k8s.rule;

import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Settings;
import java.util.Collection;

/**
 * Takes what a group rule finds.
 *
 * <p>A rule has to speak of every subject that it concerns, of the good ones too. Messages are
 * predicates of the subject: {@code takes the host "a.example" a second time}.
 */
public interface GroupReporter {

  /** Reports that the rule holds for {@code subject}. */
  void pass(Subject subject);

  /** Reports that the rule does not concern {@code subject}. */
  void notApplicable(Subject subject);

  /** Reports a promise broken by the subject of {@code observed}, where it was observed. */
  default Details fail(Observed<?> observed, String message) {
    return fail(observed.subject(), observed.location(), message);
  }

  /** Reports a promise broken by {@code subject} at {@code at}. */
  Details fail(Subject subject, Location at, String message);

  /**
   * Reports a promise broken by {@code group} as a whole, and so by each of {@code members}: one
   * finding for all of them, who need no other.
   *
   * @param at the nearest place that exists, such as that of the first member
   */
  Details failTogether(Subject group, Collection<Subject> members, Location at, String message);

  /**
   * Reports that the rule cannot be decided for the subject of {@code observed} without {@code
   * what}, a noun phrase.
   */
  default Details missing(Observed<?> observed, String what) {
    return missing(observed.subject(), observed.location(), what);
  }

  /**
   * Reports that the rule cannot be decided for {@code subject} without {@code what}, a noun
   * phrase.
   */
  Details missing(Subject subject, Location at, String what);

  /** Returns what the policy says to the rule. */
  Settings settings();

  /** Adds to the finding that was reported last; needs no end. */
  interface Details {

    /** Adds one of the others whom the finding concerns. */
    Details member(Subject other);

    /** Adds a station on the way that leads to the finding. */
    Details via(Location at, String text);

    /** Sets what would mend it. */
    Details fix(Fix fix);
  }
}
