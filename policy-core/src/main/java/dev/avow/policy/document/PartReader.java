package dev.avow.policy.document;

import dev.avow.policy.document.Node.Span;
import dev.avow.policy.document.Part.Form;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;

/** Reads the text of one document; what is wrong with it becomes a value. */
final class PartReader {

  private final Limits limits;
  private final Parser yaml;

  PartReader(Schema schema, Limits limits) {
    this.limits = limits;
    this.yaml = new YamlParser(schema, limits);
  }

  Reading read(String source, Part part) {
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
      Printable.check(part.text());
      return new Document(source, part.number(), yaml.parse(part, lines));
    } catch (Refused refused) {
      return unreadable(source, lines, refused.offset(), refused.why(), refused.reason());
    }
  }

  private static Reading broken(String source, Part part) {
    Lines lines = new Lines(part.text(), part.line(), part.column());
    int at = Math.max(part.text().indexOf(Characters.BROKEN), 0);
    String reason =
        "text must be UTF-8, or UTF-16 or UTF-32 with a byte order mark, but byte %d is not"
            .formatted(part.broken());
    return unreadable(source, lines, at, Cause.NOT_TEXT, reason);
  }

  private static Unreadable unreadable(
      String source, Lines lines, int offset, Cause cause, String reason) {
    Span span = lines.span(offset, offset);
    return new Unreadable(Location.at(source, span.line(), span.column()), cause, reason);
  }
}
