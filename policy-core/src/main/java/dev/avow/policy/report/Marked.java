package dev.avow.policy.report;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.List;

/** Lines of a source in plain text, with numbers and a mark at those that a finding is about. */
record Marked(Excerpt excerpt, Finding finding) {

  /** Returns {@code > 28 | drop: []}. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int width = Integer.toString(excerpt.firstLine() + excerpt.lines().size()).length();
    int number = excerpt.firstLine();
    for (String line : excerpt.lines()) {
      String digits = Integer.toString(number);
      String mark = isMeant(number) ? "> " : "  ";
      lines.add(mark + " ".repeat(width - digits.length()) + digits + " | " + Lines.clean(line));
      number++;
    }
    return lines;
  }

  /** Returns whether the finding is about the line of this number. */
  boolean isMeant(int number) {
    Location place = finding.location();
    return number == place.line() || (number > place.line() && number <= place.endLine());
  }

  /**
   * Returns what of {@code line}, of this number, the finding is about: nothing, or from the column
   * where it begins to that where it ends, a single place being one character.
   */
  Span span(int number, String line) {
    Location place = finding.location();
    if (!isMeant(number)) {
      return new Span(0, 0);
    }
    int indent = line.length() - line.stripLeading().length();
    int from = number == place.line() ? index(line, place.column()) : indent;
    int to = number == place.endLine() ? index(line, place.endColumn()) : line.length();
    boolean point = number == place.line() && number == place.endLine() && to <= from;
    return new Span(from, point ? index(line.substring(from), 2) + from : Math.max(from, to));
  }

  /** Returns the index of a column, which counts code points from 1. */
  private static int index(String line, int column) {
    int points = Math.min(Math.max(0, column - 1), line.codePointCount(0, line.length()));
    return line.offsetByCodePoints(0, points);
  }

  /** A part of a line, from an index to before another. */
  record Span(int from, int to) {}
}
