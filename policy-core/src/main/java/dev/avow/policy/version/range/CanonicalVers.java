package dev.avow.policy.version.range;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads {@code vers:} ranges that are in the canonical form, and says what is not. */
final class CanonicalVers {

  private CanonicalVers() {}

  static VersionRange read(String text) {
    require(text.chars().noneMatch(Character::isWhitespace), "be without whitespace", text);
    String constraints = text.substring(text.indexOf('/') + 1);
    require(!constraints.startsWith("|"), "not begin with a pipe", text);
    require(!constraints.endsWith("|"), "not end with a pipe", text);
    require(!constraints.contains("||"), "not have two pipes in a row", text);
    VersionRange range = VersText.read(text);
    List<String> parts = constraints.equals("*") ? List.of() : List.of(constraints.split("\\|"));
    parts.forEach(part -> encoding(part, range, text));
    List<VersionConstraint> read =
        parts.stream().map(part -> VersText.constraint(part, range.scheme())).toList();
    require(range.constraints().equals(read), "be sorted by version", text);
    long versions = read.stream().map(VersionConstraint::version).distinct().count();
    require(versions == read.size(), "name each version once", text);
    require(
        text.startsWith("vers:" + range.scheme().name() + "/") || parts.isEmpty(),
        "have its scheme in lower case",
        text);
    return range;
  }

  private static void encoding(String part, VersionRange range, String text) {
    VersionConstraint constraint = VersText.constraint(part, range.scheme());
    if (range.scheme().name().equals("datetime")) {
      String moment = constraint.version().toString();
      require(moment.equals(moment.toUpperCase(Locale.ROOT)), "have T and Z in capitals", text);
    }
    boolean canonical = Stream.of(constraint.toString(), "=" + constraint).anyMatch(part::equals);
    require(canonical, "encode nothing but what must be, in capitals", text);
  }

  private static void require(boolean holds, String what, String text) {
    if (!holds) {
      throw new IllegalArgumentException(
          "a canonical range must %s but was \"%s\"".formatted(what, text));
    }
  }
}
