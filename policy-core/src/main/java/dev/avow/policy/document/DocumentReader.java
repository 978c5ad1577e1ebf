package dev.avow.policy.document;

import dev.avow.policy.document.Characters.Input;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads YAML and JSON into located documents, one at a time.
 *
 * <p>A stream is split into documents first, so that a bad one costs only itself and memory is that
 * of one document. YAML streams ({@code ---}), JSON, concatenated JSON and one JSON per line are
 * told apart by their content; a source whose name ends in {@code .json}, {@code .ndjson} or {@code
 * .jsonl} must not have braces that are no JSON. Text is UTF-8, or UTF-16 or UTF-32 with a byte
 * order mark.
 *
 * <p>Aliases and merge keys are resolved; a merged entry gives way to a written one and to those of
 * sources before it. A repeated key is refused, and so is a key that is null, a mapping or a list;
 * other keys become texts. YAML's own tags are heeded, those of others make a text, and nothing is
 * instantiated. Immutable and thread-safe.
 *
 * <pre>{@code
 * try (Stream<Reading> readings = DocumentReader.kubernetes().read(Path.of("deploy.yaml"))) {
 *   readings.forEach(reading -> …);
 * }
 * }</pre>
 */
public final class DocumentReader {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);

  private final Schema schema;
  private final Limits limits;
  private final boolean keepsFirst;
  private final PartReader parts;

  private DocumentReader(Schema schema, Limits limits, boolean keepsFirst) {
    this.schema = schema;
    this.limits = limits;
    this.keepsFirst = keepsFirst;
    this.parts = new PartReader(schema, limits, keepsFirst);
  }

  /** Returns a reader that resolves plain values as Kubernetes does: {@code yes} is true. */
  public static DocumentReader kubernetes() {
    return new DocumentReader(new KubernetesSchema(), Limits.STANDARD, false);
  }

  /**
   * Returns a reader that resolves plain values by YAML 1.2: {@code yes} and {@code on} are texts.
   */
  public static DocumentReader yaml12() {
    return new DocumentReader(new CoreSchema(), Limits.STANDARD, false);
  }

  /** Returns this reader with other limits for each document. */
  public DocumentReader within(Limits other) {
    return new DocumentReader(schema, other, keepsFirst);
  }

  /**
   * Returns this reader, but of a key that appears again it keeps the first value and tells of the
   * others in {@link Document#duplicates()}; otherwise such a document is refused.
   */
  public DocumentReader keepingFirst() {
    return new DocumentReader(schema, limits, true);
  }

  /**
   * Reads {@code in} document by document; empty documents are passed over but counted. Closing the
   * stream closes {@code in}. It never throws for what {@code in} holds.
   *
   * @param source the name under which places are given
   */
  public Stream<Reading> read(String source, InputStream in) {
    return read(source, new Decoder(in)).onClose(() -> close(source, in));
  }

  /** Reads {@code text} document by document. */
  public Stream<Reading> read(String source, String text) {
    return read(source, Input.of(new StringReader(text)));
  }

  /**
   * Reads {@code file} document by document; if it cannot be opened, that is the only reading.
   * Close the stream when done.
   */
  public Stream<Reading> read(Path file) {
    String source = name(file);
    try {
      return read(source, Files.newInputStream(file));
    } catch (IOException failure) {
      return Stream.of(
          new Unreadable(Location.in(source), Cause.UNAVAILABLE, Failures.opening(failure)));
    }
  }

  private Stream<Reading> read(String source, Input input) {
    Characters in = new Characters(input);
    return StreamSupport.stream(new Readings(source, in, parts, limits.characters()), false);
  }

  /**
   * Reads {@code text}, which must be exactly one document.
   *
   * @throws DocumentException if it is not
   */
  public Document readOne(String source, String text) {
    try (Stream<Reading> readings = read(source, text)) {
      return one(source, readings.iterator());
    }
  }

  /**
   * Reads {@code file}, which must be exactly one document.
   *
   * @throws DocumentException if it is not, or cannot be read
   */
  public Document readOne(Path file) {
    try (Stream<Reading> readings = read(file)) {
      return one(name(file), readings.iterator());
    }
  }

  private static Document one(String source, Iterator<Reading> readings) {
    if (!readings.hasNext()) {
      throw refuse(Location.in(source), "must be one document but is empty");
    }
    Reading first = readings.next();
    if (first instanceof Unreadable unreadable) {
      throw new DocumentException(unreadable);
    }
    if (readings.hasNext()) {
      throw refuse(readings.next().location(), "must be one document but here begins another");
    }
    return (Document) first;
  }

  private static DocumentException refuse(Location at, String reason) {
    return new DocumentException(new Unreadable(at, Cause.MALFORMED, reason));
  }

  private static String name(Path file) {
    return file.toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private static void close(String source, InputStream in) {
    try {
      in.close();
    } catch (IOException failure) {
      // Everything that was wanted has been read by now.
      LOG.debug("{} could not be closed", source, failure);
    }
  }
}
