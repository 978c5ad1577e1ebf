package dev.avow.policy.version.range;

import dev.avow.policy.version.range.VersionConstraint.Operator;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the version specifiers of Python, all of which must hold.
 *
 * @param scheme the scheme of the versions
 * @see <a href="https://packaging.python.org/en/latest/specifications/version-specifiers/">PEP
 *     440</a>
 */
record PypiRange(VersionScheme scheme) {

  private static final List<String> SIGNS = List.of("===", "~=", "==", "!=", "<=", ">=", "<", ">");
  private static final String ANY_OF_LINE = ".*";

  VersionRange read(String text) {
    VersionRange all = VersionRange.of(scheme, List.of(Interval.all()), List.of());
    for (String specifier : text.split(",", -1)) {
      if (!specifier.isBlank() && !specifier.strip().equals("*")) {
        all = all.and(specifier(specifier.strip()));
      }
    }
    return all;
  }

  private VersionRange specifier(String text) {
    String sign = SIGNS.stream().filter(text::startsWith).findFirst().orElse("");
    String version = text.substring(sign.length()).strip();
    if (version.isEmpty() || !Character.isLetterOrDigit(version.charAt(0))) {
      throw new IllegalArgumentException(
          "a specifier must look like >=1.0 but was \"%s\"".formatted(text));
    }
    boolean line = version.endsWith(ANY_OF_LINE);
    String body = line ? version.substring(0, version.length() - ANY_OF_LINE.length()) : version;
    return switch (sign) {
      case "!=" -> line ? unlike(body) : except(body);
      case "~=" -> compatible(body);
      case "", "==", "===" -> line ? range(line(body)) : range(end(Operator.EQUAL, body));
      case "<" -> range(end(Operator.LESS, body));
      case "<=" -> range(end(Operator.LESS_OR_EQUAL, body));
      case ">" -> range(end(Operator.GREATER, body));
      default -> range(end(Operator.GREATER_OR_EQUAL, body));
    };
  }

  private VersionRange compatible(String version) {
    List<String> numbers = Version.of(version, scheme).numbers();
    if (numbers.size() < 2) {
      throw new IllegalArgumentException(
          "a compatible release must look like ~=1.4 but was \"~=%s\"".formatted(version));
    }
    List<String> line = numbers.subList(0, numbers.size() - 1);
    return range(end(Operator.GREATER_OR_EQUAL, version).and(end(Operator.LESS, next(line))));
  }

  private Interval line(String version) {
    return end(Operator.GREATER_OR_EQUAL, version + ".dev0")
        .and(end(Operator.LESS, next(Version.of(version, scheme).numbers()) + ".dev0"));
  }

  private VersionRange unlike(String version) {
    String behind = next(Version.of(version, scheme).numbers()) + ".dev0";
    return VersionRange.of(
        scheme,
        List.of(end(Operator.LESS, version + ".dev0"), end(Operator.GREATER_OR_EQUAL, behind)),
        List.of());
  }

  private VersionRange except(String version) {
    return VersionRange.of(scheme, List.of(Interval.all()), List.of(Version.of(version, scheme)));
  }

  private static String next(List<String> numbers) {
    List<String> next = new ArrayList<>(numbers);
    int last = next.size() - 1;
    next.set(last, new BigInteger(next.get(last)).add(BigInteger.ONE).toString());
    return String.join(".", next);
  }

  private VersionRange range(Interval interval) {
    return VersionRange.of(scheme, List.of(interval), List.of());
  }

  private Interval end(Operator operator, String version) {
    return Interval.of(new VersionConstraint(operator, Version.of(version, scheme)));
  }
}
