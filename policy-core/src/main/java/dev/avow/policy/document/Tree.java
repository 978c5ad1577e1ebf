package dev.avow.policy.document;

import dev.avow.policy.document.Frame.Anchor;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Grows the tree of one document from what a parser meets, in order, and keeps it within the
 * limits.
 *
 * <p>Values behind an alias are shared, and counted each time. Offsets are in chars.
 */
final class Tree {

  /** Keys repeat in documents; those that come after so many different ones do not. */
  private static final int MOST_SHARED = 10_000;

  private final Limits limits;
  private final boolean keepsFirst;
  private final Lines lines;
  private final List<Repetition> repetitions = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final Map<String, Anchor> anchors = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private int depth;
  private long met;
  private @Nullable Node root;

  /**
   * Begins a tree.
   *
   * @param keepsFirst whether a key that repeats is noted and passed over, not refused
   */
  Tree(Limits limits, boolean keepsFirst, Lines lines) {
    this.limits = limits;
    this.keepsFirst = keepsFirst;
    this.lines = lines;
  }

  /** Returns the outermost value, or null as long as there is none. */
  @Nullable Node root() {
    return depth == 0 ? root : null;
  }

  /** Returns the keys that were passed over, in the order of the text. */
  List<Repetition> repetitions() {
    return List.copyOf(repetitions);
  }

  /** Returns whether what comes next is the key of a mapping. */
  boolean expectsKey() {
    return depth > 0 && frames.get(depth - 1).expectsKey();
  }

  /** Begins a mapping or a list. */
  void open(boolean mapping, int start, @Nullable String anchor) throws Refused {
    if (expectsKey()) {
      throw Refused.malformed(start, "key must be a plain value but is a mapping or a list");
    }
    meet(1, start);
    if (++depth > limits.depth()) {
      throw tooDeep(start);
    }
    if (depth > frames.size()) {
      frames.add(new Frame());
    }
    frames.get(depth - 1).open(mapping, start, met, anchor == null ? null : declare(anchor));
  }

  private Anchor declare(String name) {
    Anchor anchor = new Anchor();
    anchors.put(name, anchor);
    return anchor;
  }

  /** Ends a mapping or a list behind its last value. */
  void close() throws Refused {
    close(frames.get(depth - 1).end());
  }

  /** Ends a mapping or a list at {@code end}. */
  void close(int end) throws Refused {
    Frame frame = frames.get(--depth);
    Node node = frame.close(lines.span(frame.start(), end));
    Anchor anchor = frame.anchor();
    if (anchor != null) {
      anchor.complete(node, met - frame.before() + 1, frame.height() + 1);
    }
    add(node, frame.start(), end, frame.height() + 1);
  }

  /** Takes the key of an entry. */
  void key(String name, int start, int end) throws Refused {
    Span span = lines.span(start, end);
    Span first = frames.get(depth - 1).key(shared(name), span);
    if (first != null) {
      Repetition repetition = new Repetition(path(), name, first, span);
      if (!keepsFirst) {
        throw Refused.malformed(start, repetition.expected() + " but " + repetition.found());
      }
      repetitions.add(repetition);
    }
  }

  /** Returns the way to the key or the item that is being read. */
  private String path() {
    StringBuilder path = new StringBuilder();
    frames.subList(0, depth).forEach(frame -> frame.appendStep(path));
    return path.toString();
  }

  /** Returns the one instance of {@code name}, as long as there are not absurdly many names. */
  private String shared(String name) {
    String known = names.size() < MOST_SHARED ? names.putIfAbsent(name, name) : names.get(name);
    return known == null ? name : known;
  }

  /** Takes a merge key: the value that comes next is a mapping to merge, or a list of such. */
  void mergeKey() {
    frames.get(depth - 1).mergeKey();
  }

  /** Takes a plain value. */
  void scalar(Scalar scalar, int start, int end, @Nullable String anchor) throws Refused {
    meet(1, start);
    name(scalar, anchor);
    add(scalar, start, end, 0);
  }

  /** Gives {@code scalar} its anchor; a key may have one too. */
  void name(Scalar scalar, @Nullable String anchor) {
    if (anchor != null) {
      declare(anchor).complete(scalar, 1, 0);
    }
  }

  /** Takes an alias. */
  void alias(String anchor, int start, int end) throws Refused {
    Anchor named = named(anchor, start);
    meet(named.weight(), start);
    if (depth + named.height() > limits.depth()) {
      throw tooDeep(start);
    }
    add(value(named, start), start, end, named.height());
  }

  /** Returns the value that an alias brings in as a key. */
  Scalar aliasedKey(String anchor, int start) throws Refused {
    if (value(named(anchor, start), start) instanceof Scalar scalar) {
      return scalar;
    }
    throw Refused.malformed(
        start, "key must be a plain value but its alias names a mapping or a list");
  }

  private Anchor named(String anchor, int at) throws Refused {
    Anchor named = anchors.get(anchor);
    if (named == null) {
      throw Refused.malformed(
          at, "alias must name an anchor before it but there is no such anchor");
    }
    return named;
  }

  private static Node value(Anchor named, int at) throws Refused {
    Node node = named.node();
    if (node == null) {
      throw Refused.malformed(at, "alias must not stand inside the value that it names");
    }
    return node;
  }

  private void add(Node node, int start, int end, int height) throws Refused {
    if (depth == 0) {
      root = node;
    } else if (!frames.get(depth - 1).add(node, end, height)) {
      throw Refused.malformed(start, "merge key must bring in a mapping or a list of mappings");
    }
  }

  private void meet(long values, int at) throws Refused {
    met += values;
    if (met > limits.nodes()) {
      throw Refused.tooLarge(
          at,
          "document must have at most %d values, those behind aliases counted each time"
              .formatted(limits.nodes()));
    }
  }

  private Refused tooDeep(int at) {
    return Refused.tooLarge(at, "document must nest at most %d levels".formatted(limits.depth()));
  }
}
