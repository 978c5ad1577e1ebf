package dev.avow.disclosure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where cases lie that others wrote; they are not part of the project. */
public final class Conformance {

  private static final Path FOLDER = Path.of("..", "..", "shared", "conformance");

  private Conformance() {}

  /** Returns the file at {@code path}; the test is skipped where there is none. */
  public static Path file(String path) {
    Path file = FOLDER.resolve(path);
    assumeTrue(Files.exists(file), () -> file + " is not there");
    return file;
  }
}
