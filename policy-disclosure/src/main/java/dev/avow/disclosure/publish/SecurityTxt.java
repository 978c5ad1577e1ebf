package dev.avow.disclosure.publish;

import dev.avow.policy.Channel;
import dev.avow.policy.PolicyBuilder;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Location;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A {@code security.txt}: where to report, and until when that holds.
 *
 * <pre>{@code
 * SecurityTxt published = SecurityTxt.read(Path.of(".well-known/security.txt"));
 * published.lint(now).findings();
 *
 * String text = SecurityTxt.of(policy, expires)
 *     .with("Canonical", "https://example.org/.well-known/security.txt")
 *     .text();
 * }</pre>
 *
 * <p>Whatever is in the file is kept: fields that the standard does not know, comments, and lines
 * that are neither. An OpenPGP signature is seen and never verified: {@link #signature()}.
 * Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9116">RFC 9116</a>
 */
public final class SecurityTxt {

  /** The largest file that is read, in bytes; real ones have a few hundred. */
  public static final int LARGEST = 32 << 10;

  /** What is known of a signature. */
  public enum Signature {
    /** There is none. */
    NONE,
    /** There is one, and nobody has verified it: the file can be anybody's. */
    NOT_VERIFIED,
    /** There are parts of one, which no program can verify. */
    BROKEN
  }

  /**
   * A field.
   *
   * @param name its name as it is written; how it is capitalised means nothing
   * @param value its value, without the blanks around it
   * @param at where it is written
   */
  public record Field(String name, String value, Location at) {

    /** Returns whether it is called {@code other}, however that is capitalised. */
    public boolean is(String other) {
      return name.equalsIgnoreCase(other);
    }

    /** Returns whether the standard defines it. */
    public boolean isKnown() {
      return SecurityTxtLine.KNOWN.stream().anyMatch(this::is);
    }
  }

  private final String source;
  private final List<SecurityTxtLine> lines;
  private final Signature signature;

  SecurityTxt(String source, List<SecurityTxtLine> lines, Signature signature) {
    this.source = source;
    this.lines = List.copyOf(lines);
    this.signature = signature;
  }

  /**
   * Reads a file.
   *
   * @throws PaperException if it is larger than {@link #LARGEST}; whatever else is wrong with it is
   *     for {@link #lint} to tell
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static SecurityTxt read(Path file) {
    return parse(PaperFile.name(file), PaperFile.bytes(file, LARGEST));
  }

  /**
   * Reads bytes as they come from a server.
   *
   * @param source the name under which places are given
   * @throws PaperException if there are more than {@link #LARGEST}
   */
  public static SecurityTxt parse(String source, byte[] bytes) {
    PaperFile.requireSize(source, bytes.length, LARGEST);
    return new SecurityTxtReader(source).read(bytes);
  }

  /**
   * Reads a text.
   *
   * @param source the name under which places are given
   * @throws PaperException if it is larger than {@link #LARGEST}
   */
  public static SecurityTxt parse(String source, String text) {
    PaperFile.requireSize(source, text.length(), LARGEST);
    return parse(source, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the file that {@code policy} makes: its private channels, the preferred one first.
   *
   * @param expires when it ceases to hold, to the second; the standard recommends less than a year
   * @throws IllegalArgumentException if no channel can be told; {@link #leftOut} says which and why
   */
  public static SecurityTxt of(SecurityPolicy policy, Instant expires) {
    List<SecurityTxtLine> lines = new ArrayList<>();
    for (Channel channel : policy.reporting().channels()) {
      ContactUri.of(channel).ifPresent(uri -> lines.add(SecurityTxtLine.of("Contact", uri)));
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "policy of %s must have a private channel with an address but has %s"
              .formatted(policy.name(), policy.reporting().channels()));
    }
    lines.add(SecurityTxtLine.of("Expires", expires.truncatedTo(ChronoUnit.SECONDS).toString()));
    return new SecurityTxt("(policy)", lines, Signature.NONE);
  }

  /** Returns the text that {@code policy} makes, as {@link #of} does, with nothing more. */
  public static String write(SecurityPolicy policy, Instant expires) {
    return of(policy, expires).text();
  }

  /**
   * Returns the channels of {@code policy} that a {@code security.txt} cannot tell: public ones,
   * and those without an address that is a mail address, a telephone number or a page under https.
   */
  public static List<Channel> leftOut(SecurityPolicy policy) {
    return policy.reporting().channels().stream()
        .filter(channel -> ContactUri.of(channel).isEmpty())
        .toList();
  }

  /**
   * Returns this file with one more field at its end, without a signature, which would not hold for
   * it.
   *
   * @throws IllegalArgumentException if the name or the value cannot stand on a line
   */
  public SecurityTxt with(String name, String value) {
    List<SecurityTxtLine> more = new ArrayList<>(lines);
    more.add(SecurityTxtLine.of(name, value));
    return new SecurityTxt(source, more, Signature.NONE);
  }

  /** Returns the fields, in the order of the file; a mistake on a line does not hide its field. */
  public List<Field> fields() {
    return lines.stream().flatMap(line -> line.field().stream()).toList();
  }

  /**
   * Returns the fields called {@code name}, however it is capitalised, in the order of the file.
   */
  public List<Field> fields(String name) {
    return fields().stream().filter(field -> field.is(name)).toList();
  }

  /** Returns the comments without their mark, in the order of the file. */
  public List<String> comments() {
    return lines.stream().flatMap(line -> line.comment().stream()).toList();
  }

  /** Returns when the file ceases to hold; nothing unless exactly one readable field says so. */
  public Optional<Instant> expires() {
    List<Field> said = fields("Expires");
    return said.size() == 1 ? Rfc3339.parse(said.get(0).value()) : Optional.empty();
  }

  /** Returns what is known of the file's signature. */
  public Signature signature() {
    return signature;
  }

  /**
   * Returns the channels that reports may take, the preferred one first, each with its place. What
   * is no address of any kind is left out; {@link #lint} tells of it.
   */
  public List<Channel> channels() {
    return fields("Contact").stream()
        .flatMap(contact -> ContactUri.channels(contact).stream())
        .toList();
  }

  /**
   * Returns what the file says, as the policy of the project called {@code name}. Of all fields it
   * takes but Contact; the others are {@link #beyondPolicy()}.
   */
  public SecurityPolicy policy(String name) {
    PolicyBuilder policy = SecurityPolicy.named(name);
    new LinkedHashSet<>(channels()).forEach(policy::reportTo);
    return policy.build();
  }

  /** Returns the fields that no policy has a place for, such as Encryption, and unknown ones. */
  public List<Field> beyondPolicy() {
    return fields().stream()
        .filter(field -> !field.is("Contact") || ContactUri.channels(field).isEmpty())
        .toList();
  }

  /** Returns what is wrong with the file at {@code now}, where it was found not being known. */
  public Evaluation lint(Instant now) {
    return new SecurityTxtLint(this, now).evaluate();
  }

  /** Returns what is wrong with the file at {@code now}, found at {@code address}. */
  public Evaluation lint(Instant now, URI address) {
    return new SecurityTxtLint(this, now).foundAt(address).evaluate();
  }

  /**
   * Returns the text: all lines that were read, ended by a line feed each, without the armour of a
   * signature.
   */
  public String text() {
    return lines.stream().map(SecurityTxtLine::written).collect(Collectors.joining());
  }

  String source() {
    return source;
  }

  List<SecurityTxtLine> lines() {
    return lines;
  }

  /** Returns the name under which places are given, and how many fields there are. */
  @Override
  public String toString() {
    return "%s: %d fields".formatted(source, fields().size());
  }
}
