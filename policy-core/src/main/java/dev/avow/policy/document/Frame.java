package dev.avow.policy.document;

import dev.avow.policy.document.Node.Entry;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Sequence;
import dev.avow.policy.document.Node.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping or a list that is still growing. */
final class Frame {

  /** Above this size keys are looked up; below, looking at each is faster. */
  private static final int FEW = 8;

  private final List<String> keys = new ArrayList<>();
  private final List<Span> keySpans = new ArrayList<>();
  private final List<Node> values = new ArrayList<>();
  private final Map<String, Integer> known = new HashMap<>();

  /** The mappings that a merge key brings in, by how many keys stand before it. */
  private final Map<Integer, List<Mapping>> merges = new HashMap<>();

  private boolean mapping;
  private boolean keyed;
  private boolean merging;
  private boolean repeating;
  private String key = "";
  private int start;
  private int end;
  private int height;
  private long before;
  private @Nullable Anchor anchor;

  /** Makes this a new mapping or list; frames are used again. */
  void open(boolean isMapping, int from, long met, @Nullable Anchor named) {
    keys.clear();
    keySpans.clear();
    values.clear();
    known.clear();
    merges.clear();
    mapping = isMapping;
    keyed = false;
    merging = false;
    repeating = false;
    start = from;
    end = from;
    height = 0;
    before = met;
    anchor = named;
  }

  boolean expectsKey() {
    return mapping && !keyed;
  }

  /**
   * Takes a key; returns where it stands already, or null if it is new. What comes behind one that
   * stands already is passed over.
   */
  @Nullable Span key(String name, Span span) {
    int at = find(name);
    key = name;
    keyed = true;
    if (at >= 0) {
      repeating = true;
      return keySpans.get(at);
    }
    if (keys.size() > FEW) {
      known.put(name, keys.size());
    }
    keys.add(name);
    keySpans.add(span);
    return null;
  }

  private int find(String name) {
    if (keys.size() <= FEW) {
      return keys.indexOf(name);
    }
    if (known.isEmpty()) {
      for (int i = 0; i < keys.size(); i++) {
        known.put(keys.get(i), i);
      }
    }
    return known.getOrDefault(name, -1);
  }

  /** Takes a merge key. */
  void mergeKey() {
    key = "<<";
    keyed = true;
    merging = true;
  }

  /**
   * Takes a value that ends at {@code to}; returns false if it would have to be merged and cannot.
   */
  boolean add(Node value, int to, int valueHeight) {
    end = to;
    height = Math.max(height, valueHeight);
    keyed = false;
    if (repeating) {
      repeating = false;
      return true;
    }
    if (!merging) {
      values.add(value);
      return true;
    }
    merging = false;
    return merge(value);
  }

  private boolean merge(Node source) {
    List<Node> sources = source instanceof Sequence list ? list.items() : List.of(source);
    List<Mapping> into = merges.computeIfAbsent(keys.size(), at -> new ArrayList<>());
    for (Node each : sources) {
      if (!(each instanceof Mapping found)) {
        return false;
      }
      into.add(found);
    }
    return true;
  }

  Node close(Span span) {
    if (!mapping) {
      return new Sequence(values, span);
    }
    if (!merges.isEmpty()) {
      return Mapping.of(merged(), span);
    }
    return Mapping.of(
        keys.toArray(new String[0]),
        keySpans.toArray(new Span[0]),
        values.toArray(new Node[0]),
        span);
  }

  /**
   * Returns merged entries where their merge key stands; written keys win, then earlier sources.
   */
  private List<Entry> merged() {
    List<Entry> all = new ArrayList<>();
    Set<String> taken = new HashSet<>(keys);
    for (int i = 0; i <= keys.size(); i++) {
      for (Mapping source : merges.getOrDefault(i, List.of())) {
        source.entries().stream().filter(entry -> taken.add(entry.key())).forEach(all::add);
      }
      if (i < keys.size()) {
        all.add(new Entry(keys.get(i), keySpans.get(i), values.get(i)));
      }
    }
    return all;
  }

  /** Adds the step to the value that is being read. */
  void appendStep(StringBuilder path) {
    if (mapping) {
      FieldPath.append(path, key);
    } else {
      path.append('[').append(values.size()).append(']');
    }
  }

  int start() {
    return start;
  }

  /** Returns where the last value ends. */
  int end() {
    return end;
  }

  /** Returns how deep the values in it nest. */
  int height() {
    return height;
  }

  /** Returns how many values were met before this one. */
  long before() {
    return before;
  }

  @Nullable Anchor anchor() {
    return anchor;
  }

  /** A value that an alias may name, once it is complete. */
  static final class Anchor {

    private @Nullable Node node;
    private long weight;
    private int height;

    /** Completes it: {@code met} values stand in it, nesting {@code depth} levels. */
    void complete(Node value, long met, int depth) {
      node = value;
      weight = met;
      height = depth;
    }

    /** Returns the value, or null as long as its end was not seen. */
    @Nullable Node node() {
      return node;
    }

    long weight() {
      return weight;
    }

    int height() {
      return height;
    }
  }
}
