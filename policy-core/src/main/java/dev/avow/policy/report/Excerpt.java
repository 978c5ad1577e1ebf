package dev.avow.policy.report;

import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.Optional;

/**
 * A few lines of a source, around a place.
 *
 * @param firstLine the one-based number of the first line
 * @param lines the lines, without their ends; never empty
 */
public record Excerpt(int firstLine, List<String> lines) {

  private static final String DOCUMENT = "---";

  /** Creates an excerpt; the list is copied, and one without lines is refused. */
  public Excerpt {
    lines = List.copyOf(lines);
    if (firstLine < 1 || lines.isEmpty()) {
      throw new IllegalArgumentException(
          "an excerpt must begin at line 1 or later and have lines but had %d from line %d"
              .formatted(lines.size(), firstLine));
    }
  }

  /**
   * Returns the first lines of {@code place} in a source and up to {@code context} more on either
   * side, but none of another YAML document; nothing where the line is unknown or not there.
   *
   * @param source all lines of the source, without their ends
   */
  public static Optional<Excerpt> around(Location place, List<String> source, int context) {
    int line = place.line();
    if (line < 1 || line > source.size()) {
      return Optional.empty();
    }
    int last = Math.min(line + context, Math.max(line, place.endLine()));
    int from = line;
    while (from > 1 && line - from < context && !separates(source.get(from - 2))) {
      from--;
    }
    int to = line;
    while (to < source.size() && to < last + context && !separates(source.get(to))) {
      to++;
    }
    return Optional.of(new Excerpt(from, source.subList(from - 1, to)));
  }

  private static boolean separates(String line) {
    return line.startsWith(DOCUMENT);
  }
}
