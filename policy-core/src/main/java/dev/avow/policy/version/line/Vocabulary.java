package dev.avow.policy.version.line;

import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that rows are written in. */
final class Vocabulary {

  /** What a word says. */
  enum Cue {
    LATEST,
    OLDER,
    NEWER,
    FROM,
    TO,
    OTHERS,
    LEVEL,
    PRE_RELEASE,
    BRANCH,
    FEATURE,
    LTS,
    AND,
    NEXT,
    FIRST,
    FILLER
  }

  private static final Map<Cue, Set<String>> WORDS =
      Map.ofEntries(
          Map.entry(Cue.LATEST, Set.of("latest", "newest", "current", "recent", "last")),
          Map.entry(
              Cue.OLDER,
              Set.of(
                  "older",
                  "old",
                  "earlier",
                  "prior",
                  "previous",
                  "preceding",
                  "past",
                  "before",
                  "below",
                  "under",
                  "lower",
                  "outdated",
                  "pre")),
          Map.entry(
              Cue.NEWER,
              Set.of(
                  "newer", "later", "above", "higher", "greater", "up", "upwards", "onwards",
                  "onward", "after", "over", "post")),
          Map.entry(Cue.FROM, Set.of("from", "since", "starting")),
          Map.entry(Cue.TO, Set.of("to", "through", "thru", "until")),
          Map.entry(
              Cue.OTHERS,
              Set.of(
                  "other",
                  "others",
                  "else",
                  "everything",
                  "anything",
                  "rest",
                  "remaining",
                  "all",
                  "every",
                  "unlisted")),
          Map.entry(
              Cue.LEVEL,
              Set.of(
                  "major",
                  "majors",
                  "minor",
                  "minors",
                  "patch",
                  "patches",
                  "release",
                  "releases",
                  "version",
                  "versions",
                  "series",
                  "branch",
                  "branches",
                  "line",
                  "lines")),
          Map.entry(
              Cue.PRE_RELEASE,
              Set.of(
                  "alpha",
                  "alphas",
                  "beta",
                  "betas",
                  "rc",
                  "rcs",
                  "candidate",
                  "candidates",
                  "milestone",
                  "milestones",
                  "snapshot",
                  "snapshots",
                  "nightly",
                  "nightlies",
                  "prerelease",
                  "prereleases",
                  "preview",
                  "previews")),
          Map.entry(
              Cue.BRANCH, Set.of("main", "master", "trunk", "develop", "default", "head", "tip")),
          Map.entry(Cue.FEATURE, Set.of("feature", "unreleased", "topic")),
          Map.entry(Cue.LTS, Set.of("lts", "longterm")),
          Map.entry(Cue.AND, Set.of("and", "or")),
          Map.entry(Cue.NEXT, Set.of("next")),
          Map.entry(Cue.FIRST, Set.of("first", "initial", "line's", "series'")),
          Map.entry(
              Cue.FILLER,
              Set.of(
                  "a",
                  "an",
                  "the",
                  "of",
                  "our",
                  "is",
                  "are",
                  "only",
                  "published",
                  "stable",
                  "tag",
                  "tags",
                  "tagged",
                  "official",
                  "any",
                  "in",
                  "for",
                  "its",
                  "available",
                  "public",
                  "most",
                  "this",
                  "that",
                  "which",
                  "been",
                  "were",
                  "was",
                  "made",
                  "within",
                  "during",
                  "security",
                  "supported",
                  "code",
                  "build",
                  "builds",
                  "modified",
                  "commit",
                  "commits",
                  "released",
                  "git",
                  "than",
                  "one",
                  "on",
                  "with",
                  "term",
                  "support",
                  "date",
                  "including",
                  "general",
                  "availability",
                  "ga",
                  "production",
                  "active")));

  private static final Map<String, Integer> COUNTS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12));

  private static final Set<String> BUILDS = Set.of("snapshot", "nightly", "dev", "canary");

  private static final Map<String, Set<String>> PRE_RELEASES =
      Map.ofEntries(
          Map.entry("alpha", Set.of("alpha", "a")),
          Map.entry("beta", Set.of("beta", "b")),
          Map.entry("rc", Set.of("rc", "cr", "c")),
          Map.entry("candidate", Set.of("rc", "cr", "c")),
          Map.entry("milestone", Set.of("milestone", "m")),
          Map.entry("snapshot", BUILDS),
          Map.entry("nightly", BUILDS),
          Map.entry("nightlie", BUILDS),
          Map.entry("preview", Set.of("preview", "pre")),
          Map.entry("prerelease", Set.of()));

  private static final Map<String, Cue> CUES = cues();

  private Vocabulary() {}

  private static Map<String, Cue> cues() {
    Map<String, Cue> byWord = new HashMap<>();
    WORDS.forEach((cue, words) -> words.forEach(word -> byWord.put(word, cue)));
    return Map.copyOf(byWord);
  }

  static Optional<Cue> cue(String word) {
    return Optional.ofNullable(CUES.get(word));
  }

  static Optional<Integer> count(String word) {
    return word.matches("[0-9]{1,3}")
        ? Optional.of(Integer.valueOf(word))
        : Optional.ofNullable(COUNTS.get(word));
  }

  /** Returns whether {@code text} is a word for a kind of pre-release. */
  static boolean isPreRelease(String text) {
    return cue(text.replace("-", "")).filter(cue -> cue == Cue.PRE_RELEASE).isPresent();
  }

  /** Returns how versions mark the pre-releases that {@code word} means; none if in any way. */
  static Set<String> marks(String word) {
    String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return PRE_RELEASES.getOrDefault(singular, Set.of());
  }

  /** Returns of how many numbers a line of {@code level} is made. */
  static int depth(String level) {
    return switch (level) {
      case "major", "majors" -> 1;
      case "minor", "minors", "series", "branch", "branches", "line", "lines" -> 2;
      default -> Integer.MAX_VALUE;
    };
  }

  /** Returns the months or days that {@code word} is, as a period of one. */
  static Optional<Period> unit(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "day", "days" -> Period.ofDays(1);
          case "week", "weeks" -> Period.ofWeeks(1);
          case "month", "months" -> Period.ofMonths(1);
          case "year", "years" -> Period.ofYears(1);
          default -> null;
        });
  }
}
