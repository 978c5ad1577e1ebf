package dev.avow.disclosure.publish;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates with a time and an offset, as the Internet writes them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, section 5.6</a>
 */
final class Rfc3339 {

  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(ISO_LOCAL_DATE)
          .appendLiteral('T')
          .appendValue(ChronoField.HOUR_OF_DAY, 2)
          .appendLiteral(':')
          .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
          .appendLiteral(':')
          .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Rfc3339() {}

  /** Returns the instant that {@code text} names; nothing if it is no such date. */
  static Optional<Instant> parse(String text) {
    try {
      OffsetDateTime read = OffsetDateTime.parse(text, FORM);
      boolean fourDigits = read.getYear() >= 0 && read.getYear() <= 9999;
      return fourDigits ? Optional.of(read.toInstant()) : Optional.empty();
    } catch (DateTimeParseException otherForm) {
      return Optional.empty();
    }
  }
}
