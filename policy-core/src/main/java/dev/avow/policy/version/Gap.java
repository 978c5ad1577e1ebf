package dev.avow.policy.version;

import dev.avow.policy.finding.Severity;
import dev.avow.policy.version.scheme.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Versions that no row is about.
 *
 * @param example one of them
 * @param below the nearest version below that a row is about; null if there is none
 * @param above the nearest version above that a row is about; null if there is none
 */
record Gap(Version example, @Nullable Version below, @Nullable Version above) {

  /** What comes before all rows or after them is often left out on purpose. */
  Severity severity() {
    return below == null || above == null ? Severity.INFO : SupportRules.NO_GAPS.severity();
  }

  String message() {
    return "no row is about versions such as %s, which come %s".formatted(example, where());
  }

  private String where() {
    if (below == null) {
      return "before all rows";
    }
    return above == null ? "after all rows" : "between %s and %s".formatted(below, above);
  }

  /** Returns the line of {@code version} as a row names it: {@code 0.33.x}. */
  static String line(Version version) {
    List<String> numbers = version.numbers();
    int kept = Math.min(2, Math.max(1, numbers.size() - 1));
    return String.join(".", numbers.subList(0, Math.min(kept, numbers.size()))) + ".x";
  }
}
