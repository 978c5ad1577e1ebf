package dev.avow.policy;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/** Cases that others wrote; they lie beside the project, and tests skip where they are absent. */
public final class Conformance {

  /** The folder that holds them. */
  public static final Path FOLDER = Path.of("..", "..", "shared", "conformance");

  private Conformance() {}

  /** Returns {@code path} below the folder; skips the test if there is no such thing. */
  public static Path at(String path) {
    Path found = FOLDER.resolve(path);
    assumeThat(found).exists();
    return found;
  }
}
