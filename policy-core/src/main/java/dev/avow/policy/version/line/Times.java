package dev.avow.policy.version.line;

import dev.avow.policy.version.line.Token.Kind;
import java.util.List;

/** Tells days and years from versions. */
final class Times {

  private Times() {}

  /**
   * Returns whether something that begins with a year stands right beside a version that does not,
   * as in {@code 1.x until 2026-01-01}: no stretch of versions is meant.
   */
  static boolean areMixed(List<Token> tokens) {
    List<Token> versions = tokens.stream().filter(it -> it.is(Kind.VERSION)).toList();
    long years = versions.stream().filter(it -> beginsWithYear(it.text())).count();
    boolean list =
        tokens.stream()
            .anyMatch(it -> it.is(Kind.COMMA) || it.text().equals("and") || it.text().equals("or"));
    return !list && years > 0 && years < versions.size();
  }

  private static boolean beginsWithYear(String text) {
    return text.matches("(19|20|21)[0-9]{2}([-./].*)?");
  }
}
