package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A place in something that was read.
 *
 * @param source the name of what was read, usually a file path with {@code /}; never empty
 * @param line one-based line, or 0 where unknown
 * @param column one-based column in code points, or 0 where unknown
 * @param endLine one-based line of the end, or 0 where unknown
 * @param endColumn one-based column just behind the end, or 0 where unknown
 * @param path the path inside the document, such as {@code spec.containers[0].image}; empty for the
 *     document itself
 * @param origin the file that the text was made from, such as a chart's template, where the text
 *     says so; else empty
 */
public record Location(
    String source, int line, int column, int endLine, int endColumn, String path, String origin)
    implements Comparable<Location>, Serializable {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::source)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column)
          .thenComparing(Location::path)
          .thenComparingInt(Location::endLine)
          .thenComparingInt(Location::endColumn)
          .thenComparing(Location::origin);

  /** Creates a place; negative numbers and a source without a name are refused. */
  public Location {
    if (source.isEmpty()) {
      throw new IllegalArgumentException("the source of a place must have a name");
    }
    if (line < 0 || column < 0 || endLine < 0 || endColumn < 0) {
      throw new IllegalArgumentException(
          "line and column must be 1 or more, or 0 where unknown, but were %d:%d to %d:%d"
              .formatted(line, column, endLine, endColumn));
    }
  }

  /** Creates a place in a text that does not say from what it was made. */
  public Location(String source, int line, int column, int endLine, int endColumn, String path) {
    this(source, line, column, endLine, endColumn, path, "");
  }

  /** Returns the whole of {@code source}, no line known. */
  public static Location in(String source) {
    return new Location(source, 0, 0, 0, 0, "");
  }

  /** Returns the point at {@code line} and {@code column} of {@code source}. */
  public static Location at(String source, int line, int column) {
    return new Location(source, line, column, line, column, "");
  }

  /** Returns whether the line is known. */
  public boolean hasLine() {
    return line > 0;
  }

  /** Returns this place in a text that was made from {@code file}; empty for none. */
  public Location madeFrom(String file) {
    return new Location(source, line, column, endLine, endColumn, path, file);
  }

  /** Returns this place with the texts that others have, too. */
  Location sharing(Pool pool) {
    return new Location(
        pool.one(source), line, column, endLine, endColumn, pool.one(path), pool.one(origin));
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /**
   * Returns {@code source:line:column}, as far as it is known, and in parentheses from what the
   * text was made: {@code rendered.yaml:28:11 (shop/templates/api.yaml)}.
   */
  @Override
  public String toString() {
    return origin.isEmpty() ? point() : point() + " (" + origin + ")";
  }

  private String point() {
    if (line == 0) {
      return source;
    }
    return column == 0 ? source + ":" + line : source + ":" + line + ":" + column;
  }
}
