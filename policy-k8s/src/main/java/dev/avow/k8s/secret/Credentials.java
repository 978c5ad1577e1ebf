package dev.avow.k8s.secret;

import dev.avow.policy.finding.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells credentials from other values.
 *
 * <p>A value is a credential by its own shape (a token of a known issuer, a private key, a URL with
 * a password in it) or by its name (a password, a token, a secret key). By its name it is none
 * where it is a placeholder, a path, a reference to a store, encrypted, or filled in by something
 * else. How random a value looks does not count. Immutable and thread-safe.
 *
 * <pre>{@code
 * Credentials.standard().named("DB_PASSWORD", "hunter2"); // a password
 * Credentials.standard().named("DB_PASSWORD_FILE", "/run/db"); // nothing
 * }</pre>
 */
public final class Credentials {

  private static final Credentials STANDARD = new Credentials(true, List.of());

  private static final String SCHEME_END = "://";

  /** Behind the scheme of a URL. */
  private static final Pattern USER_INFO =
      Pattern.compile("[^\\s/@:'\"]{0,256}:([^\\s/@'\"]{1,1024})@");

  /** No credential of one line is longer. */
  private static final int LONGEST = 4_096;

  private static final Pattern PATH =
      Pattern.compile("(?:~|\\.{1,2})?/\\S*|[A-Za-z]:\\\\.*|file:.*|[A-Za-z][A-Za-z0-9+.-]*://.*");

  private static final Pattern NUMBER = Pattern.compile("[0-9.]+(?:ms|[smhd])?");

  private static final Pattern OBJECT_NAME =
      Pattern.compile(
          "[a-z0-9-]+-(?:secrets?|credentials?|creds?|tokens?|keys?|passwords?|auth|tls|cert)");

  private static final Pattern SCHEME =
      Pattern.compile("(?i)(?:bearer|basic|token|apikey|digest)\\s+(.*)", Pattern.DOTALL);

  private final boolean placeholdersPass;
  private final List<Glob> harmless;

  private Credentials(boolean placeholdersPass, List<Glob> harmless) {
    this.placeholdersPass = placeholdersPass;
    this.harmless = List.copyOf(harmless);
  }

  /** Returns what tells credentials as most projects mean it. */
  public static Credentials standard() {
    return STANDARD;
  }

  /** Returns the same, taking placeholders for credentials, too: {@code CHANGEME}. */
  public Credentials countingPlaceholders() {
    return new Credentials(false, harmless);
  }

  /** Returns the same, looking at no value whose name matches one of {@code names}. */
  public Credentials leavingOut(List<Glob> names) {
    List<Glob> all = new ArrayList<>(harmless);
    all.addAll(names);
    return new Credentials(placeholdersPass, all);
  }

  /** Returns whether values called {@code name} are looked at. */
  public boolean looksAt(String name) {
    return harmless.stream().noneMatch(glob -> glob.matches(name));
  }

  /** Returns whether {@code name} is that of a credential, whatever the value. */
  public static boolean isCredentialName(String name) {
    return CredentialName.kind(name).isPresent();
  }

  /**
   * Returns whether {@code value} is encrypted, as SOPS does it, or says where the credential is
   * kept, as plugins of Argo CD and Helm read it.
   */
  public static boolean isKeptElsewhere(String value) {
    return Placeholders.isElsewhere(value);
  }

  /** Returns what {@code value}, which is called {@code name}, is or holds. */
  public Optional<Credential> named(String name, String value) {
    if (!looksAt(name)) {
      return Optional.empty();
    }
    return in(value).or(() -> byName(name, value));
  }

  /** Returns what {@code value}, of which the name says nothing, is or holds. */
  public Optional<Credential> in(String value) {
    return TokenShapes.in(value).or(() -> userInfo(value)).map(Credential::of);
  }

  /** Returns what the value of a header holds. */
  public Optional<Credential> header(String name, String value) {
    boolean authorizes = NameWords.of(name).contains("authorization");
    if (!authorizes || !looksAt(name)) {
      return named(name, value);
    }
    Matcher scheme = SCHEME.matcher(value.strip());
    String given = scheme.matches() ? scheme.group(1) : value;
    return in(value)
        .or(
            () ->
                isLiteral(given)
                    ? Optional.of(Credential.of("what authorizes a request"))
                    : Optional.empty());
  }

  /**
   * Returns what the words of a command hold, each with the place of its argument.
   *
   * @param arguments the arguments, each of which may be a whole script
   */
  public List<InCommand> inCommand(List<String> arguments) {
    return new CommandLine(this, arguments).credentials();
  }

  /**
   * Returns what a file holds: in its text, and by the names of its settings where it is YAML, JSON
   * or lines of names and values.
   *
   * @param name its name, by which its form is known
   */
  public List<Credential> inFile(String name, String content) {
    return looksAt(name) ? new ConfigFile(this, name, content).credentials() : List.of();
  }

  /**
   * A credential in a command.
   *
   * @param argument the place of the argument, from 0
   * @param credential what it is
   */
  public record InCommand(int argument, Credential credential) {}

  /** Returns what {@code value} is by its name alone. */
  Optional<Credential> byName(String name, String value) {
    return CredentialName.kind(name)
        .filter(kind -> value.length() <= LONGEST && isLiteral(value))
        .filter(kind -> isFit(kind, value.strip()))
        .map(Credential::of);
  }

  /** Returns whether {@code value} could be a credential as it stands. */
  boolean isLiteral(String value) {
    String text = value.strip();
    return !Placeholders.isNothing(text)
        && !Placeholders.isExpanded(text)
        && !Placeholders.isElsewhere(text)
        && !(placeholdersPass && Placeholders.isPlaceholder(text))
        && !text.contains(Placeholders.ENCODED);
  }

  /**
   * A path says where it is, a sentence what it is, a number how many there are, and what is called
   * {@code db-credentials} is an object of the cluster.
   */
  private static boolean isFit(String kind, String text) {
    boolean counts = !kind.equals("a password") && NUMBER.matcher(text).matches();
    boolean named = kind.equals("a secret") && OBJECT_NAME.matcher(text).matches();
    return !counts && !named && !PATH.matcher(text).matches() && text.split("\\s+", -1).length < 4;
  }

  private Optional<String> userInfo(String text) {
    Matcher matcher = USER_INFO.matcher(text);
    for (int at = text.indexOf(SCHEME_END, 1); at >= 0; at = text.indexOf(SCHEME_END, at + 1)) {
      matcher.region(at + SCHEME_END.length(), text.length());
      boolean scheme = Character.isLetterOrDigit(text.charAt(at - 1));
      if (scheme && matcher.lookingAt() && isLiteral(matcher.group(1))) {
        return Optional.of("a password in a URL");
      }
    }
    return Optional.empty();
  }
}
