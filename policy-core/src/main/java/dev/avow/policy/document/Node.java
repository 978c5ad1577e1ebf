package dev.avow.policy.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a document, with the place where it stands.
 *
 * <p>Lines and columns are one-based, columns in code points; the end lies just behind the value. A
 * value that an alias brings in stands where its anchor is, and may appear in several places of the
 * tree.
 */
public sealed interface Node {

  /** Returns where it stands. */
  Span span();

  /**
   * A stretch of a document.
   *
   * @param line one-based line of the first character
   * @param column one-based column of the first character
   * @param endLine one-based line just behind the last character
   * @param endColumn one-based column just behind the last character
   * @param source the name of what it was read from; empty where that is the document's own
   */
  record Span(int line, int column, int endLine, int endColumn, String source) {

    /** Creates a stretch of what the document was read from. */
    public Span(int line, int column, int endLine, int endColumn) {
      this(line, column, endLine, endColumn, "");
    }

    /** Returns this stretch of {@code other}, for a document that is put together of several. */
    public Span of(String other) {
      return new Span(line, column, endLine, endColumn, other);
    }
  }

  /** What a plain value is. */
  enum Kind {
    /** A text. */
    TEXT,
    /**
     * A whole number, a {@link Long} or, where that is too small, a {@link java.math.BigInteger}.
     */
    INTEGER,
    /** A number with a fraction, a {@link Double}. */
    DECIMAL,
    /** True or false, a {@link Boolean}. */
    FLAG,
    /** Null, written or left out behind the colon. */
    NULL
  }

  /**
   * A plain value.
   *
   * @param kind what it is
   * @param value the value as Java has it; null only for {@link Kind#NULL}
   * @param text the value as it is written, without quotes and with escapes and folding resolved
   * @param span where it stands
   */
  record Scalar(Kind kind, @Nullable Object value, String text, Span span) implements Node {}

  /**
   * A list of values.
   *
   * @param items the values in order
   * @param span where it stands
   */
  record Sequence(List<Node> items, Span span) implements Node {
    /** Creates a sequence; the list is copied. */
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Values by key, in the order of the text; a key appears once. */
  final class Mapping implements Node {

    /** Above this size an index is worth its memory; below, looking at each key is faster. */
    private static final int INDEXED = 12;

    private final String[] keys;
    private final Span[] keySpans;
    private final Node[] values;
    private final Span span;

    /**
     * Made when first asked for; whoever sees it sees it whole, so a race only repeats the work.
     */
    private @Nullable Map<String, Integer> index;

    private Mapping(String[] keys, Span[] keySpans, Node[] values, Span span) {
      this.keys = keys;
      this.keySpans = keySpans;
      this.values = values;
      this.span = span;
    }

    /**
     * Returns a mapping of {@code entries}.
     *
     * @throws IllegalArgumentException if a key appears twice
     */
    public static Mapping of(List<Entry> entries, Span span) {
      String[] keys = entries.stream().map(Entry::key).toArray(String[]::new);
      Span[] keySpans = entries.stream().map(Entry::keySpan).toArray(Span[]::new);
      Node[] values = entries.stream().map(Entry::value).toArray(Node[]::new);
      Mapping mapping = new Mapping(keys, keySpans, values, span);
      for (int i = 0; i < keys.length; i++) {
        if (mapping.indexOf(keys[i]) != i) {
          throw new IllegalArgumentException("key \"%s\" appears twice".formatted(keys[i]));
        }
      }
      return mapping;
    }

    /** Returns a mapping of parallel arrays, which it keeps; no key may appear twice. */
    static Mapping of(String[] keys, Span[] keySpans, Node[] values, Span span) {
      return new Mapping(keys, keySpans, values, span);
    }

    private static Map<String, Integer> index(String[] keys) {
      Map<String, Integer> index = new HashMap<>();
      for (int i = 0; i < keys.length; i++) {
        index.putIfAbsent(keys[i], i);
      }
      return Map.copyOf(index);
    }

    /** Returns the value of {@code key}, or null if there is no such key. */
    public @Nullable Node get(String key) {
      int at = indexOf(key);
      return at < 0 ? null : values[at];
    }

    /** Returns where {@code key} stands, or null if there is no such key. */
    public @Nullable Span keySpan(String key) {
      int at = indexOf(key);
      return at < 0 ? null : keySpans[at];
    }

    /** Returns the keys in order. */
    public List<String> keys() {
      return List.of(keys);
    }

    /** Returns keys and values in order. */
    public List<Entry> entries() {
      List<Entry> entries = new ArrayList<>(keys.length);
      for (int i = 0; i < keys.length; i++) {
        entries.add(new Entry(keys[i], keySpans[i], values[i]));
      }
      return entries;
    }

    /** Returns how many keys there are. */
    public int size() {
      return keys.length;
    }

    @Override
    public Span span() {
      return span;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mapping that
          && span.equals(that.span)
          && entries().equals(that.entries());
    }

    @Override
    public int hashCode() {
      return List.of(keys).hashCode();
    }

    @Override
    public String toString() {
      return "Mapping" + entries();
    }

    private int indexOf(String key) {
      if (keys.length > INDEXED) {
        Map<String, Integer> known = index;
        if (known == null) {
          known = index(keys);
          index = known;
        }
        return known.getOrDefault(key, -1);
      }
      for (int i = 0; i < keys.length; i++) {
        if (keys[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }
  }

  /**
   * A key and its value.
   *
   * @param key the key
   * @param keySpan where the key stands
   * @param value the value
   */
  record Entry(String key, Span keySpan, Node value) {}
}
