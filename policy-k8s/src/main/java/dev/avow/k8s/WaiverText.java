package dev.avow.k8s;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an annotation that waives a rule says: {@code until 2027-01-31: why} or {@code until
 * 2027-01-31 by team-web: why}.
 *
 * @param lastDay the last day on which it covers anything
 * @param owner who answers for it, if it says so
 * @param reason why
 */
record WaiverText(LocalDate lastDay, Optional<String> owner, String reason) {

  private static final String UNTIL = "until ";
  private static final String BY = "by ";
  private static final int DATE = "2027-01-31".length();

  /**
   * Reads {@code text}, which may be folded over several lines.
   *
   * @throws IllegalArgumentException if it is malformed; the message says what is wrong, as the end
   *     of a sentence
   */
  static WaiverText parse(String text) {
    String said = text.strip();
    if (!said.startsWith(UNTIL)) {
      throw new IllegalArgumentException("does not begin with \"until\" and a day");
    }
    String rest = said.substring(UNTIL.length()).stripLeading();
    int end = Math.min(DATE, rest.length());
    LocalDate lastDay = day(rest.substring(0, end));
    int colon = rest.indexOf(':', end);
    if (colon < 0) {
      throw new IllegalArgumentException("says no reason behind a colon");
    }
    Optional<String> owner = owner(rest.substring(end, colon).strip());
    String reason = rest.substring(colon + 1).strip().replaceAll("\\s+", " ");
    if (reason.isEmpty()) {
      throw new IllegalArgumentException("says no reason behind the colon");
    }
    return new WaiverText(lastDay, owner, reason);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw new IllegalArgumentException("has no day such as 2027-01-31 behind \"until\"", notADay);
    }
  }

  private static Optional<String> owner(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String name = text.startsWith(BY) ? text.substring(BY.length()).strip() : "";
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "has something between the day and the colon that is not \"by\" and a name");
    }
    return Optional.of(name);
  }
}
