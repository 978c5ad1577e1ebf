package dev.avow.policy.rule;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;

/** One thing that a rule is asked about. */
public interface Target {

  /** Returns what it is called. */
  Subject subject();

  /** Returns where it stands. */
  Field place();
}
