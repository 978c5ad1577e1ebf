package dev.avow.policy.rule;

import dev.avow.policy.document.Field;

/** Takes what a rule finds that has more than one thing to say about a target. */
public interface Reporter {

  /** Reports a broken promise at {@code at}. */
  void fail(Field at, String message);

  /** Reports a question at {@code at} that {@code what}, a noun phrase, would decide. */
  void missing(String what, Field at);

  /** Returns what the policy says to the rule. */
  Settings settings();
}
