package dev.avow.policy.document;

import dev.avow.policy.document.Unreadable.Cause;

/** Says inside this package that a document's text is refused, and where in it. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1;

  private final Cause why;
  private final int offset;

  /** Creates the refusal at {@code offset}, in chars from the beginning of the text. */
  Refused(Cause why, int offset, String reason) {
    super(reason, null, false, false);
    this.why = why;
    this.offset = offset;
  }

  static Refused malformed(int offset, String reason) {
    return new Refused(Cause.MALFORMED, offset, reason);
  }

  static Refused tooLarge(int offset, String reason) {
    return new Refused(Cause.TOO_LARGE, offset, reason);
  }

  Cause why() {
    return why;
  }

  int offset() {
    return offset;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
