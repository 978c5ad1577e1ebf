package dev.avow.policy.report;

import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Verdict;

/** What a policy report can say of a rule and a resource. */
enum PolicyResult {
  /** The promise is kept. */
  PASS,
  /** It is broken, and that blocks. */
  FAIL,
  /** It is broken, but that does not block. */
  WARN,
  /** It could not be decided. */
  ERROR,
  /** The rule does not concern the resource, or is waived, or says too little to be reported. */
  SKIP;

  static PolicyResult of(Ruling ruling) {
    return switch (RulingKind.of(ruling)) {
      case BLOCKS -> FAIL;
      case UNDECIDED -> ERROR;
      case REPORTED -> ruling.finding().verdict() == Verdict.FAIL ? WARN : ERROR;
      case WAIVED, KNOWN, HIDDEN -> SKIP;
    };
  }

  String label() {
    return Words.label(this);
  }
}
