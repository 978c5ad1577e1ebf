package dev.avow.policy.document;

import java.io.InputStream;
import java.util.stream.Stream;

/**
 * Reads YAML and JSON into located documents, one at a time.
 *
 * <p>A stream is split into documents first, so that a bad one costs only itself and memory is that
 * of one document. YAML streams ({@code ---}), JSON, concatenated JSON and one JSON per line are
 * told apart by their content. Text is UTF-8, or UTF-16 or UTF-32 with a byte order mark. Immutable
 * and thread-safe.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class DocumentReader {

  private DocumentReader() {}

  /** Returns a reader that resolves plain values as Kubernetes does: {@code yes} is true. */
  public static DocumentReader kubernetes() {
    return new DocumentReader();
  }

  /**
   * Returns a reader that resolves plain values by YAML 1.2: {@code yes} and {@code on} are texts.
   */
  public static DocumentReader yaml12() {
    return new DocumentReader();
  }

  /** Returns this reader with other limits for each document. */
  public DocumentReader within(Limits limits) {
    throw new UnsupportedOperationException(limits.toString());
  }

  /**
   * Reads {@code in} document by document; empty documents are passed over but counted. Closing the
   * stream closes {@code in}. It never throws for what {@code in} holds.
   *
   * @param source the name under which places are given
   */
  public Stream<Reading> read(String source, InputStream in) {
    throw new UnsupportedOperationException(source + in);
  }

  /** Reads {@code text} document by document. */
  public Stream<Reading> read(String source, String text) {
    throw new UnsupportedOperationException(source + text);
  }

  /**
   * Reads {@code text}, which must be exactly one document.
   *
   * @throws DocumentException if it is not
   */
  public Document readOne(String source, String text) {
    throw new UnsupportedOperationException(source + text);
  }
}
