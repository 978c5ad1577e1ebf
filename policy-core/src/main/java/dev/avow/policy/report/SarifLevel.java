package dev.avow.policy.report;

import dev.avow.policy.finding.Severity;

/** How SARIF, and GitHub beside it, say how much something matters. */
final class SarifLevel {

  private SarifLevel() {}

  /** Returns the level of a broken promise. */
  static String of(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM, UNKNOWN -> "warning";
      case LOW, INFO -> "note";
    };
  }

  /**
   * Returns a score in the middle of the range that GitHub calls by the severity's name; empty for
   * what has no such range.
   */
  static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "2.0";
      case INFO, UNKNOWN -> "";
    };
  }
}
