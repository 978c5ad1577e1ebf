package dev.avow.disclosure.publish;

import dev.avow.policy.version.SupportRow;
import java.util.Locale;
import java.util.Set;

/** What cells and sentences name versions, branches and images by. */
final class VersionText {

  /** The row by which a document says what other versions can expect. */
  static final String OTHERS = "Other versions";

  private static final Set<String> NOTHING = Set.of("", "-", "—", "–", "n/a", "none");

  private static final String BRANCH = " branch";
  private static final String IMAGES = " images";

  private VersionText() {}

  static boolean isNothing(String cell) {
    return NOTHING.contains(cell.strip().toLowerCase(Locale.ROOT));
  }

  /** Returns the row about what {@code text} names; a single word before "branch" is a branch. */
  static SupportRow row(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.endsWith(IMAGES)) {
      return SupportRow.images(before(text, IMAGES));
    }
    String name = lower.endsWith(BRANCH) ? before(text, BRANCH) : "";
    boolean named = !name.isEmpty() && name.indexOf(' ') < 0 && !GENERAL.contains(name);
    return named ? SupportRow.branch(name) : SupportRow.line(text);
  }

  private static final Set<String> GENERAL =
      Set.of("default", "latest", "minor", "major", "release", "stable", "lts", "feature");

  private static String before(String text, String end) {
    return text.substring(0, text.length() - end.length()).strip();
  }
}
