package dev.avow.k8s.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page of the documentation that says how far the rules agree with other tools. */
record ConformancePage(String text) {

  private static final Path FILE = Path.of("..", "docs", "conformance.md");

  static ConformancePage read() {
    try {
      return new ConformancePage(Files.readString(FILE));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the cases of {@code corpus} on which the page explains why the rules differ. */
  List<String> explained(String corpus) {
    return text.lines()
        .filter(line -> line.startsWith("| " + corpus + " | `"))
        .map(line -> line.split("`", 3)[1])
        .toList();
  }

  /** Returns the lines that count cases. */
  List<String> counts() {
    return text.lines().filter(line -> line.matches("\\|.*[0-9] \\| [0-9]+ \\|")).toList();
  }
}
