package dev.avow.policy.document;

import dev.avow.policy.document.Node.Span;
import dev.avow.policy.document.Part.Form;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Problem;
import java.util.List;

/** Reads the text of one document; what is wrong with it becomes a value. */
final class PartReader {

  private final Limits limits;
  private final Parser json;
  private final Parser yaml;

  PartReader(Schema schema, Limits limits, boolean keepsFirst) {
    this.limits = limits;
    this.json = new JsonTokens(schema, limits, keepsFirst);
    this.yaml = new YamlEvents(schema, limits, keepsFirst);
  }

  /**
   * Reads {@code part}.
   *
   * @param format what may be in {@code source}
   */
  Reading read(String source, Part part, Format format) {
    if (part.broken() >= 0) {
      return broken(source, part);
    }
    if (part.form() == Form.TOO_LONG) {
      return new Unreadable(
          Location.at(source, part.line(), part.column()),
          Cause.TOO_LARGE,
          "document must have at most %d characters but has more".formatted(limits.characters()));
    }
    Lines lines = new Lines(part.text(), part.line(), part.column());
    try {
      return document(source, part, parse(part, lines, format));
    } catch (Refused refused) {
      int at = Math.min(refused.offset(), contentEnd(part.text()));
      return unreadable(source, part, lines, at, refused.why(), refused.reason() + hint(part));
    }
  }

  private static Document document(String source, Part part, Parsed parsed) {
    String origin = Origin.of(part.text());
    Document bare = new Document(source, part.number(), parsed.root(), List.of(), origin);
    List<Problem> repeated =
        parsed.repetitions().stream()
            .map(
                each ->
                    new Problem(
                        bare.locate(each.again(), each.path()), each.expected(), each.found()))
            .toList();
    return repeated.isEmpty()
        ? bare
        : new Document(source, part.number(), parsed.root(), repeated, origin);
  }

  /** Returns where {@code text} ends but for white space: what ends too early ends there. */
  private static int contentEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  private static String hint(Part part) {
    boolean template = part.text().contains("{{") || part.text().contains("{%");
    return template ? "; a template must be rendered first" : "";
  }

  private Parsed parse(Part part, Lines lines, Format format) throws Refused {
    if (part.form() == Form.FLOW) {
      Printable.checkJson(part.text());
      try {
        return json.parse(part, lines);
      } catch (Refused refused) {
        if (format != Format.ANY || refused.why() != Cause.MALFORMED) {
          throw refused;
        }
        return parseFlow(part, lines, refused);
      }
    }
    Printable.checkYaml(part.text());
    return yaml.parse(part, lines);
  }

  /** Returns what is no JSON as YAML, or says what stops the one that comes further. */
  private Parsed parseFlow(Part part, Lines lines, Refused noJson) throws Refused {
    try {
      Printable.checkYaml(part.text());
      return yaml.parse(part, lines);
    } catch (Refused noYaml) {
      throw noYaml.offset() >= noJson.offset() ? noYaml : noJson;
    }
  }

  private static Reading broken(String source, Part part) {
    Lines lines = new Lines(part.text(), part.line(), part.column());
    int at = Math.max(part.text().indexOf(Characters.BROKEN), 0);
    String reason =
        "text must be UTF-8, or UTF-16 or UTF-32 with a byte order mark, but byte %d is not"
            .formatted(part.broken());
    return unreadable(source, part, lines, at, Cause.NOT_TEXT, reason);
  }

  private static Unreadable unreadable(
      String source, Part part, Lines lines, int offset, Cause cause, String reason) {
    Span span = lines.span(offset, offset);
    Location at = Location.at(source, span.line(), span.column());
    return new Unreadable(at.madeFrom(Origin.of(part.text())), cause, reason);
  }
}
