package dev.avow.disclosure.publish.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A paragraph, an item of a list, a table, code, or HTML that is no comment. */
public final class Block {

  /** What a block is. */
  public enum Kind {
    /** A paragraph. */
    PARAGRAPH,
    /** An item of a list, without the items in it. */
    ITEM,
    /** A table. */
    TABLE,
    /** Code. */
    CODE,
    /** HTML, as it stands. */
    HTML
  }

  private final Kind kind;
  private final Section section;
  private final Prose prose;
  private final @Nullable Block intro;
  private final @Nullable Grid grid;
  private final List<Sentence> sentences;

  Block(Kind kind, Section section, Prose prose, @Nullable Block intro, @Nullable Grid grid) {
    this.kind = kind;
    this.section = section;
    this.prose = prose;
    this.intro = intro;
    this.grid = grid;
    this.sentences =
        kind == Kind.PARAGRAPH || kind == Kind.ITEM ? SentenceSplitter.of(this) : List.of();
  }

  /** Returns what it is. */
  public Kind kind() {
    return kind;
  }

  /** Returns the section that it is part of. */
  public Section section() {
    return section;
  }

  /** Returns its text; that of code and HTML as it stands, none for a table. */
  public Prose prose() {
    return prose;
  }

  /** Returns the sentences of a paragraph or an item; none of others. */
  public List<Sentence> sentences() {
    return sentences;
  }

  /**
   * Returns what introduces it: the item around it, the paragraph before its list, or one that ends
   * with a colon.
   */
  public Optional<Block> intro() {
    return Optional.ofNullable(intro);
  }

  /** Returns the rows of a table. */
  public Optional<Grid> grid() {
    return Optional.ofNullable(grid);
  }

  /** Returns the line on which it begins, from 1. */
  public int line() {
    return prose.line();
  }

  @Override
  public String toString() {
    return line() + ": " + kind;
  }
}
