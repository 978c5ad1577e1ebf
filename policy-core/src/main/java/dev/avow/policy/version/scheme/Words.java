package dev.avow.policy.version.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs of letters and runs of digits in the tail of a version. */
final class Words {

  private Words() {}

  /** Returns the runs in {@code tail}, in lower case, numbers without leading zeros. */
  static List<String> runs(String tail) {
    Scan scan = new Scan(tail.toLowerCase(Locale.ROOT));
    List<String> runs = new ArrayList<>();
    while (!scan.atEnd()) {
      String run = Scan.isDigit(scan.peek()) ? scan.digits() : scan.letters();
      if (run.isEmpty()) {
        scan.skip(String.valueOf(scan.peek()));
      } else {
        runs.add(run);
      }
    }
    return List.copyOf(runs);
  }

  /** Returns the runs of letters in {@code tail}, in lower case. */
  static List<String> letters(String tail) {
    return runs(tail).stream().filter(run -> !isNumber(run)).toList();
  }

  static boolean isNumber(String run) {
    return !run.isEmpty() && run.chars().allMatch(c -> Scan.isDigit((char) c));
  }

  /** Compares two runs: numbers come before words. */
  static int compare(String one, String other) {
    boolean number = isNumber(one);
    if (number != isNumber(other)) {
      return number ? -1 : 1;
    }
    return number ? Numbers.compare(one, other) : one.compareTo(other);
  }

  /** Compares two lists of runs; of two that begin alike the shorter comes first. */
  static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
