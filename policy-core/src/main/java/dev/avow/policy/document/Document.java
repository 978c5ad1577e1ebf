package dev.avow.policy.document;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Problem;
import java.util.List;

/**
 * One document as it was read.
 *
 * @param source the name of what was read, usually a file path
 * @param number the document's place in its source, from 0, empty ones counted
 * @param root the outermost value
 * @param duplicates the keys that appear again in their mapping, in the order of the text; empty
 *     unless the reader {@linkplain DocumentReader#keepingFirst() keeps the first}
 * @param origin the file that it was made from, as a comment that begins it says; else empty
 */
public record Document(
    String source, int number, Node root, List<Problem> duplicates, String origin)
    implements Reading {

  /** Creates a document; the list is copied. */
  public Document {
    duplicates = List.copyOf(duplicates);
  }

  /** Creates a document in which no key appears again, made from nothing else. */
  public Document(String source, int number, Node root) {
    this(source, number, root, List.of(), "");
  }

  /** Returns a cursor on the outermost value. */
  public Field field() {
    return Field.of(this);
  }

  /** Returns the place of {@code span} in this document, under {@code path}. */
  Location locate(Node.Span span, String path) {
    String from = span.source().isEmpty() ? source : span.source();
    return new Location(
        from, span.line(), span.column(), span.endLine(), span.endColumn(), path, origin);
  }

  @Override
  public Location location() {
    return locate(root.span(), "");
  }

  /** Returns the place only: a document may hold secrets. */
  @Override
  public String toString() {
    return location().toString();
  }
}
