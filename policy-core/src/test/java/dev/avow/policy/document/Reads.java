package dev.avow.policy.document;

import dev.avow.policy.document.Node.Entry;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Sequence;
import dev.avow.policy.document.Node.Span;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Reads for tests, and shows what was read in a form that is easy to compare. */
@NullMarked
final class Reads {

  private Reads() {}

  static List<Reading> all(String source, String text) {
    try (Stream<Reading> readings = DocumentReader.kubernetes().read(source, text)) {
      return readings.toList();
    }
  }

  static List<Reading> all(byte[] bytes) {
    try (Stream<Reading> readings =
        DocumentReader.kubernetes().read("bytes.yaml", new ByteArrayInputStream(bytes))) {
      return readings.toList();
    }
  }

  /** Returns {@code 0 at 1:1 {a=1}} for a document, {@code 2:3 MALFORMED} for what is none. */
  static List<String> shown(String source, String text) {
    return all(source, text).stream().map(Reads::shown).toList();
  }

  static List<String> shown(String text) {
    return shown("test.yaml", text);
  }

  static String shown(Reading reading) {
    if (reading instanceof Document document) {
      Span span = document.root().span();
      return document.number()
          + " at "
          + span.line()
          + ":"
          + span.column()
          + " "
          + value(document.root());
    }
    Unreadable unreadable = (Unreadable) reading;
    return unreadable.location().line()
        + ":"
        + unreadable.location().column()
        + " "
        + unreadable.cause();
  }

  /** Returns the root of the only document in {@code text}. */
  static Node root(String text) {
    return DocumentReader.kubernetes().readOne("test.yaml", text).root();
  }

  /** Returns the value of the only document in {@code text} as Java collections. */
  static @Nullable Object value(String text) {
    return value(root(text));
  }

  static @Nullable Object value(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.value();
    }
    if (node instanceof Sequence list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.items().forEach(item -> items.add(value(item)));
      return items;
    }
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    for (Entry entry : ((Mapping) node).entries()) {
      entries.put(entry.key(), value(entry.value()));
    }
    return entries;
  }

  /** Returns every key and value of {@code node} with its place, one a line. */
  static List<String> places(Node node) {
    List<String> places = new ArrayList<>();
    places(node, "", places);
    return places;
  }

  private static void places(Node node, String path, List<String> into) {
    into.add(path + " = " + shown(node) + " " + shown(node.span()));
    if (node instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        places(list.items().get(i), path + "[" + i + "]", into);
      }
    } else if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        into.add(path + "." + entry.key() + " key " + shown(entry.keySpan()));
        places(entry.value(), path + "." + entry.key(), into);
      }
    }
  }

  private static String shown(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.kind() + " " + scalar.value();
    }
    return node instanceof Sequence ? "list" : "mapping";
  }

  static String shown(Span span) {
    return "%d:%d-%d:%d".formatted(span.line(), span.column(), span.endLine(), span.endColumn());
  }

  static Unreadable unreadable(String text) {
    return (Unreadable) all("test.yaml", text).get(0);
  }
}
