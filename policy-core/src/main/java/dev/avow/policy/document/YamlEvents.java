package dev.avow.policy.document;

import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Span;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;

/** Reads one YAML document by the events of SnakeYAML; nothing is constructed by it. */
final class YamlEvents implements Parser {

  /** How many characters are read of one text, over and over, for the sake of its tabs. */
  private static final int MOST_READ = 1 << 25;

  private final Schema schema;
  private final Limits limits;
  private final boolean keepsFirst;

  YamlEvents(Schema schema, Limits limits, boolean keepsFirst) {
    this.schema = schema;
    this.limits = limits;
    this.keepsFirst = keepsFirst;
  }

  @Override
  public Parsed parse(Part part, Lines lines) throws Refused {
    String text = part.text();
    for (long read = text.length(); ; read += text.length()) {
      try {
        return new Run(text, lines).tree();
      } catch (Refused refused) {
        if (read > MOST_READ || !Tabs.separates(text, refused.offset())) {
          throw refused;
        }
        text = Tabs.replace(text, refused.offset());
      }
    }
  }

  /** The reading of one text. */
  private final class Run {

    private final String text;
    private final Lines lines;
    private final Tree tree;
    private final Tags tags = new Tags(schema);
    private final ParserImpl events;

    /** Whether each open collection is in flow style: it ends at a bracket, not behind a value. */
    private final BitSet flow = new BitSet();

    private int depth;
    private int reached;

    Run(String text, Lines lines) {
      this.text = text;
      this.lines = lines;
      this.tree = new Tree(limits, keepsFirst, lines);
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(Integer.MAX_VALUE);
      this.events = new ParserImpl(new YamlChars(text), options);
    }

    Parsed tree() throws Refused {
      int documents = 0;
      for (Event event = next(); !event.is(ID.StreamEnd); event = next()) {
        if (event.is(ID.DocumentStart) && ++documents > 1) {
          throw Refused.malformed(start(event), "document must end at a line --- or ...");
        }
        take(event);
      }
      Node root = tree.root();
      if (root == null) {
        throw Refused.malformed(text.length(), "document must hold a value");
      }
      return new Parsed(root, tree.repetitions());
    }

    private Event next() throws Refused {
      try {
        Event event = events.getEvent();
        reached = event.getEndMark() == null ? reached : end(event);
        return event;
      } catch (MarkedYAMLException refused) {
        throw YamlErrors.explain(refused, text, lines);
      } catch (YAMLException | IndexOutOfBoundsException | IllegalArgumentException refused) {
        throw Refused.malformed(reached, "document must be YAML but is not from here on");
      }
    }

    private void take(Event event) throws Refused {
      if (event instanceof ScalarEvent scalar) {
        scalar(scalar);
      } else if (event instanceof AliasEvent alias) {
        alias(alias);
      } else if (event instanceof CollectionStartEvent collection) {
        flow.set(depth++, collection.isFlow());
        tree.open(
            event.is(ID.MappingStart),
            valueStart(collection, collection.getTag()),
            collection.getAnchor());
      } else if (event.is(ID.MappingEnd) || event.is(ID.SequenceEnd)) {
        if (flow.get(--depth)) {
          tree.close(end(event));
        } else {
          tree.close();
        }
      }
    }

    private void scalar(ScalarEvent event) throws Refused {
      int end = valueEnd(event);
      int start = Math.min(valueStart(event, event.getTag()), end);
      if (tree.expectsKey() && isMerge(event)) {
        tree.mergeKey();
        return;
      }
      Scalar scalar = resolve(event, lines.span(start, end), start);
      if (tree.expectsKey()) {
        tree.name(scalar, event.getAnchor());
        key(scalar, start, end);
      } else {
        tree.scalar(scalar, start, end, event.getAnchor());
      }
    }

    private boolean isMerge(ScalarEvent event) {
      String tag = event.getTag();
      return event.getValue().equals("<<") && (tag == null ? event.isPlain() : Tags.isMerge(tag));
    }

    private Scalar resolve(ScalarEvent event, Span span, int start) throws Refused {
      String tag = event.getTag();
      if (tag == null) {
        return event.isPlain()
            ? schema.resolve(event.getValue(), span)
            : Values.text(event.getValue(), span);
      }
      Scalar scalar = tags.resolve(tag, event.getValue(), span);
      if (scalar == null) {
        throw Refused.malformed(start, "value must be what its tag says but is something else");
      }
      return scalar;
    }

    private void key(Scalar scalar, int start, int end) throws Refused {
      String name = Keys.name(scalar);
      if (name == null) {
        throw Refused.malformed(start, "key must be a text but is null");
      }
      tree.key(name, start, end);
    }

    private void alias(AliasEvent event) throws Refused {
      int start = start(event);
      if (tree.expectsKey()) {
        key(tree.aliasedKey(event.getAnchor(), start), start, end(event));
      } else {
        tree.alias(event.getAnchor(), start, end(event));
      }
    }

    private int start(Event event) {
      return event.getStartMark().getIndex();
    }

    private int end(Event event) {
      return event.getEndMark().getIndex();
    }

    /** Returns where a value begins, behind its anchor and its tag. */
    private int valueStart(NodeEvent event, @Nullable String tag) {
      int at = start(event);
      boolean named = event.getAnchor() != null;
      return named || tag != null ? new Properties(text, named, tag != null).skip(at) : at;
    }

    /**
     * Returns where a value ends: not the white space behind a block, or before what is left out.
     */
    private int valueEnd(ScalarEvent event) {
      int at = end(event);
      if (event.isLiteral() || event.isFolded() || event.getValue().isEmpty()) {
        while (at > 0 && text.charAt(at - 1) <= ' ') {
          at--;
        }
      }
      return at;
    }
  }
}
