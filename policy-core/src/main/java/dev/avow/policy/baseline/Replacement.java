package dev.avow.policy.baseline;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Puts other bytes in place of a file's, all at once. */
final class Replacement {

  private final Path target;
  private final Path beside;

  /** A link stays one: what it leads to is replaced. */
  Replacement(Path file) throws IOException {
    this.target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    this.beside =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  void write(byte[] bytes) throws IOException {
    try {
      Files.write(beside, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(beside, target, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
