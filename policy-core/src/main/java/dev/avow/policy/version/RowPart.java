package dev.avow.policy.version;

import dev.avow.policy.version.SupportRow.Kind;
import dev.avow.policy.version.ask.Asked;
import dev.avow.policy.version.line.Closeness;
import dev.avow.policy.version.line.Coverage;
import dev.avow.policy.version.line.LineLanguage;
import dev.avow.policy.version.scheme.VersionScheme;
import java.util.List;
import java.util.Locale;

/**
 * A part of a row: one of the things that it is about.
 *
 * @param row the row
 * @param coverage what the part covers
 */
record RowPart(SupportRow row, Coverage coverage) {

  static List<Coverage> read(SupportRow row, VersionScheme scheme) {
    return switch (row.kind()) {
      case LINE -> LineLanguage.read(row.text(), scheme);
      case BRANCH -> List.of(LineLanguage.branch(row.text()));
      case IMAGES -> LineLanguage.read(images(row.text()), scheme);
    };
  }

  /** Images that are released are those of the newest release. */
  private static String images(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.equals("released") || lower.startsWith("released image") ? "latest" : text;
  }

  /** Rows about images are asked about images only; those about versions, about their tags too. */
  boolean concerns(Asked asked) {
    return row.kind() != Kind.IMAGES || asked instanceof Asked.OfImage;
  }

  /**
   * Returns a positive number if this part is more specific than {@code other}, a negative one the
   * other way round, and zero if neither is. Of two that cover the same, the one that holds for
   * some vulnerabilities only is.
   */
  int compareCloseness(RowPart other) {
    int order = Closeness.compare(coverage, other.coverage);
    return order != 0
        ? order
        : Boolean.compare(other.row.condition().isAny(), row.condition().isAny());
  }
}
