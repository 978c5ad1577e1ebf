package dev.avow.policy.rule;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Finding.Hop;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import java.util.List;

/** Takes what a rule finds that has more than one thing to say about a target. */
public interface Reporter {

  /** Reports a broken promise at {@code at}. */
  void fail(Field at, Message message);

  /** Reports a broken promise at {@code at} that {@code fix} would mend. */
  void fail(Field at, Message message, Fix fix);

  /**
   * Reports a broken promise at {@code at} that {@code fix} would mend, with the way that leads
   * there, first station first.
   */
  void fail(Field at, Message message, Fix fix, List<Hop> trail);

  /** Reports a broken promise at {@code at}; the message is taken literally. */
  default void fail(Field at, String message) {
    fail(at, Message.literal(message));
  }

  /** Reports a question at {@code at} that {@code what}, a noun phrase, would decide. */
  void missing(String what, Field at);

  /** Returns what the policy says to the rule. */
  Settings settings();
}
