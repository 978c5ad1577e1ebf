package dev.avow.disclosure.publish;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the bytes of papers, never more than a paper can have. */
final class PaperFile {

  private PaperFile() {}

  /** Returns how places in {@code file} name it. */
  static String name(Path file) {
    return file.toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /**
   * Returns the bytes of {@code file}.
   *
   * @throws PaperException if there are more than {@code most}
   */
  static byte[] bytes(Path file, int most) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      requireSize(name(file), bytes.length, most);
      return bytes;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + name(file), failure);
    }
  }

  /** Refuses a paper of {@code size} bytes or characters if it is larger than {@code most}. */
  static void requireSize(String source, int size, int most) {
    if (size > most) {
      String must = "paper must have %d bytes at most".formatted(most);
      throw new PaperException(List.of(new Problem(Location.in(source), must, "has more")));
    }
  }
}
