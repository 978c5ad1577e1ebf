package dev.avow.disclosure.publish.words;

import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.Period.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds lengths of time: "48 hours", "three (3) business days", "1-2 weeks", "a few days". */
public final class TimeSpans {

  private static final int DIGITS = 7;

  private static final List<String> NUMBERS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");

  private static final Map<String, Integer> TENS =
      Map.of("thirty", 30, "forty", 40, "fourty", 40, "sixty", 60, "ninety", 90);

  private static final Set<String> VAGUE = Set.of("few", "several", "couple", "some");

  private static final Set<String> BUSINESS = Set.of("business", "working", "work", "week");

  private static final Set<String> ADJECTIVES =
      Set.of("calendar", "full", "consecutive", "elapsed");

  private final Wording words;

  private TimeSpans(Wording words) {
    this.words = words;
  }

  /** Returns the lengths of time in {@code words}, in order. */
  public static List<TimeSpan> in(Wording words) {
    TimeSpans spans = new TimeSpans(words);
    List<TimeSpan> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      TimeSpan span = spans.at(i);
      if (span != null) {
        found.add(span);
        i = span.end() - 1;
      }
    }
    return found;
  }

  private @Nullable TimeSpan at(int index) {
    if (VAGUE.contains(words.token(index))) {
      int next = words.token(index + 1).equals("of") ? index + 2 : index + 1;
      int end = behindUnit(next);
      int start = words.token(index - 1).equals("a") ? index - 1 : index;
      return end < 0 ? null : new TimeSpan(start, end, null);
    }
    String glued = words.token(index);
    if (glued.matches("[0-9]{1,4}h(rs?)?")) {
      int amount = Integer.parseInt(glued.replaceAll("[^0-9]", ""));
      return new TimeSpan(index, index + 1, Period.hours(amount));
    }
    int next = index + 1;
    int amount = amount(words.token(index));
    if (amount < 0) {
      return null;
    }
    if (isOpening(next)) {
      next += 3;
    }
    int upper = amount(words.token(next + 1));
    boolean range = Set.of("to", "or", "-").contains(words.token(next)) && upper >= 0;
    next = range ? next + 2 : next;
    int end = behindUnit(next);
    return end < 0 ? null : new TimeSpan(index, end, period(range ? upper : amount, next, end));
  }

  /** A number in parentheses says again what the word before it says. */
  private boolean isOpening(int index) {
    return words.token(index).equals("(")
        && words.token(index + 2).equals(")")
        && amount(words.token(index + 1)) >= 0;
  }

  /** Returns the index behind a unit with the adjectives before it; -1 if there is none. */
  private int behindUnit(int from) {
    int index = from;
    while (isAdjective(index)) {
      index++;
    }
    return unitLength(words.token(index)) == null ? -1 : index + 1;
  }

  private boolean isAdjective(int index) {
    String word = words.token(index);
    boolean business = BUSINESS.contains(word) && unitLength(words.token(index + 1)) != null;
    return business || ADJECTIVES.contains(word);
  }

  private @Nullable Period period(int amount, int from, int end) {
    Period unit = unitLength(words.token(end - 1));
    if (unit == null || amount > Period.MOST / unit.amount()) {
      return null;
    }
    boolean days = unit.unit() == Unit.DAYS && unit.amount() == 1;
    if (days && BUSINESS.contains(words.token(from)) && end - from > 1) {
      return Period.businessDays(amount);
    }
    boolean calendar = days && words.token(from).equals("calendar");
    return calendar ? Period.calendarDays(amount) : new Period(amount * unit.amount(), unit.unit());
  }

  private static @Nullable Period unitLength(String word) {
    return switch (word) {
      case "hour", "hours", "hrs", "hr", "h" -> Period.hours(1);
      case "day", "days", "weekdays" -> Period.days(1);
      case "week", "weeks" -> Period.weeks(1);
      case "month", "months" -> Period.months(1);
      case "year", "years" -> Period.months(12);
      default -> null;
    };
  }

  /** The upper end counts where two numbers are given. */
  private static int amount(String word) {
    int dash = word.lastIndexOf('-');
    String number = dash > 0 ? word.substring(dash + 1) : word;
    if (!number.isEmpty()
        && number.length() <= DIGITS
        && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Integer.parseInt(number);
    }
    if (word.equals("a") || word.equals("an")) {
      return 1;
    }
    return TENS.getOrDefault(word, NUMBERS.indexOf(word));
  }
}
