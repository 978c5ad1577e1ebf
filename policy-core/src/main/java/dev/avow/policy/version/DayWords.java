package dev.avow.policy.version;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a day, a month, a quarter or a year in a text, in the orders that people write them. */
final class DayWords {

  private static final List<String> ABOUT_RELEASES = List.of("release", "after", " out");

  private @Nullable Integer year;
  private @Nullable Month month;
  private @Nullable Integer day;

  private DayWords() {}

  /** Returns the last day of what {@code lower}, in lower case, names; nothing if it names none. */
  static Optional<LocalDate> lastDay(String lower) {
    String[] words = lower.replaceAll("[(),;]", " ").strip().split("\\s+");
    for (String word : words) {
      Optional<LocalDate> whole = whole(word);
      if (whole.isPresent()) {
        return whole;
      }
    }
    DayWords parts = new DayWords();
    for (int i = 0; i < words.length; i++) {
      parts.take(words, i);
    }
    boolean release = ABOUT_RELEASES.stream().anyMatch(lower::contains);
    return parts.month == null && release ? Optional.empty() : parts.last();
  }

  /** A date in one word: 2027-05-18, 2027/05/18, 23.05.2026, 2027-05, 05/2027, 2026-q4. */
  private static Optional<LocalDate> whole(String word) {
    String[] parts = word.split("[-/.]", -1);
    if (!word.matches("[0-9q]{1,4}([-/.][0-9q]{1,4}){1,2}") || parts.length > 3) {
      return Optional.empty();
    }
    boolean yearFirst = parts[0].length() == 4;
    boolean yearLast = parts[parts.length - 1].length() == 4;
    if (yearFirst == yearLast) {
      return Optional.empty();
    }
    if (parts.length == 2) {
      boolean version = word.contains(".");
      String other = yearFirst ? parts[1] : parts[0];
      return version ? Optional.empty() : monthly(yearFirst ? parts[0] : parts[1], other);
    }
    return yearFirst
        ? date(parts[0], parts[1], parts[2])
        : dayAndMonth(parts[0], parts[1], parts[2], word.contains("/"));
  }

  /** With slashes either may come first: what could be both is refused. */
  private static Optional<LocalDate> dayAndMonth(
      String first, String second, String year, boolean slashes) {
    if (!slashes) {
      return date(year, second, first);
    }
    Optional<LocalDate> dayFirst = date(year, second, first);
    Optional<LocalDate> monthFirst = date(year, first, second);
    if (dayFirst.isPresent() && monthFirst.isPresent()) {
      return dayFirst.equals(monthFirst) ? dayFirst : Optional.empty();
    }
    return dayFirst.or(() -> monthFirst);
  }

  private static Optional<LocalDate> monthly(String year, String month) {
    return month.startsWith("q")
        ? quarter(month).flatMap(last -> date(year, String.valueOf(last), "1").map(DayWords::last))
        : date(year, month, "1").map(DayWords::last);
  }

  private static Optional<Integer> quarter(String word) {
    return word.matches("q[1-4]") ? Optional.of((word.charAt(1) - '0') * 3) : Optional.empty();
  }

  private static LocalDate last(LocalDate inMonth) {
    return YearMonth.from(inMonth).atEndOfMonth();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException | NumberFormatException notADate) {
      return Optional.empty();
    }
  }

  private void take(String[] words, int index) {
    String word = words[index];
    Optional<Month> named = month(word);
    Optional<Integer> quarter = quarter(word);
    if (named.isPresent()) {
      month = named.get();
    } else if (quarter.isPresent()) {
      month = Month.of(quarter.get());
    } else if (word.matches("(19|20|21)[0-9]{2}")) {
      year = Integer.valueOf(word);
    } else if (word.matches("[0-9]{1,2}(st|nd|rd|th|\\.)?") && isBesideMonth(words, index)) {
      day = Integer.valueOf(word.replaceAll("[^0-9]", ""));
    }
  }

  private static boolean isBesideMonth(String[] words, int index) {
    return (index > 0 && month(words[index - 1]).isPresent())
        || (index + 1 < words.length && month(words[index + 1]).isPresent());
  }

  private static Optional<Month> month(String word) {
    return Arrays.stream(Month.values()).filter(month -> isName(month, word)).findFirst();
  }

  private static boolean isName(Month month, String word) {
    String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
    String body = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return body.length() >= 3
        && (full.equals(body) || (full.startsWith(body) && body.length() <= 4));
  }

  private Optional<LocalDate> last() {
    if (year == null) {
      return Optional.empty();
    }
    if (month == null) {
      return Optional.of(LocalDate.of(year, Month.DECEMBER, 31));
    }
    return day == null
        ? Optional.of(YearMonth.of(year, month).atEndOfMonth())
        : date(year.toString(), String.valueOf(month.getValue()), day.toString());
  }
}
