package dev.avow.k8s.kro;

import dev.avow.k8s.cel.CelReader;
import dev.avow.k8s.cel.Parsed;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node;
import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of a definition that holds expressions.
 *
 * @param at where it stands
 * @param use what it is for
 * @param owner the resource that it belongs to; null for the status
 * @param extraction the expressions
 * @param parsed what each of them says, in the same order
 */
record ExpressionField(
    Field at, Use use, @Nullable GraphResource owner, Extraction extraction, List<Parsed> parsed) {

  /** Returns the texts with expressions in {@code graph}, in the order of reading. */
  static List<ExpressionField> in(Field graph, List<GraphResource> resources) {
    List<ExpressionField> all = new ArrayList<>();
    collect(graph.field("spec").field("schema").field("status"), Use.STATUS, null, all);
    for (GraphResource resource : resources) {
      Field item = resource.place();
      collect(item.field("forEach"), Use.FOR_EACH, resource, all);
      collect(item.field("includeWhen"), Use.INCLUDE_WHEN, resource, all);
      collect(item.field("template"), Use.TEMPLATE, resource, all);
      collect(item.field("externalRef"), Use.EXTERNAL_REFERENCE, resource, all);
      collect(item.field("readyWhen"), Use.READY_WHEN, resource, all);
    }
    return List.copyOf(all);
  }

  private static void collect(
      Field field, Use use, @Nullable GraphResource owner, List<ExpressionField> into) {
    field.fields().forEach(child -> collect(child, use, owner, into));
    field.items().forEach(child -> collect(child, use, owner, into));
    field
        .text()
        .filter(Extraction::concerns)
        .ifPresent(text -> into.add(of(field, use, owner, Extraction.of(text))));
  }

  private static ExpressionField of(
      Field at, Use use, @Nullable GraphResource owner, Extraction found) {
    List<Parsed> parsed =
        found.pieces().stream().map(piece -> CelReader.read(piece.text())).toList();
    return new ExpressionField(at, use, owner, found, parsed);
  }

  /**
   * Returns where the expression at {@code index} stands, exactly where the text is on one line.
   */
  Location locate(int index) {
    Location whole = at.location();
    String text = extraction.text();
    int written = whole.endColumn() - whole.column();
    int quotes = written - text.codePointCount(0, text.length());
    boolean asItIs = whole.line() == whole.endLine() && (quotes == 0 || quotes == 2);
    if (!asItIs || !(at.node().orElse(null) instanceof Node.Scalar)) {
      return whole;
    }
    Extraction.Piece piece = extraction.pieces().get(index);
    int start = whole.column() + quotes / 2 + text.codePointCount(0, piece.start());
    int end = start + piece.text().codePointCount(0, piece.text().length());
    return new Location(
        whole.source(), whole.line(), start, whole.line(), end, whole.path(), whole.origin());
  }
}
