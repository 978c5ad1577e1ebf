package dev.avow.policy.version.range;

import dev.avow.policy.version.range.VersionConstraint.Operator;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version of which the last numbers may be left out or be an {@code x}.
 *
 * @param numbers the numbers that are written; none means any version
 * @param suffix pre-release and build as written
 * @param scheme the scheme
 */
record PartialVersion(List<String> numbers, String suffix, VersionScheme scheme) {

  private static final int WHOLE = 3;

  static Optional<PartialVersion> of(String text, VersionScheme scheme) {
    String body = text.startsWith("v") || text.startsWith("V") ? text.substring(1) : text;
    int end = 0;
    while (end < body.length() && "0123456789.xX*".indexOf(body.charAt(end)) >= 0) {
      end++;
    }
    List<String> numbers = new ArrayList<>();
    boolean open = false;
    for (String part : body.substring(0, end).split("\\.", -1)) {
      open |= part.equalsIgnoreCase("x") || part.equals("*");
      if (!open) {
        numbers.add(part);
      }
    }
    String suffix = body.substring(end);
    boolean sound =
        numbers.stream().allMatch(PartialVersion::isNumber) && (!open || suffix.isEmpty());
    boolean any = body.isEmpty() || (open && numbers.isEmpty());
    return any || (sound && !numbers.isEmpty())
        ? Optional.of(new PartialVersion(any ? List.of() : List.copyOf(numbers), suffix, scheme))
        : Optional.empty();
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private boolean isPartial() {
    return numbers.size() < WHOLE && suffix.isEmpty();
  }

  Interval itself() {
    return isPartial() ? line() : end(Operator.EQUAL, first());
  }

  private Interval line() {
    return numbers.isEmpty() ? Interval.all() : atLeast().and(end(Operator.LESS, next(numbers)));
  }

  Interval atLeast() {
    return numbers.isEmpty() ? Interval.all() : end(Operator.GREATER_OR_EQUAL, first());
  }

  /** A line is left behind only with the next one. */
  Interval above() {
    if (numbers.isEmpty()) {
      return none();
    }
    return isPartial()
        ? end(Operator.GREATER_OR_EQUAL, next(numbers))
        : end(Operator.GREATER, first());
  }

  Interval below() {
    return numbers.isEmpty() ? none() : end(Operator.LESS, first());
  }

  Interval atMost() {
    if (numbers.isEmpty()) {
      return Interval.all();
    }
    return isPartial() ? end(Operator.LESS, next(numbers)) : end(Operator.LESS_OR_EQUAL, first());
  }

  Interval tilde() {
    int kept = Math.min(2, numbers.size());
    return kept == 0 ? Interval.all() : upTo(kept);
  }

  /** Up to the next of the first number that is not zero. */
  Interval caret() {
    if (numbers.isEmpty()) {
      return Interval.all();
    }
    int kept = 1;
    while (kept < numbers.size() && new BigInteger(numbers.get(kept - 1)).signum() == 0) {
      kept++;
    }
    return upTo(kept);
  }

  private Interval upTo(int kept) {
    return atLeast().and(end(Operator.LESS, next(numbers.subList(0, kept))));
  }

  private Interval none() {
    return end(Operator.LESS, List.of("0", "0", "0-0"));
  }

  private List<String> first() {
    List<String> first = new ArrayList<>(numbers);
    while (first.size() < WHOLE) {
      first.add("0");
    }
    first.set(first.size() - 1, first.get(first.size() - 1) + suffix);
    return first;
  }

  private static List<String> next(List<String> numbers) {
    List<String> next = new ArrayList<>(numbers);
    int last = next.size() - 1;
    next.set(last, new BigInteger(next.get(last)).add(BigInteger.ONE).toString());
    while (next.size() < WHOLE) {
      next.add("0");
    }
    return next;
  }

  private Interval end(Operator operator, List<String> version) {
    return Interval.of(
        new VersionConstraint(operator, Version.of(String.join(".", version), scheme)));
  }
}
