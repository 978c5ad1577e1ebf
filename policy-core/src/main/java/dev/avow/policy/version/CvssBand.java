package dev.avow.policy.version;

import java.util.Optional;

/**
 * A band of CVSS scores, both ends included.
 *
 * @param text the band as it is written
 * @param low the lowest score, in tenths
 * @param high the highest score, in tenths
 */
record CvssBand(String text, int low, int high) {

  private static final int HIGHEST = 100;

  static CvssBand of(String text) {
    String body = text.replace(" ", "").replace("–", "-").replace("≥", ">=").replace("≤", "<=");
    int low = 0;
    int high = HIGHEST;
    if (body.startsWith(">=")) {
      low = tenths(body.substring(2), text);
    } else if (body.startsWith("<=")) {
      high = tenths(body.substring(2), text);
    } else if (body.endsWith("+")) {
      low = tenths(body.substring(0, body.length() - 1), text);
    } else {
      int dash = body.indexOf('-');
      low = tenths(dash < 0 ? body : body.substring(0, dash), text);
      high = tenths(body.substring(dash + 1), text);
    }
    if (low > high) {
      throw refusal(text);
    }
    return new CvssBand(text.strip(), low, high);
  }

  private static int tenths(String number, String text) {
    boolean sound = number.matches("[0-9]|10|[0-9]\\.[0-9]|10\\.0");
    if (!sound) {
      throw refusal(text);
    }
    return (int) Math.round(Double.parseDouble(number) * 10);
  }

  private static IllegalArgumentException refusal(String text) {
    return new IllegalArgumentException(
        "scores must look like 4.0-8.9 but were \"%s\"".formatted(text));
  }

  /** Returns whether a score that is somewhere between two lies here; nothing if it may. */
  Optional<Boolean> holds(double lowest, double highest) {
    long from = Math.round(lowest * 10);
    long to = Math.round(highest * 10);
    if (from >= low && to <= high) {
      return Optional.of(true);
    }
    return to < low || from > high ? Optional.of(false) : Optional.empty();
  }
}
