package dev.avow.policy.version.scheme;

import java.util.List;

/** Numbers of any size as their decimal digits, and lists of them that end in zeros without end. */
public final class Numbers {

  private static final String ZERO = "0";

  private Numbers() {}

  /** Returns {@code digits} without leading zeros. */
  public static String strip(String digits) {
    int first = 0;
    while (first < digits.length() - 1 && digits.charAt(first) == '0') {
      first++;
    }
    return digits.substring(first);
  }

  /** Compares two numbers without leading zeros. */
  public static int compare(String one, String other) {
    int order = Integer.compare(one.length(), other.length());
    return order != 0 ? order : one.compareTo(other);
  }

  /** Compares two lists, the shorter one ending in zeros. */
  public static int compare(List<String> one, List<String> other) {
    return compare(one, other, Math.max(one.size(), other.size()));
  }

  /** Compares the first {@code length} numbers of two lists that end in zeros. */
  public static int compare(List<String> one, List<String> other, int length) {
    for (int i = 0; i < length; i++) {
      int order = compare(at(one, i), at(other, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Returns the number at {@code index}; zero behind the end. */
  public static String at(List<String> numbers, int index) {
    return index < numbers.size() ? numbers.get(index) : ZERO;
  }
}
