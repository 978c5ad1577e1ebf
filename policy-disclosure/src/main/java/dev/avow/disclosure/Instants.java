package dev.avow.disclosure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** How instants and stretches of time are read and written. */
final class Instants {

  private static final long HOURS_UNTIL_DAYS = 72;

  private Instants() {}

  /**
   * Reads an instant as RFC 3339 writes it.
   *
   * @throws IllegalArgumentException if it is none, or a local time
   */
  static Instant parse(String text) {
    if (isLocal(text)) {
      throw new IllegalArgumentException(
          "instant must carry an offset, as in 2026-11-20T10:00:00Z, but was \"%s\""
              .formatted(text));
    }
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "instant must look like 2026-11-20T10:00:00Z but was \"%s\"".formatted(text)));
  }

  /** Returns the instant that {@code text} is, if it is one. */
  static Optional<Instant> find(String text) {
    try {
      return text.isEmpty() || !Character.isDigit(text.charAt(0))
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static boolean isLocal(String text) {
    try {
      LocalDateTime.parse(text.replace(' ', 'T'));
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }

  /** Returns {@code instant} in {@code zone}, to the second: {@code 2026-11-20T10:00:00Z}. */
  static String show(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  /** Returns {@code length}, to the minute: {@code 31 h 20 min}; from three days on, in days. */
  static String show(Duration length) {
    Duration whole = length.abs();
    if (whole.toHours() >= HOURS_UNTIL_DAYS) {
      return whole.toDays() + " d" + more(whole.toHoursPart(), " h");
    }
    if (whole.toHours() > 0) {
      return whole.toHours() + " h" + more(whole.toMinutesPart(), " min");
    }
    return whole.toMinutes() + " min";
  }

  private static String more(long amount, String unit) {
    return amount == 0 ? "" : " " + amount + unit;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
