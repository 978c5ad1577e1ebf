package dev.avow.policy;

import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.Period.Unit;
import dev.avow.policy.version.SupportEnd;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells which of two values of a policy's field promises less. */
@FunctionalInterface
interface Order {

  /** What a value of an overlay is to that of the floor. */
  enum Change {
    /** It promises as much, or more. */
    KEPT,
    /** It promises less. */
    WEAKER,
    /** Nobody can tell. */
    UNCLEAR
  }

  /**
   * Returns what {@code value} is to {@code floor}; null is what is not written.
   *
   * @param beside the fields beside {@code value}
   */
  Change compare(@Nullable Object floor, @Nullable Object value, Map<?, ?> beside);

  private static Change weakerIf(boolean weaker) {
    return weaker ? Change.WEAKER : Change.KEPT;
  }

  /** Anything goes. */
  static Order free() {
    return (floor, value, beside) -> Change.KEPT;
  }

  /** What the floor says stays, and nothing is said where it says nothing. */
  static Order same() {
    return (floor, value, beside) -> Change.UNCLEAR;
  }

  /** The words go from the weakest to the strongest; {@code standard} is what is not written. */
  static Order rising(String standard, String... words) {
    return rising(standard, List.of(words));
  }

  /** The later of {@code order} promises more; {@code standard} is what is not written. */
  static Order rising(String standard, List<String> order) {
    return (floor, value, beside) -> {
      int before = order.indexOf(floor == null ? standard : floor.toString());
      int now = order.indexOf(value == null ? standard : value.toString());
      return now < 0 ? Change.UNCLEAR : weakerIf(now < before);
    };
  }

  /** Only one of two values promises more; {@code standard} is what is not written. */
  static Order strongIf(boolean strong, boolean standard) {
    return (floor, value, beside) -> {
      boolean before = floor == null ? standard : Boolean.parseBoolean(floor.toString());
      boolean now = value == null ? standard : Boolean.parseBoolean(value.toString());
      return weakerIf(before == strong && now != strong);
    };
  }

  /** A longer list promises more. */
  static Order more() {
    return (floor, value, beside) -> weakerIf(!items(value).containsAll(items(floor)));
  }

  /** A longer list promises more, and one that is not written is the longest. */
  static Order moreWhereNoneIsAll() {
    return (floor, value, beside) ->
        weakerIf(value != null && (floor == null || !items(value).containsAll(items(floor))));
  }

  /** A shorter list promises more. */
  static Order fewer() {
    return (floor, value, beside) -> weakerIf(!items(floor).containsAll(items(value)));
  }

  /** A shorter list promises more, and one that is not written is the longest. */
  static Order fewerWhereNoneIsAll() {
    return (floor, value, beside) ->
        weakerIf(floor != null && (value == null || !items(floor).containsAll(items(value))));
  }

  private static List<?> items(@Nullable Object list) {
    return list instanceof List<?> items ? items : List.of();
  }

  /** Severities that fail a build are no longer reported only, which is more. */
  static Order reported() {
    return (floor, value, beside) -> {
      Collection<?> failing = items(beside.get("fail-on"));
      return weakerIf(
          items(floor).stream().anyMatch(s -> !items(value).contains(s) && !failing.contains(s)));
    };
  }

  /** A shorter time promises more, and none promises nothing. */
  static Order sooner() {
    return (floor, value, beside) ->
        floor == null || value == null ? weakerIf(floor != null) : later(floor, value);
  }

  /** A longer time promises more, and none promises nothing. */
  static Order longer() {
    return (floor, value, beside) ->
        floor == null || value == null ? weakerIf(floor != null) : later(value, floor);
  }

  private static Change later(Object before, Object now) {
    Period first = Period.parse(before.toString());
    Period second = Period.parse(now.toString());
    if (first.unit() == second.unit()) {
      return weakerIf(second.amount() > first.amount());
    }
    if (second.longest() <= first.shortest() || isWithin(second, first)) {
      return Change.KEPT;
    }
    return second.shortest() > first.longest() || isWithin(first, second)
        ? Change.WEAKER
        : Change.UNCLEAR;
  }

  /** As many business days as calendar days never end sooner. */
  private static boolean isWithin(Period one, Period other) {
    return one.unit() == Unit.CALENDAR_DAYS
        && other.unit() == Unit.BUSINESS_DAYS
        && one.amount() <= other.amount();
  }

  /** A later day promises more, and none is the last of all; an event has no day yet. */
  static Order laterDay() {
    return (floor, value, beside) ->
        floor == null || value == null || floor.toString().equals(value.toString())
            ? weakerIf(floor == null && value != null)
            : earlier(SupportEnd.of(floor.toString()), SupportEnd.of(value.toString()));
  }

  private static Change earlier(SupportEnd before, SupportEnd now) {
    return before.lastDay().isPresent() && now.lastDay().isPresent()
        ? weakerIf(now.lastDay().get().isBefore(before.lastDay().get()))
        : Change.UNCLEAR;
  }

  /** Days that neither begin nor end later promise as much. */
  static Order noLaterDays() {
    return (floor, value, beside) ->
        weakerIf(
            floor != null
                && (value == null
                    || isLater(
                        DayRange.parse(floor.toString()), DayRange.parse(value.toString()))));
  }

  /** No phase begins or ends later, and none is left out. */
  static Order noLaterPhase() {
    return (floor, value, beside) -> {
      for (Object row : items(floor)) {
        Map<?, ?> before = (Map<?, ?>) row;
        boolean kept =
            items(value).stream()
                .map(other -> (Map<?, ?>) other)
                .filter(other -> Objects.equals(before.get("phase"), other.get("phase")))
                .anyMatch(other -> !isLater(days(before), days(other)));
        if (!kept) {
          return Change.WEAKER;
        }
      }
      return Change.KEPT;
    };
  }

  private static DayRange days(Map<?, ?> row) {
    return DayRange.parse(String.valueOf(row.get("days")));
  }

  private static boolean isLater(DayRange before, DayRange now) {
    int end = before.last().orElse(Integer.MAX_VALUE);
    return now.first() > before.first() || now.last().orElse(Integer.MAX_VALUE) > end;
  }
}
