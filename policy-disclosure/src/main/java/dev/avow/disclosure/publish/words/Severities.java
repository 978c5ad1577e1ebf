package dev.avow.disclosure.publish.words;

import dev.avow.policy.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Finds severities among words. */
public final class Severities {

  private Severities() {}

  /** Returns the severities that {@code words} name, each once. */
  public static List<Severity> in(Wording words) {
    List<Severity> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Severity severity = severity(words, i);
      if (severity != Severity.UNKNOWN && !found.contains(severity)) {
        found.add(severity);
      }
    }
    return found;
  }

  private static Severity severity(Wording words, int index) {
    boolean adverb = words.token(index + 1).equals("as");
    return switch (words.token(index)) {
      case "critical" -> Severity.CRITICAL;
      case "high" -> Severity.HIGH;
      case "medium", "moderate" -> Severity.MEDIUM;
      case "low" -> adverb ? Severity.UNKNOWN : Severity.LOW;
      default -> Severity.UNKNOWN;
    };
  }
}
