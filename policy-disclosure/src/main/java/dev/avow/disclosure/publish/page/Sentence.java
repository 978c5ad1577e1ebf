package dev.avow.disclosure.publish.page;

import java.util.List;

/** A sentence of a block, or what stands for one: an item, a line that looks like a field. */
public final class Sentence {

  private final Block block;
  private final int start;
  private final int end;

  Sentence(Block block, int start, int end) {
    this.block = block;
    this.start = start;
    this.end = end;
  }

  /** Returns the block that it is part of. */
  public Block block() {
    return block;
  }

  /** Returns the section that it is part of. */
  public Section section() {
    return block.section();
  }

  /** Returns its text without marks. */
  public String plain() {
    return block.prose().plain().substring(start, end);
  }

  /** Returns its text with code in backticks. */
  public String marked() {
    return block.prose().marked(start, end);
  }

  /** Returns the links in it, whose places count from its beginning. */
  public List<Link> links() {
    return block.prose().links(start, end);
  }

  /** Returns the line on which it begins, from 1. */
  public int line() {
    return block.prose().line(start);
  }

  /** Returns whether it is the last sentence of its block. */
  public boolean isLast() {
    return end == block.prose().plain().length();
  }

  @Override
  public String toString() {
    return line() + ": " + plain();
  }
}
