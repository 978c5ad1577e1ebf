package dev.avow.policy.repository;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The patterns by which workflows choose branches: {@code *} and {@code **}, {@code ?} and {@code
 * +} behind a character, sets in brackets, and {@code !} in front of what is left out again.
 */
final class BranchFilter {

  /** A character that must come, and how often. */
  private record Part(IntPredicate fits, boolean optional, boolean repeats) {}

  private BranchFilter() {}

  /** Returns a check that {@code patterns}, one or a list, choose {@code branch}. */
  static Check check(Field patterns, String branch) {
    List<Field> all = patterns.isList() ? patterns.items() : List.of(patterns);
    boolean chosen = false;
    for (Field pattern : all) {
      String text = pattern.text().orElse("");
      if (pattern.isUnresolved()) {
        return Check.unknown("the value of " + pattern.path(), pattern);
      }
      boolean out = text.startsWith("!");
      if (matches(out ? text.substring(1) : text, branch)) {
        chosen = !out;
      }
    }
    return Check.of(chosen, patterns);
  }

  static boolean matches(String pattern, String name) {
    List<Part> parts = parts(pattern);
    BitSet states = new BitSet();
    states.set(0);
    skipOptional(states, parts);
    for (int i = 0; i < name.length(); i++) {
      BitSet next = new BitSet();
      char c = name.charAt(i);
      for (int s = states.nextSetBit(0); s >= 0 && s < parts.size(); s = states.nextSetBit(s + 1)) {
        if (parts.get(s).fits().test(c)) {
          next.set(s + 1);
          if (parts.get(s).repeats()) {
            next.set(s);
          }
        }
      }
      skipOptional(next, parts);
      states = next;
    }
    return states.get(parts.size());
  }

  private static void skipOptional(BitSet states, List<Part> parts) {
    for (int s = 0; s < parts.size(); s++) {
      if (states.get(s) && parts.get(s).optional()) {
        states.set(s + 1);
      }
    }
  }

  private static List<Part> parts(String pattern) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (pattern.startsWith("**", at)) {
        parts.add(new Part(any -> true, true, true));
        at += 2;
        continue;
      }
      int end = c == '[' ? pattern.indexOf(']', at) : at;
      if (c == '*') {
        parts.add(new Part(any -> any != '/', true, true));
        at++;
        continue;
      }
      IntPredicate fits;
      if (end > at) {
        fits = set(pattern.substring(at + 1, end));
        at = end + 1;
      } else {
        boolean escaped = c == '\\' && at + 1 < pattern.length();
        char literal = escaped ? pattern.charAt(at + 1) : c;
        fits = any -> any == literal;
        at += escaped ? 2 : 1;
      }
      char times = at < pattern.length() ? pattern.charAt(at) : ' ';
      parts.add(new Part(fits, times == '?', false));
      if (times == '+') {
        parts.set(parts.size() - 1, new Part(fits, false, false));
        parts.add(new Part(fits, true, true));
      }
      at += times == '?' || times == '+' ? 1 : 0;
    }
    return parts;
  }

  private static IntPredicate set(String members) {
    IntPredicate fits = any -> false;
    for (int i = 0; i < members.length(); i++) {
      char from = members.charAt(i);
      boolean range = i + 2 < members.length() && members.charAt(i + 1) == '-';
      char to = range ? members.charAt(i + 2) : from;
      fits = fits.or(c -> c >= from && c <= to);
      i += range ? 2 : 0;
    }
    return fits;
  }
}
