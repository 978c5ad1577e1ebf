package dev.avow.disclosure.publish.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a paragraph, an item or a cell, without its marks, and where each part stands.
 *
 * <p>Line breaks are blanks; code is kept apart so that it can be shown as such again.
 */
public final class Prose {

  private final String plain;
  private final List<Link> links;
  private final List<Integer> ticks;
  private final List<Integer> breaks;
  private final List<Spot> spots;

  /**
   * From where on in the text a line begins.
   *
   * @param offset the place in the text
   * @param line the line, from 1
   */
  record Spot(int offset, int line) {}

  Prose(
      String plain, List<Link> links, List<Integer> ticks, List<Integer> breaks, List<Spot> spots) {
    this.plain = plain;
    this.links = List.copyOf(links);
    this.ticks = List.copyOf(ticks);
    this.breaks = List.copyOf(breaks);
    this.spots = List.copyOf(spots);
  }

  /** Returns the text without marks. */
  public String plain() {
    return plain;
  }

  /** Returns the text with code in backticks, without other marks. */
  public String marked() {
    return marked(0, plain.length());
  }

  /** Returns the links, first one first. */
  public List<Link> links() {
    return links;
  }

  /** Returns the line on which it begins. */
  public int line() {
    return line(0);
  }

  int line(int offset) {
    int low = 0;
    int high = spots.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (spots.get(middle).offset() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return spots.isEmpty() ? 1 : spots.get(low).line();
  }

  /** Returns where lines that were broken on purpose, or look like fields, begin. */
  List<Integer> breaks() {
    return breaks;
  }

  String marked(int start, int end) {
    StringBuilder text = new StringBuilder(plain.substring(start, end));
    for (int i = ticks.size() - 1; i >= 0; i--) {
      int at = ticks.get(i);
      if (at >= start && at <= end) {
        text.insert(at - start, '`');
      }
    }
    return text.toString().strip();
  }

  List<Link> links(int start, int end) {
    List<Link> inside = new ArrayList<>();
    for (Link link : links) {
      if (link.start() >= start && link.end() <= end) {
        inside.add(link.shifted(start));
      }
    }
    return inside;
  }
}
