package dev.avow.policy.version;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The marks and words by which tables say whether a version is supported. */
final class StatusWords {

  private static final List<Map.Entry<String, SupportStatus>> MARKS =
      List.of(
          Map.entry(":white_check_mark:", SupportStatus.SUPPORTED),
          Map.entry(":heavy_check_mark:", SupportStatus.SUPPORTED),
          Map.entry(":ballot_box_with_check:", SupportStatus.SUPPORTED),
          Map.entry(":green_circle:", SupportStatus.SUPPORTED),
          Map.entry(":x:", SupportStatus.UNSUPPORTED),
          Map.entry(":no_entry", SupportStatus.UNSUPPORTED),
          Map.entry(":negative_squared_cross_mark:", SupportStatus.UNSUPPORTED),
          Map.entry(":red_circle:", SupportStatus.UNSUPPORTED),
          Map.entry("✅", SupportStatus.SUPPORTED),
          Map.entry("✔", SupportStatus.SUPPORTED),
          Map.entry("✓", SupportStatus.SUPPORTED),
          Map.entry("☑", SupportStatus.SUPPORTED),
          Map.entry("❌", SupportStatus.UNSUPPORTED),
          Map.entry("✗", SupportStatus.UNSUPPORTED),
          Map.entry("✘", SupportStatus.UNSUPPORTED),
          Map.entry("✖", SupportStatus.UNSUPPORTED),
          Map.entry("❎", SupportStatus.UNSUPPORTED),
          Map.entry("🚫", SupportStatus.UNSUPPORTED));

  /** What decides first stands first: "not supported" holds "supported". */
  private static final List<Map.Entry<String, SupportStatus>> PHRASES =
      List.of(
          Map.entry("best effort", SupportStatus.BEST_EFFORT),
          Map.entry("besteffort", SupportStatus.BEST_EFFORT),
          Map.entry("critical", SupportStatus.BEST_EFFORT),
          Map.entry("limited", SupportStatus.BEST_EFFORT),
          Map.entry("not ", SupportStatus.UNSUPPORTED),
          Map.entry("none", SupportStatus.UNSUPPORTED),
          Map.entry("inactive", SupportStatus.UNSUPPORTED),
          Map.entry("discontinued", SupportStatus.UNSUPPORTED),
          Map.entry("retired", SupportStatus.UNSUPPORTED),
          Map.entry("obsolete", SupportStatus.UNSUPPORTED),
          Map.entry("ended", SupportStatus.UNSUPPORTED),
          Map.entry("no longer", SupportStatus.UNSUPPORTED),
          Map.entry("unsupported", SupportStatus.UNSUPPORTED),
          Map.entry("unmaintained", SupportStatus.UNSUPPORTED),
          Map.entry("end of life", SupportStatus.UNSUPPORTED),
          Map.entry("end of support", SupportStatus.UNSUPPORTED),
          Map.entry("deprecated", SupportStatus.UNSUPPORTED),
          Map.entry("eol", SupportStatus.UNSUPPORTED),
          Map.entry("in development", SupportStatus.DEVELOPMENT),
          Map.entry("development", SupportStatus.DEVELOPMENT),
          Map.entry("unreleased", SupportStatus.DEVELOPMENT),
          Map.entry("security", SupportStatus.SUPPORTED),
          Map.entry("bug fixes", SupportStatus.SUPPORTED),
          Map.entry("supported", SupportStatus.SUPPORTED),
          Map.entry("maintained", SupportStatus.SUPPORTED),
          Map.entry("maintenance", SupportStatus.SUPPORTED),
          Map.entry("active", SupportStatus.SUPPORTED),
          Map.entry("current", SupportStatus.SUPPORTED),
          Map.entry("lts", SupportStatus.SUPPORTED));

  private static final Map<String, SupportStatus> WORDS =
      Map.ofEntries(
          Map.entry("yes", SupportStatus.SUPPORTED),
          Map.entry("y", SupportStatus.SUPPORTED),
          Map.entry("true", SupportStatus.SUPPORTED),
          Map.entry("no", SupportStatus.UNSUPPORTED),
          Map.entry("n", SupportStatus.UNSUPPORTED),
          Map.entry("false", SupportStatus.UNSUPPORTED),
          Map.entry("x", SupportStatus.UNSUPPORTED),
          Map.entry("-", SupportStatus.UNSUPPORTED),
          Map.entry("—", SupportStatus.UNSUPPORTED));

  private StatusWords() {}

  static Optional<SupportStatus> read(String cell) {
    String text = cell.toLowerCase(Locale.ROOT).replace("`", "").replace("**", "").strip();
    String spaced = text.replace('-', ' ').replaceAll("\\s+", " ");
    return first(MARKS, text)
        .or(() -> Optional.ofNullable(WORDS.get(firstWord(text))))
        .or(() -> first(PHRASES, spaced));
  }

  private static Optional<SupportStatus> first(
      List<Map.Entry<String, SupportStatus>> known, String text) {
    return known.stream()
        .filter(entry -> text.contains(entry.getKey()))
        .findFirst()
        .map(Map.Entry::getValue);
  }

  /** A yes or no may be followed by an explanation. */
  private static String firstWord(String text) {
    String word = text.split("[\\s,.;:(]", 2)[0];
    return word.isEmpty() ? text : word;
  }
}
