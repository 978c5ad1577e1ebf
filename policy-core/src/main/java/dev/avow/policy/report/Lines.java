package dev.avow.policy.report;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes the lines of a report. */
final class Lines {

  private final Appendable out;
  private boolean started;
  private boolean gap;

  Lines(Appendable out) {
    this.out = out;
  }

  void add(String line) {
    try {
      out.append(gap ? "\n" : "").append(line.stripTrailing()).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    started = true;
    gap = false;
  }

  /** Sets what follows, if anything does, apart from what is there, if anything is. */
  void gap() {
    gap = started;
  }

  /**
   * Returns {@code text} with characters that would break the line, or steer a terminal, written
   * out: names and values come from whoever wrote the input.
   */
  static String clean(String text) {
    if (text.codePoints().noneMatch(Lines::isUnsafe)) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (isUnsafe(character)) {
                clean.append("\\u%04x".formatted(character));
              } else {
                clean.appendCodePoint(character);
              }
            });
    return clean.toString();
  }

  private static boolean isUnsafe(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
