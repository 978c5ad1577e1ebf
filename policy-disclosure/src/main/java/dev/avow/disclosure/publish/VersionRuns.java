package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.words.Wording;
import dev.avow.policy.version.SupportRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds words in a sentence that name versions, branches or images. */
final class VersionRuns {

  private static final Pattern VERSION =
      Pattern.compile(
          "(?:[<>]=?)?v?[0-9]+(?:\\.(?:[0-9]+|x|\\*))+(?:[-+][a-z0-9.]+)?|v[0-9]+|[0-9]+\\.?x");

  private static final Pattern BOUND = Pattern.compile("[<>]=?|≤|≥");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

  /** Words without which a run names nothing in particular. */
  private static final Set<String> PARTICULAR =
      Set.of(
          "latest",
          "newest",
          "recent",
          "current",
          "last",
          "previous",
          "prior",
          "older",
          "earlier",
          "other",
          "main",
          "master",
          "trunk",
          "default",
          "released",
          "lts",
          "below",
          "above");

  private static final Set<String> LEVELS =
      Set.of(
          "version",
          "versions",
          "release",
          "releases",
          "series",
          "line",
          "lines",
          "branch",
          "branches",
          "images",
          "image",
          "tags");

  private static final Set<String> OTHERS =
      Set.of(
          "the",
          "a",
          "all",
          "most",
          "stable",
          "published",
          "tagged",
          "official",
          "of",
          "in",
          "and",
          "or",
          "next",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "minor",
          "major",
          "patch",
          "than",
          "to",
          "newer",
          "later",
          "public",
          "any");

  private static final Set<String> TRIMMED_AHEAD =
      Set.of("the", "a", "and", "or", "of", "in", "to", "than", "public", "any");

  private static final Set<String> TRIMMED_BEHIND =
      Set.of(
          "the", "a", "and", "or", "of", "in", "most", "all", "to", "next", "than", "minor",
          "major", "patch", "public", "any");

  /** Behind these a version is a point in time or an example of something else. */
  private static final Set<String> NO_SUBJECT =
      Set.of(
          "after", "before", "until", "since", "during", "at", "from", "upon", "by", "with", "as",
          "against");

  private final Wording words;

  private VersionRuns(Wording words) {
    this.words = words;
  }

  /**
   * Some words of a sentence that name something.
   *
   * @param row what they name
   * @param start the index of the first
   * @param end the index behind the last
   */
  record Run(SupportRow row, int start, int end) {}

  static List<Run> in(Wording words) {
    return new VersionRuns(words).find();
  }

  private List<Run> find() {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    while (start < words.size()) {
      int end = start;
      while (end < words.size() && isPart(words.token(end))) {
        end++;
      }
      if (end > start) {
        trim(start, end, runs);
      }
      start = end + 1;
    }
    return runs;
  }

  private static boolean isPart(String word) {
    return isVersion(word)
        || PARTICULAR.contains(word)
        || LEVELS.contains(word)
        || OTHERS.contains(word)
        || BOUND.matcher(word).matches()
        || NUMBER.matcher(word).matches();
  }

  private static boolean isVersion(String word) {
    return VERSION.matcher(word).matches();
  }

  private void trim(int from, int to, List<Run> runs) {
    int start = from;
    int end = to;
    while (start < end && TRIMMED_AHEAD.contains(words.token(start))) {
      start++;
    }
    while (end > start && TRIMMED_BEHIND.contains(words.token(end - 1))) {
      end--;
    }
    if (start < end && isSubject(start, from)) {
      add(start, end, runs);
    }
  }

  private boolean isSubject(int start, int from) {
    boolean example = words.token(start - 1).equals("e.g") && words.token(start).indexOf('x') < 0;
    return !example
        && !NO_SUBJECT.contains(words.token(from - 1))
        && !NO_SUBJECT.contains(words.token(start - 1));
  }

  private void add(int start, int end, List<Run> runs) {
    boolean images = words.part(start, end).has("image");
    if (images || !addWhole(start, end, runs)) {
      int open = start;
      for (int i = start; i <= end; i++) {
        if (i == end || words.token(i).equals("and") || words.token(i).equals("or")) {
          addWhole(open, i, runs);
          open = i + 1;
        }
      }
    }
  }

  private boolean addWhole(int from, int to, List<Run> runs) {
    int start = apposition(from, to);
    int end = to;
    if (!isNamed(start, end)) {
      return false;
    }
    SupportRow row = row(start, end);
    if (row.isReadable()) {
      runs.add(new Run(row, start, end));
    }
    return row.isReadable();
  }

  /** In "the latest version v5" it is v5 that is named. */
  private int apposition(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (isVersion(words.token(i)) && LEVELS.contains(words.token(i - 1))) {
        return i;
      }
    }
    return start;
  }

  private boolean isNamed(int start, int end) {
    boolean version = false;
    boolean particular = false;
    boolean level = false;
    for (int i = start; i < end; i++) {
      version |= isVersion(words.token(i));
      particular |= PARTICULAR.contains(words.token(i));
      level |= LEVELS.contains(words.token(i));
    }
    return version || (particular && level);
  }

  private SupportRow row(int start, int end) {
    List<String> tokens = new ArrayList<>(words.tokens().subList(start, end));
    boolean branch =
        tokens.contains("branch") && (tokens.contains("main") || tokens.contains("master"));
    if (branch) {
      return SupportRow.branch(tokens.contains("main") ? "main" : "master");
    }
    boolean line = tokens.stream().noneMatch(PARTICULAR::contains);
    if (line) {
      tokens.removeIf(token -> LEVELS.contains(token) || token.equals("the"));
    }
    return VersionText.row(String.join(" ", tokens));
  }
}
