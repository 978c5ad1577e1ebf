package dev.avow.disclosure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;

/** Writes files so that nobody ever sees half of one. */
final class WholeFile {

  private WholeFile() {}

  /** Writes a new file; only its owner can read it, where the file system knows owners. */
  static void create(Path file, String text) throws IOException {
    Path draft = draft(file, text);
    try {
      Files.move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Replaces a file, which keeps who may read it, unless it no longer holds {@code before}. */
  static void replace(Path file, byte[] before, String text) throws IOException {
    Path draft = draft(file, text);
    try {
      keepPermissions(file, draft);
      if (!Arrays.equals(Files.readAllBytes(file), before)) {
        throw new IOException("it was changed meanwhile");
      }
      move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException none) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Writes a file beside {@code file}, down to the disk. */
  private static Path draft(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, ".case", ".tmp");
    try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
      return draft;
    } catch (IOException broken) {
      Files.deleteIfExists(draft);
      throw broken;
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }
}
