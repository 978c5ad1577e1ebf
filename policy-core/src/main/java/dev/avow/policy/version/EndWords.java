package dev.avow.policy.version;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads ends of support. */
final class EndWords {

  /** What is longer is an essay, or hostile. */
  private static final int LONGEST = 200;

  private static final Set<String> OPEN =
      Set.of("", "-", "—", "n/a", "na", "tbd", "tba", "none", "never", "unknown", "?");

  private static final List<String> OVER =
      List.of("no longer", "already", "eol", "end of life", "ended", "expired", "unsupported");

  private static final Set<String> EVENT_WORDS =
      Set.of(
          "until",
          "the",
          "release",
          "released",
          "of",
          "is",
          "out",
          "after",
          "comes",
          "gets",
          "version",
          "when",
          "has",
          "been",
          "stable",
          "first",
          "ships",
          "since");

  private static final Map<String, Period> UNITS =
      Map.ofEntries(
          Map.entry("day", Period.ofDays(1)),
          Map.entry("days", Period.ofDays(1)),
          Map.entry("week", Period.ofWeeks(1)),
          Map.entry("weeks", Period.ofWeeks(1)),
          Map.entry("month", Period.ofMonths(1)),
          Map.entry("months", Period.ofMonths(1)),
          Map.entry("year", Period.ofYears(1)),
          Map.entry("years", Period.ofYears(1)));

  private EndWords() {}

  static SupportEnd read(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace("`", "").replace("**", "");
    if (OPEN.contains(lower.strip())) {
      return text.isEmpty() ? SupportEnd.never() : SupportEnd.of(text, SupportEnd.Kind.NEVER);
    }
    if (text.length() > LONGEST) {
      return SupportEnd.of(text, SupportEnd.Kind.UNREADABLE);
    }
    Optional<LocalDate> day = DayWords.lastDay(lower);
    if (day.isPresent()) {
      return SupportEnd.dated(text, day.get());
    }
    if (OVER.stream().anyMatch(lower::contains)) {
      return SupportEnd.of(text, SupportEnd.Kind.PAST);
    }
    return event(text, lower).orElseGet(() -> SupportEnd.of(text, SupportEnd.Kind.UNREADABLE));
  }

  /** A version among words that are about its release, perhaps with a time before them. */
  private static Optional<SupportEnd> event(String text, String lower) {
    String version = "";
    Period after = Period.ZERO;
    String[] words = lower.split("[\\s,()]+", -1);
    for (int i = 0; i < words.length; i++) {
      boolean unitFollows = i + 1 < words.length && UNITS.containsKey(words[i + 1]);
      if (unitFollows && words[i].matches("[0-9]{1,3}")) {
        after =
            UNITS.getOrDefault(words[i + 1], Period.ZERO).multipliedBy(Integer.parseInt(words[i]));
        i++;
      } else if (words[i].matches("v?[0-9]+(\\.[0-9x]+)*") && version.isEmpty()) {
        version = words[i].replace(".x", "");
      } else if (!EVENT_WORDS.contains(words[i]) && !words[i].isEmpty()) {
        return Optional.empty();
      }
    }
    return version.isEmpty()
        ? Optional.empty()
        : Optional.of(SupportEnd.released(text, version, after));
  }
}
