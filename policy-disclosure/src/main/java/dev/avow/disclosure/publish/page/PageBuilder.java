package dev.avow.disclosure.publish.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Turns the tree of a document into sections and blocks; not thread-safe. */
final class PageBuilder {

  /** Deeper lists and quotes than people write are read as text. */
  private static final int DEEPEST = 50;

  private static final int BOLD_LEVEL = 7;
  private static final int LONGEST_BOLD = 60;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(DEEPEST)
          .build();

  private final List<Section> sections = new ArrayList<>();
  private final Deque<@Nullable Block> items = new ArrayDeque<>();
  private Section section = new Section(0, "", 1, null);
  private @Nullable Block before;

  Page read(String text) {
    sections.add(section);
    children(PARSER.parse(text));
    return new Page(sections);
  }

  private void children(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node);
    }
  }

  private void block(Node node) {
    if (node instanceof Heading heading) {
      open(heading.getLevel(), heading);
    } else if (node instanceof Paragraph) {
      paragraph(node);
    } else if (node instanceof BulletList || node instanceof OrderedList) {
      list(node);
    } else if (node instanceof BlockQuote) {
      children(node);
    } else if (node instanceof TableBlock) {
      add(new Block(Block.Kind.TABLE, section, empty(node), null, grid(node)));
    } else if (node instanceof FencedCodeBlock code) {
      add(new Block(Block.Kind.CODE, section, verbatim(code.getLiteral(), node), null, null));
    } else if (node instanceof IndentedCodeBlock code) {
      add(new Block(Block.Kind.CODE, section, verbatim(code.getLiteral(), node), null, null));
    } else if (node instanceof HtmlBlock html && !isComment(html.getLiteral())) {
      add(new Block(Block.Kind.HTML, section, verbatim(html.getLiteral(), node), null, null));
    }
  }

  private static boolean isComment(String html) {
    String stripped = html.strip();
    return stripped.startsWith("<!--")
        && (stripped.indexOf("-->") < 0 || stripped.indexOf("-->") == stripped.length() - 3);
  }

  private void open(int level, Node heading) {
    @Nullable Section parent = section;
    while (parent != null && parent.level() >= level) {
      parent = parent.parent().orElse(null);
    }
    Prose title = ProseBuilder.of(heading, line(heading));
    section = new Section(level, withoutNumber(title.plain()), title.line(), parent);
    sections.add(section);
    before = null;
  }

  private static String withoutNumber(String title) {
    int end = 0;
    while (end < title.length()
        && (Character.isDigit(title.charAt(end)) || ".) ".indexOf(title.charAt(end)) >= 0)) {
      end++;
    }
    boolean numbered = end > 1 && end < title.length() && !title.substring(0, end).isBlank();
    return (numbered ? title.substring(end) : title).strip();
  }

  private void paragraph(Node node) {
    Node only = node.getFirstChild();
    Prose prose = ProseBuilder.of(node, line(node));
    boolean bold =
        only instanceof StrongEmphasis
            && only.getNext() == null
            && items.isEmpty()
            && isTitle(prose);
    if (bold) {
      open(BOLD_LEVEL, node);
    } else {
      Block intro = items.isEmpty() ? announced() : items.peek();
      add(new Block(Block.Kind.PARAGRAPH, section, prose, intro, null));
    }
  }

  /** A paragraph that ends with a colon introduces the next one. */
  private @Nullable Block announced() {
    boolean open = before != null && before.prose().plain().strip().endsWith(":");
    return open ? before : null;
  }

  /** What is bold, short and no sentence is a heading that was not marked as one. */
  private static boolean isTitle(Prose prose) {
    String text = prose.plain().strip();
    return !text.isEmpty()
        && text.length() <= LONGEST_BOLD
        && ".!?@".indexOf(text.charAt(text.length() - 1)) < 0
        && text.indexOf('@') < 0
        && prose.links().isEmpty();
  }

  private void list(Node list) {
    @Nullable Block intro = items.isEmpty() ? before : items.peek();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (item instanceof ListItem) {
        item(item, intro);
      }
    }
  }

  private void item(Node item, @Nullable Block intro) {
    Node first = item.getFirstChild();
    boolean text = first instanceof Paragraph;
    Prose prose = text && first != null ? ProseBuilder.of(first, line(first)) : empty(item);
    Block block = new Block(Block.Kind.ITEM, section, prose, intro, null);
    section.add(block);
    items.push(block);
    for (Node node = text && first != null ? first.getNext() : first; node != null; ) {
      block(node);
      node = node.getNext();
    }
    items.pop();
    if (items.isEmpty()) {
      before = null;
    }
  }

  private void add(Block block) {
    section.add(block);
    before = block.kind() == Block.Kind.PARAGRAPH ? block : null;
  }

  private static Grid grid(Node table) {
    List<Grid.Row> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          rows.add(row(row));
        }
      }
    }
    List<Prose> header = rows.isEmpty() ? List.of() : rows.get(0).cells();
    return new Grid(header, rows.isEmpty() ? rows : rows.subList(1, rows.size()));
  }

  private static Grid.Row row(Node row) {
    List<Prose> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        cells.add(ProseBuilder.of(cell, line(row)));
      }
    }
    return new Grid.Row(line(row), cells);
  }

  private static Prose empty(Node node) {
    return verbatim("", node);
  }

  private static Prose verbatim(String text, Node node) {
    return new Prose(text, List.of(), List.of(), List.of(), List.of(new Prose.Spot(0, line(node))));
  }

  private static int line(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1;
  }
}
