package dev.avow.disclosure.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import dev.avow.policy.finding.Location;

/** SECURITY.md. */
public final class SecurityMarkdown {

  private SecurityMarkdown() {}

  /** Reads. */
  public static PolicyReading read(Path file) {
    try {
      return parse(file.toString().replace('\\', '/'), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new MarkdownException(Location.in(file.toString()), "a file must be readable", "is not: " + broken.getMessage());
    }
  }

  /** Reads. */
  public static PolicyReading parse(String source, String text) {
    return MarkdownReader.read(source, text);
  }
}
