package dev.avow.policy.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that may be too large for a tree, value by value, each with its path, line and column.
 *
 * <p>What nobody asks for is passed over and costs no memory. Null is as good as absent, as many
 * programs write it for lists and texts that they do not have. A value of another kind than asked
 * for, and a field that is asked for twice in one mapping, are refused.
 *
 * <pre>{@code
 * try (JsonCursor in = JsonCursor.open("report.json", stream)) {
 *   in.forEachValue(() -> in.fields(name -> {
 *     if (name.equals("Results")) {
 *       in.items(() -> …);
 *     }
 *   }));
 * }
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class JsonCursor implements AutoCloseable {

  private static final int DEEPEST = 200;
  private static final int LONGEST_TEXT = 1 << 20;

  private static final int SHARED = 1 << 12;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(LONGEST_TEXT)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private final String source;
  private final JsonReader reader;
  private final JsonParser tokens;

  /** The names and places that lead to the current value. */
  private final Deque<Object> path = new ArrayDeque<>();

  private final String[] shared = new String[SHARED];
  private boolean taken;

  private JsonCursor(String source, JsonReader reader) {
    this.source = source;
    this.reader = reader;
    try {
      this.tokens = FACTORY.createParser(reader);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Opens {@code in}, text in UTF-8, or UTF-16 or UTF-32 with a byte order mark; closing the cursor
   * closes it.
   *
   * @param source the name under which places are given
   */
  public static JsonCursor open(String source, InputStream in) {
    return new JsonCursor(source, new JsonReader(new Decoder(in), in));
  }

  /**
   * Opens {@code file}.
   *
   * @throws DocumentException if it cannot be opened
   */
  public static JsonCursor open(Path file) {
    String source = file.toString().replace(file.getFileSystem().getSeparator(), "/");
    try {
      return open(source, Files.newInputStream(file));
    } catch (IOException failure) {
      throw new DocumentException(
          new Unreadable(Location.in(source), Cause.UNAVAILABLE, Failures.opening(failure)));
    }
  }

  /** Calls {@code read} at each outermost value; most texts have one, some have one a line. */
  public void forEachValue(Runnable read) {
    while (next() != null) {
      visit(read);
    }
  }

  /** Calls {@code read} at each item of this list; at none of null. */
  public void items(Runnable read) {
    if (!opens(JsonToken.START_ARRAY, "a list")) {
      return;
    }
    int index = 0;
    while (next() != JsonToken.END_ARRAY) {
      path.addLast(index++);
      visit(read);
      path.removeLast();
    }
    taken = true;
  }

  /** Calls {@code read} with the name of each field of this mapping; with none of null. */
  public void fields(Consumer<String> read) {
    if (!opens(JsonToken.START_OBJECT, "a mapping")) {
      return;
    }
    Set<String> known = new HashSet<>();
    while (next() != JsonToken.END_OBJECT) {
      String name = name();
      Location key = location();
      next();
      path.addLast(name);
      visit(() -> read.accept(name));
      path.removeLast();
      if (taken && !known.add(name)) {
        throw refuse(key, Cause.MALFORMED, "key must stand once in its mapping but stands again");
      }
    }
    taken = true;
  }

  private boolean opens(JsonToken opening, String expected) {
    taken = true;
    if (tokens.currentToken() == JsonToken.VALUE_NULL) {
      return false;
    }
    if (tokens.currentToken() != opening) {
      throw mismatch(expected);
    }
    return true;
  }

  private void visit(Runnable read) {
    taken = false;
    read.run();
    if (!taken) {
      skip();
    }
  }

  /** Returns this text; nothing of null. */
  public Optional<String> text() {
    taken = true;
    if (tokens.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (tokens.currentToken() != JsonToken.VALUE_STRING) {
      throw mismatch("a text");
    }
    return Optional.of(written());
  }

  /** Returns this text or number as it is written; nothing of null. */
  public Optional<String> textOrNumber() {
    if (!tokens.currentToken().isNumeric()) {
      return text();
    }
    taken = true;
    return Optional.of(written());
  }

  /** Returns this flag; nothing of null. */
  public Optional<Boolean> flag() {
    taken = true;
    return switch (tokens.currentToken()) {
      case VALUE_NULL -> Optional.empty();
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      default -> throw mismatch("true or false");
    };
  }

  /** Returns this whole number; nothing of null. */
  public OptionalLong integer() {
    taken = true;
    if (tokens.currentToken() == JsonToken.VALUE_NULL) {
      return OptionalLong.empty();
    }
    try {
      if (tokens.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        return OptionalLong.of(Long.parseLong(written()));
      }
    } catch (NumberFormatException tooLong) {
      throw refuse("number must have at most 18 digits");
    }
    throw mismatch("a whole number");
  }

  /** Returns this number; nothing of null. */
  public OptionalDouble number() {
    taken = true;
    if (tokens.currentToken() == JsonToken.VALUE_NULL) {
      return OptionalDouble.empty();
    }
    if (!tokens.currentToken().isNumeric()) {
      throw mismatch("a number");
    }
    return OptionalDouble.of(Double.parseDouble(written()));
  }

  /** Returns whether this value is a list. */
  public boolean isList() {
    return tokens.currentToken() == JsonToken.START_ARRAY;
  }

  /** Returns whether this value is a mapping. */
  public boolean isMapping() {
    return tokens.currentToken() == JsonToken.START_OBJECT;
  }

  /** Returns where this value begins. */
  public Location location() {
    JsonLocation at = tokens.currentTokenLocation();
    return place(at.getLineNr(), column(at));
  }

  private Location place(int line, int column) {
    return new Location(source, line, column, line, column, path());
  }

  private int column(JsonLocation at) {
    long lineStart = at.getCharOffset() - (at.getColumnNr() - 1);
    return at.getColumnNr() - reader.pairsBetween(lineStart, at.getCharOffset());
  }

  private String path() {
    StringBuilder text = new StringBuilder();
    for (Object step : path) {
      if (step instanceof String key) {
        FieldPath.append(text, key);
      } else {
        text.append('[').append(step).append(']');
      }
    }
    return text.toString();
  }

  /**
   * Returns the refusal of this value.
   *
   * @param reason the right form, then what came; never a value of the input
   */
  public DocumentException refuse(String reason) {
    return refuse(location(), reason);
  }

  /** Returns the refusal of what stands {@code at} a place of this text. */
  public DocumentException refuse(Location at, String reason) {
    return refuse(at, Cause.MALFORMED, reason);
  }

  private static DocumentException refuse(Location at, Cause cause, String reason) {
    String where = at.path().isEmpty() ? reason : at.path() + " " + reason;
    return new DocumentException(new Unreadable(at, cause, where));
  }

  private DocumentException mismatch(String expected) {
    String found =
        switch (tokens.currentToken()) {
          case START_OBJECT -> "a mapping";
          case START_ARRAY -> "a list";
          case VALUE_STRING -> "a text";
          case VALUE_TRUE, VALUE_FALSE -> "true or false";
          default -> "a number";
        };
    return refuse("must be " + expected + " but is " + found);
  }

  private @Nullable JsonToken next() {
    try {
      return tokens.nextToken();
    } catch (IOException failure) {
      throw explain(failure);
    }
  }

  private String name() {
    try {
      return tokens.currentName();
    } catch (IOException failure) {
      throw explain(failure);
    }
  }

  /** Reports say the same words over and over; they share them. */
  private String written() {
    try {
      String text = tokens.getText();
      int place = text.hashCode() & (shared.length - 1);
      if (!text.equals(shared[place])) {
        shared[place] = text;
      }
      return shared[place];
    } catch (IOException failure) {
      throw explain(failure);
    }
  }

  private void skip() {
    try {
      tokens.skipChildren();
    } catch (IOException failure) {
      throw explain(failure);
    }
  }

  private DocumentException explain(IOException failure) {
    JsonLocation at = tokens.currentLocation();
    Location place = place(at.getLineNr(), column(at));
    if (failure instanceof JsonReader.NotText) {
      return refuse(place, Cause.NOT_TEXT, "must be text in UTF-8 but has a byte that is none");
    }
    if (failure instanceof StreamConstraintsException) {
      String limits = "must be at most %d levels deep and its texts %d characters long";
      return refuse(place, Cause.TOO_LARGE, limits.formatted(DEEPEST, LONGEST_TEXT));
    }
    return failure instanceof JsonProcessingException broken
        ? refuse(place, Cause.MALFORMED, JsonErrors.meaning(broken))
        : refuse(place, Cause.UNAVAILABLE, Failures.midway(failure));
  }

  @Override
  public void close() {
    try {
      tokens.close();
    } catch (IOException failure) {
      throw explain(failure);
    }
  }

  @Override
  public String toString() {
    return location().toString();
  }
}
