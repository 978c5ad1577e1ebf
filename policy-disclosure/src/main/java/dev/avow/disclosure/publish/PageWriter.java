package dev.avow.disclosure.publish;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** Puts a Markdown document together, whatever its texts hold; not thread-safe. */
final class PageWriter {

  private static final MarkdownRenderer RENDERER =
      MarkdownRenderer.builder().extensions(List.of(TablesExtension.create())).build();

  /** What begins lists and fences at the beginning of a line, and is not escaped as such. */
  private static final String MARKS = "+~=";

  private final Document document = new Document();

  PageWriter heading(int level, String text) {
    Heading heading = new Heading();
    heading.setLevel(level);
    document.appendChild(with(heading, text));
    return this;
  }

  PageWriter paragraph(String text) {
    document.appendChild(with(new Paragraph(), text));
    return this;
  }

  PageWriter list(List<String> items) {
    BulletList list = new BulletList();
    list.setMarker("-");
    list.setTight(true);
    for (String text : items) {
      ListItem item = new ListItem();
      item.appendChild(with(new Paragraph(), text));
      list.appendChild(item);
    }
    document.appendChild(list);
    return this;
  }

  PageWriter table(List<String> header, List<List<String>> rows) {
    TableBlock table = new TableBlock();
    TableHead head = new TableHead();
    head.appendChild(row(header, true));
    table.appendChild(head);
    TableBody body = new TableBody();
    rows.forEach(cells -> body.appendChild(row(cells, false)));
    table.appendChild(body);
    document.appendChild(table);
    return this;
  }

  private static TableRow row(List<String> cells, boolean header) {
    TableRow row = new TableRow();
    for (String text : cells) {
      TableCell cell = new TableCell();
      cell.setHeader(header);
      row.appendChild(with(cell, text));
    }
    return row;
  }

  /** What stands between backticks is code, as long as it can be. */
  private static <T extends Node> T with(T parent, String text) {
    int from = 0;
    if (!text.isEmpty() && MARKS.indexOf(text.charAt(0)) >= 0) {
      parent.appendChild(escaped(text.charAt(0)));
      from = 1;
    }
    int open = text.indexOf('`', from);
    while (open >= 0) {
      int close = text.indexOf('`', open + 1);
      boolean code =
          close > open + 1
              && !text.substring(open + 1, close).isBlank()
              && text.charAt(open + 1) != ' '
              && text.charAt(close - 1) != ' '
              && text.charAt(close - 1) != '\\';
      if (code) {
        append(parent, text.substring(from, open));
        parent.appendChild(new Code(text.substring(open + 1, close)));
        from = close + 1;
      }
      open = text.indexOf('`', code ? from : open + 1);
    }
    append(parent, text.substring(from));
    return parent;
  }

  private static Node escaped(char mark) {
    HtmlInline raw = new HtmlInline();
    raw.setLiteral("\\" + mark);
    return raw;
  }

  private static void append(Node parent, String text) {
    if (!text.isEmpty()) {
      parent.appendChild(new Text(text));
    }
  }

  String render() {
    String text = RENDERER.render(document);
    return text.endsWith("\n") ? text : text + "\n";
  }
}
