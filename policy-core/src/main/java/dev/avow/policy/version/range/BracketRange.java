package dev.avow.policy.version.range;

import dev.avow.policy.version.range.VersionConstraint.Operator;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the ranges of Maven and NuGet: {@code [1.0,2.0)}, several of them parted by commas, or a
 * version alone, which is the least one to NuGet and the wanted one to Maven.
 *
 * @param scheme the scheme of the versions
 */
record BracketRange(VersionScheme scheme) {

  VersionRange read(String text) {
    if ("[(".indexOf(text.charAt(0)) < 0) {
      return alone(text);
    }
    List<Interval> intervals = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = endOfSet(text, at);
      intervals.add(set(text.substring(at, end + 1), text));
      at = end + 1;
      while (at < text.length() && ", \t".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
    return VersionRange.of(scheme, intervals, List.of());
  }

  private VersionRange alone(String text) {
    if (scheme.name().equals("maven")) {
      return one(end(Operator.EQUAL, text));
    }
    if (text.contains("*")) {
      return new NpmRange(scheme).read(text.replaceAll("-?\\*.*", "x"));
    }
    return one(end(Operator.GREATER_OR_EQUAL, text));
  }

  private static int endOfSet(String text, int from) {
    int at = from + 1;
    while (at < text.length() && "])".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if ("[(".indexOf(text.charAt(from)) < 0 || at == text.length()) {
      throw refusal(text);
    }
    return at;
  }

  private Interval set(String set, String text) {
    boolean fromIncluded = set.charAt(0) == '[';
    boolean toIncluded = set.charAt(set.length() - 1) == ']';
    String[] ends = set.substring(1, set.length() - 1).split(",", -1);
    String from = ends[0].strip();
    String to = ends[ends.length - 1].strip();
    boolean single = ends.length == 1;
    if (ends.length > 2 || (single && (from.isEmpty() || !fromIncluded || !toIncluded))) {
      throw refusal(text);
    }
    if (single) {
      return end(Operator.EQUAL, from);
    }
    Interval low =
        from.isEmpty()
            ? Interval.all()
            : end(fromIncluded ? Operator.GREATER_OR_EQUAL : Operator.GREATER, from);
    return to.isEmpty()
        ? low
        : low.and(end(toIncluded ? Operator.LESS_OR_EQUAL : Operator.LESS, to));
  }

  private static IllegalArgumentException refusal(String text) {
    return new IllegalArgumentException(
        "a range must look like [1.0,2.0) but was \"%s\"".formatted(text));
  }

  private VersionRange one(Interval interval) {
    return VersionRange.of(scheme, List.of(interval), List.of());
  }

  private Interval end(Operator operator, String version) {
    return Interval.of(new VersionConstraint(operator, Version.of(version, scheme)));
  }
}
