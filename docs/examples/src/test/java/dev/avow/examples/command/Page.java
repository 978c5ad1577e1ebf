package dev.avow.examples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The fenced blocks of a page of the documentation, in order. */
record Page(List<Block> blocks) {

  private static final String FENCE = "```";

  /**
   * A fenced block.
   *
   * @param language what it is written in
   * @param text its lines, each with its end
   */
  record Block(String language, String text) {

    boolean is(String other) {
      return language.equals(other);
    }
  }

  static Page of(Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    StringBuilder open = null;
    String language = "";
    for (String line : Files.readAllLines(file)) {
      if (open == null && line.startsWith(FENCE)) {
        open = new StringBuilder();
        language = line.substring(FENCE.length());
      } else if (open != null && line.equals(FENCE)) {
        blocks.add(new Block(language, open.toString()));
        open = null;
      } else if (open != null) {
        open.append(line).append('\n');
      }
    }
    return new Page(blocks);
  }

  /** Returns the text of the block in {@code language} that holds {@code words}. */
  String block(String language, String words) {
    return blocks.stream()
        .filter(block -> block.is(language) && block.text().contains(words))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
