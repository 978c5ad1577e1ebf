package dev.avow.disclosure.publish;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * SECURITY.md: read as a policy, written from one, and compared with one.
 *
 * <pre>{@code
 * PolicyReading reading = SecurityMarkdown.read(Path.of("SECURITY.md"));
 * reading.policy().commitments();  // acknowledged at most 48 hours after reported
 * reading.notUnderstood();         // SECURITY.md:31: not-understood: …
 * SecurityMarkdown.write(policy);  // # Security policy of …
 * }</pre>
 */
public final class SecurityMarkdown {

  private SecurityMarkdown() {}

  /**
   * Reads a document. What it does not say is absent from the policy, and what is not understood is
   * listed; nothing is guessed. Whatever UTF-8 text the file holds can be read.
   *
   * @throws PaperException if the file cannot be read, is longer than four million characters, or
   *     has tables of more than a million cells
   */
  public static PolicyReading read(Path file) {
    String source = file.toString().replace('\\', '/');
    try {
      if (Files.size(file) > MarkdownReader.MOST_BYTES) {
        throw MarkdownReader.tooLong(source, Files.size(file) + " bytes");
      }
      return parse(source, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new PaperException(
          Location.in(source), "a document must be a file that can be read", "was not: " + broken);
    }
  }

  /**
   * Reads {@code text} as {@link #read} does.
   *
   * @param source the name under which places are given; the policy's name, too, unless the title
   *     is "Security policy of" somebody
   * @throws PaperException if it is longer than four million characters, or has tables of more than
   *     a million cells
   */
  public static PolicyReading parse(String source, String text) {
    return MarkdownReader.read(source, text);
  }

  /**
   * Returns {@code policy} as a document for people. Read again it gives the policy that {@link
   * #carried} returns.
   */
  public static String write(SecurityPolicy policy) {
    return MarkdownWriter.write(policy);
  }

  /**
   * Returns what of {@code policy} a document can carry: all that is meant for people. Names that
   * only programs use are made anew; globs, version schemes, packages, sources of promises, checks,
   * hardening, gate, waivers and the calendar are left out.
   */
  public static SecurityPolicy carried(SecurityPolicy policy) {
    return Carried.of(policy);
  }

  /** Returns where {@code policy} and a document that should state it disagree. */
  public static Drift drift(SecurityPolicy policy, PolicyReading document) {
    return Drift.between(policy, document);
  }
}
