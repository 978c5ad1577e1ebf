package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Severity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** How scanners write severities, scores and times. */
final class Words {

  private Words() {}

  /** Returns the severity that a scanner calls {@code word}; an unknown word is UNKNOWN. */
  static Severity severity(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "CRITICAL" -> Severity.CRITICAL;
      case "HIGH" -> Severity.HIGH;
      case "MEDIUM", "MODERATE" -> Severity.MEDIUM;
      case "LOW" -> Severity.LOW;
      case "NEGLIGIBLE", "NONE", "INFO" -> Severity.INFO;
      default -> Severity.UNKNOWN;
    };
  }

  /**
   * Returns the severity of a CVSS score.
   *
   * @see <a href="https://www.first.org/cvss/v3.1/specification-document">CVSS, section 5</a>
   */
  static Severity ofScore(double score) {
    if (!(score >= 0 && score <= 10)) {
      return Severity.UNKNOWN;
    }
    if (score >= 7) {
      return score >= 9 ? Severity.CRITICAL : Severity.HIGH;
    }
    if (score >= 4) {
      return Severity.MEDIUM;
    }
    return score > 0 ? Severity.LOW : Severity.INFO;
  }

  /** Returns the severity of a CVSS score that is written as text; UNKNOWN if it is none. */
  static Severity ofScore(String score) {
    try {
      return ofScore(Double.parseDouble(score));
    } catch (NumberFormatException none) {
      return Severity.UNKNOWN;
    }
  }

  /** Returns the higher of the two. */
  static Severity max(Severity one, Severity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Reads a time; nothing of null. */
  static Optional<Instant> instant(JsonCursor in) {
    return in.text()
        .map(
            text -> {
              try {
                return OffsetDateTime.parse(text).toInstant();
              } catch (DateTimeParseException wrong) {
                throw in.refuse("must be a time such as 2026-01-31T09:00:00Z but is none");
              }
            });
  }
}
