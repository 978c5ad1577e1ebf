package dev.avow.policy.document;

import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that are neither YAML nor JSON, with the refusals that those get. */
public final class TextFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextFile() {}

  /** Returns the name under which places in {@code file} are given: its path, with slashes. */
  public static String source(Path file) {
    return file.toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /**
   * Returns the text of {@code file}, which is in UTF-8.
   *
   * @throws DocumentException if it cannot be read, is no text or larger than {@link
   *     Limits#STANDARD} allows
   */
  public static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Limits.STANDARD.characters() + 1);
      if (bytes.length > Limits.STANDARD.characters()) {
        String limit = "must have at most %d bytes".formatted(Limits.STANDARD.characters());
        throw refuse(file, Cause.TOO_LARGE, limit);
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException binary) {
      throw refuse(file, Cause.NOT_TEXT, "must be text in UTF-8 but has a byte that is none");
    } catch (IOException failure) {
      throw refuse(file, Cause.UNAVAILABLE, Failures.opening(failure));
    }
  }

  private static DocumentException refuse(Path file, Cause cause, String reason) {
    return new DocumentException(new Unreadable(Location.in(source(file)), cause, reason));
  }
}
