package dev.avow.policy;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node;
import dev.avow.policy.document.form.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a policy as YAML and behind each line, as a comment, where it comes from. */
final class PlacedYaml {

  private static final String STANDARD = "standard";

  private final List<String> lines;
  private final Map<Integer, String> comments = new TreeMap<>();

  private PlacedYaml(String yaml) {
    this.lines = new ArrayList<>(List.of(yaml.split("\n", -1)));
  }

  /** Returns {@code tree} as YAML, with the places of {@code written}; null if there are none. */
  static String of(Object tree, @Nullable Document written) {
    String yaml = YamlText.of(tree);
    if (written == null) {
      return yaml;
    }
    PlacedYaml placed = new PlacedYaml(yaml);
    Document plain = DocumentReader.yaml12().readOne("(policy)", yaml);
    placed.walk(plain.field(), written.field());
    placed.comments.forEach(placed::comment);
    return String.join("\n", placed.lines);
  }

  private void walk(Field plain, Field written) {
    for (Field child : plain.fields()) {
      Field there = written.isMapping() ? written.field(child.name()) : written;
      note(child.keyLocation().line(), there);
      below(child, there);
    }
    for (int i = 0; i < plain.items().size(); i++) {
      Field there = written.isList() ? written.item(i) : written;
      note(plain.item(i).location().line(), there);
      below(plain.item(i), there);
    }
  }

  private void below(Field plain, Field written) {
    if (plain.isMapping() || plain.isList()) {
      walk(plain, written);
    } else {
      move(plain);
    }
  }

  /** The first thing of a line speaks for it: an item rather than its first field. */
  private void note(int line, Field written) {
    comments.putIfAbsent(line, place(written));
  }

  private static String place(Field written) {
    return written.isAbsent() ? STANDARD : written.keyLocation().toString();
  }

  /** Inside a text of several lines a comment would be part of it; behind its end it is none. */
  private void move(Field plain) {
    Node.Span span = plain.node().orElseThrow().span();
    if (span.endLine() <= span.line()) {
      return;
    }
    String first = lines.get(span.line() - 1);
    int style = first.codePointAt(first.offsetByCodePoints(0, span.column() - 1));
    String comment = style == '|' || style == '>' ? null : comments.remove(span.line());
    if (comment != null) {
      comments.put(span.endLine(), comment);
    }
  }

  private void comment(int line, String comment) {
    String clean = comment.replaceAll("\\p{Cntrl}", "?");
    lines.set(line - 1, lines.get(line - 1) + " # " + clean);
  }
}
