package dev.avow.policy.version;

import java.util.Locale;

/** Finds the end of support in brackets behind a line: {@code 1.x (until June 2027)}. */
final class EndNote {

  private static final String UNTIL = "until ";

  private EndNote() {}

  /** Returns the end that {@code line} tells itself; never, if it tells none. */
  static SupportEnd in(String line) {
    int open = line.lastIndexOf('(');
    int close = line.indexOf(')', Math.max(0, open));
    if (open < 0 || close < 0) {
      return SupportEnd.never();
    }
    String note = line.substring(open + 1, close).strip();
    String lower = note.toLowerCase(Locale.ROOT);
    int until = lower.indexOf(UNTIL);
    if (until >= 0) {
      return SupportEnd.of(note.substring(until + UNTIL.length()));
    }
    boolean ends = lower.startsWith("eol") || lower.startsWith("end of life");
    return ends ? SupportEnd.of(note) : SupportEnd.never();
  }
}
