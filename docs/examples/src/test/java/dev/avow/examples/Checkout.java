package dev.avow.examples;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds this project, wherever the tests are started in it. */
public final class Checkout {

  private Checkout() {}

  /** Returns {@code path} as seen from the top of the project. */
  public static Path file(String path) {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder.resolve(path);
      }
    }
    throw new IllegalStateException("no folder above %s holds .mvn".formatted(start));
  }
}
