package dev.avow.policy.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Span;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads one JSON document by the tokens of Jackson; ten times as fast as YAML. */
final class JsonTokens implements Parser {

  private final Schema schema;
  private final Limits limits;
  private final boolean keepsFirst;
  private final JsonFactory factory;

  JsonTokens(Schema schema, Limits limits, boolean keepsFirst) {
    this.schema = schema;
    this.limits = limits;
    this.keepsFirst = keepsFirst;
    this.factory =
        JsonFactory.builder()
            // The tree keeps its own names; a table that all documents share could be filled up.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(constraints(limits))
            .build();
  }

  /** Returns constraints that never bite before our own limits do. */
  private static StreamReadConstraints constraints(Limits limits) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(limits.depth() == Integer.MAX_VALUE ? limits.depth() : limits.depth() + 1)
        .maxNameLength(limits.characters())
        .maxStringLength(limits.characters())
        .maxNumberLength(limits.characters())
        .build();
  }

  @Override
  public Parsed parse(Part part, Lines lines) throws Refused {
    String json = part.text().substring(part.from(), part.to());
    try (JsonParser tokens = factory.createParser(json)) {
      return new Run(part, lines, tokens).tree();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The reading of one text. */
  private final class Run {

    private final String text;
    private final int from;
    private final int to;
    private final Lines lines;
    private final JsonParser tokens;
    private final Tree tree;

    Run(Part part, Lines lines, JsonParser tokens) {
      this.text = part.text();
      this.from = part.from();
      this.to = part.to();
      this.lines = lines;
      this.tokens = tokens;
      this.tree = new Tree(limits, keepsFirst, lines);
    }

    Parsed tree() throws Refused, IOException {
      try {
        Node root = null;
        for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
          if (root != null) {
            throw Refused.malformed(
                start(), "JSON value must end its line or be followed by another");
          }
          take(token, start());
          root = tree.root();
        }
        if (root == null) {
          throw Refused.malformed(to, "JSON must hold a value");
        }
        return new Parsed(root, tree.repetitions());
      } catch (JsonProcessingException broken) {
        throw explain(broken);
      }
    }

    private int start() {
      return from + Math.toIntExact(tokens.currentTokenLocation().getCharOffset());
    }

    private void take(JsonToken token, int start) throws Refused, IOException {
      switch (token) {
        case START_OBJECT -> tree.open(true, start, null);
        case START_ARRAY -> tree.open(false, start, null);
        case END_OBJECT, END_ARRAY -> tree.close(start + 1);
        case FIELD_NAME -> tree.key(tokens.currentName(), start, quoteEnd(start));
        default -> scalar(token, start);
      }
    }

    private void scalar(JsonToken token, int start) throws Refused, IOException {
      String value = tokens.getText();
      int end = token == JsonToken.VALUE_STRING ? quoteEnd(start) : start + value.length();
      Span span = lines.span(start, end);
      Scalar scalar =
          switch (token) {
            case VALUE_STRING -> Values.text(value, span);
            case VALUE_TRUE -> Values.flag(true, value, span);
            case VALUE_FALSE -> Values.flag(false, value, span);
            case VALUE_NULL -> Values.empty(value, span);
            default -> number(value, span);
          };
      tree.scalar(scalar, start, end, null);
    }

    private Scalar number(String value, Span span) {
      Scalar number = schema.resolve(value, span);
      return number.kind() == Kind.TEXT
          ? Values.decimal(Double.parseDouble(value), value, span)
          : number;
    }

    /** Returns the offset behind the quote that ends what begins with one at {@code start}. */
    private int quoteEnd(int start) {
      int at = start + 1;
      while (text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      return at + 1;
    }

    private Refused explain(JsonProcessingException broken) {
      long offset = broken.getLocation() == null ? 0 : broken.getLocation().getCharOffset();
      int at = from + (int) Math.max(0, Math.min(offset, to - from));
      return Refused.malformed(at, JsonErrors.meaning(broken));
    }
  }
}
