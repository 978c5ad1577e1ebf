package dev.avow.policy;

import dev.avow.policy.finding.Location;
import java.util.Arrays;
import java.util.List;

/**
 * Something that a report of a vulnerability should contain.
 *
 * <pre>{@code
 * ReportItem.required("impact", "Impact of the issue");
 * ReportItem.oneOf("reproduction", "How to see it", part("steps", "Steps"), part("proof", "A proof"));
 * }</pre>
 *
 * <p>The place where it is written does not count in {@link #equals}.
 *
 * @param id its name, in kebab-case
 * @param text what it is, for a person
 * @param required whether a report without it is incomplete
 * @param needs how many of its parts it takes
 * @param parts what it is made of; usually nothing
 * @param declaredAt where it is written
 */
public record ReportItem(
    String id, String text, boolean required, Needs needs, List<Part> parts, Location declaredAt) {

  /** How many of its parts an item takes. */
  public enum Needs {
    /** All of them. */
    ALL,
    /** One of them. */
    ONE
  }

  /**
   * A part of an item.
   *
   * @param id its name, in kebab-case
   * @param text what it is, for a person
   */
  public record Part(String id, String text) {
    /** Creates a part; a name that is not in kebab-case and a blank text are refused. */
    public Part {
      Require.id(id);
      Require.text("text", text);
    }
  }

  /**
   * Creates an item; the list is copied.
   *
   * @throws IllegalArgumentException if the name is not in kebab-case, the text is blank, two parts
   *     have the same name, or one of fewer than two parts is needed
   */
  public ReportItem {
    Require.id(id);
    Require.text("text", text);
    parts = List.copyOf(parts);
    if (needs == Needs.ONE && parts.size() < 2) {
      throw new IllegalArgumentException(
          "one-of must have two parts or more but has %d".formatted(parts.size()));
    }
    if (parts.stream().map(Part::id).distinct().count() < parts.size()) {
      throw new IllegalArgumentException(
          "parts of %s must have different ids but have %s"
              .formatted(id, parts.stream().map(Part::id).toList()));
    }
  }

  /** Returns an item that a report must have. */
  public static ReportItem required(String id, String text) {
    return new ReportItem(id, text, true, Needs.ALL, List.of(), Require.IN_CODE);
  }

  /** Returns an item that a report may have. */
  public static ReportItem optional(String id, String text) {
    return new ReportItem(id, text, false, Needs.ALL, List.of(), Require.IN_CODE);
  }

  /** Returns an item of which a report must have one part. */
  public static ReportItem oneOf(String id, String text, Part... parts) {
    return new ReportItem(id, text, true, Needs.ONE, Arrays.asList(parts), Require.IN_CODE);
  }

  /** Returns an item of which a report must have all parts. */
  public static ReportItem allOf(String id, String text, Part... parts) {
    return new ReportItem(id, text, true, Needs.ALL, Arrays.asList(parts), Require.IN_CODE);
  }

  /** Returns a part of an item. */
  public static Part part(String id, String text) {
    return new Part(id, text);
  }

  /** Returns this item as written at {@code place}. */
  public ReportItem at(Location place) {
    return new ReportItem(id, text, required, needs, parts, place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReportItem that && said().equals(that.said());
  }

  @Override
  public int hashCode() {
    return said().hashCode();
  }

  private List<Object> said() {
    return List.of(id, text, required, needs, parts);
  }
}
