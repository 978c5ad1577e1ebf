package dev.avow.disclosure.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands between a heading and the next one. */
public final class Section {

  private final int level;
  private final String title;
  private final int line;
  private final @Nullable Section parent;
  private final List<Block> blocks = new ArrayList<>();

  Section(int level, String title, int line, @Nullable Section parent) {
    this.level = level;
    this.title = title;
    this.line = line;
    this.parent = parent;
  }

  int level() {
    return level;
  }

  /** Returns its heading, without a number before it; nothing above the first one. */
  public String title() {
    return title;
  }

  /** Returns the line of its heading. */
  public int line() {
    return line;
  }

  /** Returns the section that it is part of. */
  public Optional<Section> parent() {
    return Optional.ofNullable(parent);
  }

  /** Returns what it holds, apart from the sections in it. */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  void add(Block block) {
    blocks.add(block);
  }

  @Override
  public String toString() {
    return line + ": " + title;
  }
}
