package dev.avow.disclosure.publish.page;

import dev.avow.disclosure.publish.page.Prose.Spot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Takes the text out of the inline nodes of a block, without recursion; not thread-safe. */
final class ProseBuilder {

  private static final int LONGEST_FIELD = 30;

  private final StringBuilder plain = new StringBuilder();
  private final List<Link> links = new ArrayList<>();
  private final List<Integer> ticks = new ArrayList<>();
  private final List<Integer> breaks = new ArrayList<>();
  private final List<Spot> spots = new ArrayList<>();
  private final Deque<Integer> openLinks = new ArrayDeque<>();

  private ProseBuilder(int line) {
    spots.add(new Spot(0, line));
  }

  static Prose of(Node block, int line) {
    ProseBuilder builder = new ProseBuilder(line);
    builder.walk(block);
    builder.addresses();
    builder.fields();
    return new Prose(
        builder.plain.toString(), builder.links, builder.ticks, builder.breaks, builder.spots);
  }

  private void walk(Node block) {
    @Nullable Node node = block.getFirstChild();
    while (node != null) {
      boolean inner = enter(node) && node.getFirstChild() != null;
      node = inner ? node.getFirstChild() : after(node, block);
    }
  }

  /** Returns the node behind {@code node}, leaving what ends with it; null at the block's end. */
  private @Nullable Node after(Node node, Node block) {
    @Nullable Node done = node;
    while (done != null && done != block) {
      leave(done);
      if (done.getNext() != null) {
        return done.getNext();
      }
      done = done.getParent();
    }
    return null;
  }

  private boolean enter(Node node) {
    line(node);
    if (node instanceof Text text) {
      append(text.getLiteral());
    } else if (node instanceof Code code) {
      ticks.add(plain.length());
      append(code.getLiteral());
      ticks.add(plain.length());
    } else if (node instanceof SoftLineBreak) {
      append(" ");
    } else if (node instanceof HardLineBreak) {
      append(" ");
      breaks.add(plain.length());
    } else if (node instanceof HtmlInline html) {
      html(html.getLiteral());
    } else if (node instanceof org.commonmark.node.Link) {
      openLinks.push(plain.length());
    }
    return !(node instanceof Image) && !(node instanceof LinkReferenceDefinition);
  }

  private void leave(Node node) {
    if (node instanceof org.commonmark.node.Link link && !openLinks.isEmpty()) {
      links.add(new Link(openLinks.pop(), plain.length(), link.getDestination()));
    }
  }

  private void html(String tag) {
    if (tag.toLowerCase(Locale.ROOT).startsWith("<br")) {
      append(" ");
    }
  }

  private void line(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (!spans.isEmpty() && !(node instanceof SoftLineBreak)) {
      int line = spans.get(0).getLineIndex() + 1;
      if (spots.get(spots.size() - 1).line() < line) {
        spots.add(new Spot(plain.length(), line));
      }
    }
  }

  /** Typographers' blanks and hyphens say the same as plain ones. */
  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(
          c == '\u2011' || c == '\u2010'
              ? '-'
              : Character.isWhitespace(c) || c == '\u00a0' ? ' ' : c);
    }
  }

  /** Web addresses that stand in the text as they are lead somewhere, too. */
  private void addresses() {
    int at = nextAddress(0);
    List<Link> bare = new ArrayList<>();
    while (at >= 0) {
      int end = end(at);
      bare.add(new Link(at, end, plain.substring(at, end)));
      at = nextAddress(end);
    }
    bare.removeIf(address -> isInLink(address.start()));
    links.addAll(bare);
    links.sort(Comparator.comparingInt(Link::start));
  }

  private int nextAddress(int from) {
    int secure = plain.indexOf("https://", from);
    int open = plain.indexOf("http://", from);
    return secure < 0 ? open : open < 0 ? secure : Math.min(secure, open);
  }

  private int end(int start) {
    int end = start;
    while (end < plain.length() && " <>\"`".indexOf(plain.charAt(end)) < 0) {
      end++;
    }
    while (end > start && ".,;:!?)'*]".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    return Math.max(end, start + 1);
  }

  private boolean isInLink(int offset) {
    int low = 0;
    int high = links.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Link link = links.get(middle);
      if (link.end() <= offset) {
        low = middle + 1;
      } else if (link.start() > offset) {
        high = middle - 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** A line such as "Contact: …" that begins like a field is a sentence of its own. */
  private void fields() {
    for (int i = 1; i < spots.size(); i++) {
      int start = spots.get(i).offset();
      int colon = plain.indexOf(":", start);
      boolean field =
          colon > start
              && colon - start <= LONGEST_FIELD
              && Character.isUpperCase(plain.charAt(start))
              && plain.substring(start, colon).indexOf(' ') < 0;
      if (field) {
        breaks.add(start);
      }
    }
    breaks.sort(Integer::compare);
  }
}
