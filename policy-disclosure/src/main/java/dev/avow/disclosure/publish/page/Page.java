package dev.avow.disclosure.publish.page;

import java.util.List;

/**
 * A Markdown document. What stands in comments is not part of it.
 *
 * @param sections its sections in order, those in others behind these
 */
public record Page(List<Section> sections) {

  /** Creates a page; the list is copied. */
  public Page {
    sections = List.copyOf(sections);
  }

  /** Reads {@code text}, whatever it holds: every text is Markdown. */
  public static Page parse(String text) {
    return new PageBuilder().read(text);
  }

  /** Returns all blocks in order. */
  public List<Block> blocks() {
    return sections.stream().flatMap(section -> section.blocks().stream()).toList();
  }

  /** Returns all sentences in order. */
  public List<Sentence> sentences() {
    return blocks().stream().flatMap(block -> block.sentences().stream()).toList();
  }
}
