package dev.avow.examples.command;

import dev.avow.policy.finding.Decision;

/** What the command tells the shell. */
enum ExitCode {
  /** Nothing blocks. */
  KEPT(0),
  /** The gate blocks: a promise is broken. */
  BROKEN(1),
  /** The policy, an input or the call itself is wrong; this wins over all others. */
  BAD_INPUT(2),
  /** Something that matters could not be decided, and the policy says that this blocks. */
  INCONCLUSIVE(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ExitCode of(Decision decision) {
    if (!decision.blocks()) {
      return KEPT;
    }
    return decision.outcome() == Decision.Outcome.BROKEN ? BROKEN : INCONCLUSIVE;
  }
}
