package dev.avow.examples.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file that is written whole or not at all: beside it first, then moved to its place.
 *
 * <p>A pipe or a device cannot be half written, and is written to directly.
 */
final class ReportFile {

  private final Path file;

  ReportFile(Path file) {
    this.file = file;
  }

  /** Returns why the file cannot be written, as far as that can be told beforehand. */
  Optional<String> mistake() {
    if (Files.isDirectory(file)) {
      return Optional.of("--out must be a file but %s is a folder".formatted(file));
    }
    return Files.isDirectory(folder())
        ? Optional.empty()
        : Optional.of("--out %s must be in a folder that exists".formatted(file));
  }

  private Path folder() {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  /**
   * Writes the file.
   *
   * @throws UncheckedIOException if that fails; what was there before is there still
   */
  void write(Consumer<Writer> report) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        write(file, report, StandardOpenOption.WRITE);
      } else {
        replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), report);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UncheckedIOException(
          "%s: cannot be written: %s".formatted(file, e.getMessage()), new IOException(e));
    }
  }

  private static void replace(Path place, Consumer<Writer> report) throws IOException {
    Path beside =
        place.resolveSibling("." + place.getFileName() + "." + ProcessHandle.current().pid());
    try {
      write(beside, report, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      move(beside, place);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void write(Path to, Consumer<Writer> report, StandardOpenOption... options)
      throws IOException {
    try (Writer out =
        new OutputStreamWriter(Files.newOutputStream(to, options), StandardCharsets.UTF_8)) {
      report.accept(out);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    CopyOption replace = StandardCopyOption.REPLACE_EXISTING;
    try {
      Files.move(from, to, replace, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, replace);
    }
  }
}
