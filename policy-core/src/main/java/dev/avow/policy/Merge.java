package dev.avow.policy;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.Node;
import dev.avow.policy.document.Node.Entry;
import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Sequence;
import dev.avow.policy.document.Node.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a policy over those that it extends, as they are written: mappings are joined key by key,
 * lists of things that have a name are joined by name, waivers are added, and any other value
 * stands in place of the one below.
 */
final class Merge {

  private static final String RULE = "hardening.rules.*";

  private Merge() {}

  /** Returns {@code own} over {@code floors}, each value with the place where it is written. */
  static Document of(List<Document> floors, Document own) {
    Node whole = Mapping.of(List.of(), own.root().span().of(own.source()));
    for (Document floor : floors) {
      whole = over(whole, withoutItsOwn(from(floor.root(), floor.source())), "");
    }
    Node above = from(own.root(), own.source());
    return new Document(own.source(), own.number(), without(over(whole, above, ""), "extends"));
  }

  /** Returns {@code node}, which says by itself where it comes from. */
  private static Node from(Node node, String source) {
    Span span = node.span().source().isEmpty() ? node.span().of(source) : node.span();
    if (node instanceof Mapping mapping) {
      List<Entry> entries = new ArrayList<>();
      for (Entry entry : mapping.entries()) {
        Span key =
            entry.keySpan().source().isEmpty() ? entry.keySpan().of(source) : entry.keySpan();
        entries.add(new Entry(entry.key(), key, from(entry.value(), source)));
      }
      return Mapping.of(entries, span);
    }
    if (node instanceof Sequence list) {
      return new Sequence(list.items().stream().map(item -> from(item, source)).toList(), span);
    }
    Scalar scalar = (Scalar) node;
    return new Scalar(scalar.kind(), scalar.value(), scalar.text(), span);
  }

  private static Node withoutItsOwn(Node root) {
    Node rest = root;
    if (root instanceof Mapping mapping) {
      for (String key : mapping.keys()) {
        rest = PolicyForm.POLICY.isOwn(key) ? without(rest, key) : rest;
      }
    }
    return rest;
  }

  private static Node without(Node node, String key) {
    return node instanceof Mapping mapping
        ? Mapping.of(
            mapping.entries().stream().filter(entry -> !entry.key().equals(key)).toList(),
            mapping.span())
        : node;
  }

  private static Node over(Node floor, Node over, String path) {
    Node below = path.equals(RULE) ? settings(floor) : floor;
    Node above = path.equals(RULE) ? settings(over) : over;
    if (below instanceof Mapping lower && above instanceof Mapping upper) {
      return join(lower, upper, path);
    }
    if (below instanceof Sequence lower && above instanceof Sequence upper) {
      return NamedItems.at(path) || path.equals("waivers") ? join(lower, upper, path) : upper;
    }
    return above;
  }

  private static Mapping join(Mapping floor, Mapping over, String path) {
    Map<String, Entry> joined = new LinkedHashMap<>();
    floor.entries().forEach(entry -> joined.put(entry.key(), entry));
    for (Entry entry : over.entries()) {
      Entry below = joined.get(entry.key());
      Node value =
          below == null
              ? entry.value()
              : over(below.value(), entry.value(), NamedItems.step(path, entry.key()));
      joined.put(entry.key(), new Entry(entry.key(), entry.keySpan(), value));
    }
    return Mapping.of(List.copyOf(joined.values()), over.span());
  }

  private static Sequence join(Sequence floor, Sequence over, String path) {
    List<Node> joined = new ArrayList<>(floor.items());
    for (Node item : over.items()) {
      String name = NamedItems.nameOf(item, path);
      int below = -1;
      for (int i = 0; i < joined.size() && !name.isEmpty(); i++) {
        below = name.equals(NamedItems.nameOf(joined.get(i), path)) ? i : below;
      }
      if (below < 0 && !joined.contains(item)) {
        joined.add(item);
      } else if (below >= 0) {
        joined.set(below, item);
      }
    }
    return new Sequence(joined, over.span());
  }

  /** A rule that is only switched is a setting like others. */
  private static Node settings(Node node) {
    if (node instanceof Scalar scalar
        && (scalar.kind() == Kind.TEXT || scalar.kind() == Kind.FLAG)) {
      return Mapping.of(List.of(new Entry("enabled", scalar.span(), scalar)), scalar.span());
    }
    return node;
  }
}
