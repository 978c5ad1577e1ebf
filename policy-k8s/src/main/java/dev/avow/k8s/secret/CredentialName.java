package dev.avow.k8s.secret;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a name is that of a credential.
 *
 * <p>The last word says what something is: a {@code SECRETS_DIR} is a directory and a {@code
 * tokenUrl} is a URL, whatever stands in front.
 */
final class CredentialName {

  private static final String PASSWORD = "a password";
  private static final String SECRET = "a secret";
  private static final String TOKEN = "a token";
  private static final String KEY = "a secret key";

  /**
   * Words behind a credential that still leave it one: {@code KEY_CONTENT}, {@code KEY_BASE64},
   * {@code TOKEN_PROD}.
   */
  private static final Set<String> STILL_ONE =
      Set.of(
          "b",
          "base",
          "content",
          "contents",
          "current",
          "data",
          "default",
          "dev",
          "encoded",
          "new",
          "old",
          "pem",
          "plain",
          "plaintext",
          "previous",
          "primary",
          "prod",
          "production",
          "raw",
          "secondary",
          "staging",
          "string",
          "test",
          "text",
          "value");

  private static final Set<String> PASSWORDS =
      Set.of(
          "dbpass",
          "pass",
          "passcode",
          "passphrase",
          "passwd",
          "password",
          "passwords",
          "pw",
          "pwd",
          "requirepass");

  private static final List<String> PASSWORD_ENDS = List.of("password", "passwd", "passphrase");

  /** Words behind {@code password} that name whose it is, not something about it. */
  private static final Set<String> OWNERS =
      Set.of(
          "admin",
          "app",
          "db",
          "mysql",
          "postgres",
          "postgresql",
          "readonly",
          "redis",
          "replica",
          "replication",
          "root",
          "user",
          "smtp",
          "ldap",
          "mongo",
          "mongodb",
          "rabbitmq");

  private static final Set<String> TOKENS =
      Set.of(
          "accesstoken",
          "apitoken",
          "authtoken",
          "bearer",
          "bearertoken",
          "identitytoken",
          "registrytoken",
          "token");

  /** What stands in front of tokens and keys that open something, where there are several. */
  private static final Set<String> SEVERAL =
      Set.of("access", "api", "auth", "bearer", "encryption", "secret", "signing");

  /** What tokens are that open nothing: those of language models, pages, parsers. */
  private static final Set<String> HARMLESS_TOKENS =
      Set.of(
          "bos",
          "cancellation",
          "cls",
          "continuation",
          "end",
          "eos",
          "mask",
          "max",
          "min",
          "next",
          "num",
          "pad",
          "page",
          "sep",
          "start",
          "stop",
          "sync",
          "unk");

  private static final Set<String> SECRETS =
      Set.of("clientsecret", "credential", "credentials", "creds", "secret", "sharedsecret");

  /** What stands in front where a secret is an object of the cluster that is named. */
  private static final Set<String> NAMED_SECRETS =
      Set.of(
          "ca",
          "cert",
          "certificate",
          "docker",
          "existing",
          "external",
          "image",
          "k8s",
          "kube",
          "kubernetes",
          "pull",
          "registry",
          "sealed",
          "ssl",
          "target",
          "tls");

  private static final Set<String> KEYS =
      Set.of(
          "accesskey",
          "apikey",
          "encryptionkey",
          "masterkey",
          "privatekey",
          "secretkey",
          "signingkey");

  /** What stands in front where a key opens something. */
  private static final Set<String> OPENING =
      Set.of(
          "access",
          "account",
          "aes",
          "api",
          "app",
          "application",
          "auth",
          "authentication",
          "azure",
          "cipher",
          "client",
          "consumer",
          "cookie",
          "crypt",
          "decryption",
          "deploy",
          "encryption",
          "hmac",
          "ingest",
          "ingestion",
          "jwt",
          "master",
          "oci",
          "private",
          "rsa",
          "sas",
          "secret",
          "service",
          "session",
          "shared",
          "signature",
          "signing",
          "ssh",
          "ssl",
          "storage",
          "subscription",
          "tls",
          "webhook");

  /** Words in front by which a name says what to do with a credential, not what it is. */
  private static final Set<String> VERBS =
      Set.of(
          "allow",
          "automount",
          "check",
          "disable",
          "enable",
          "hide",
          "ignore",
          "inject",
          "mount",
          "pass",
          "require",
          "rotate",
          "show",
          "skip",
          "use",
          "validate",
          "verify");

  private CredentialName() {}

  /**
   * Returns what {@code name} names, as a phrase, if it is a credential; a prefix as annotations
   * have it does not count.
   */
  static Optional<String> kind(String name) {
    List<String> words = NameWords.of(name.substring(name.lastIndexOf('/') + 1));
    int last = words.size() - 1;
    while (last > 0 && leavesIt(words.get(last))) {
      last--;
    }
    boolean isDirectory = name.equals("PWD") || name.equals("OLDPWD");
    boolean isDeed = words.size() > 1 && VERBS.contains(words.get(0));
    return last < 0 || isDirectory || isDeed ? Optional.empty() : kind(words.subList(0, last + 1));
  }

  /** A number at the end counts several of the same. */
  private static boolean leavesIt(String word) {
    return STILL_ONE.contains(word) || word.chars().allMatch(Character::isDigit);
  }

  private static Optional<String> kind(List<String> words) {
    String head = words.get(words.size() - 1);
    String before = words.size() < 2 ? "" : words.get(words.size() - 2);
    if (isPassword(head) || (OWNERS.contains(head) && isPassword(before))) {
      return Optional.of(PASSWORD);
    }
    boolean several = SEVERAL.contains(before);
    boolean isToken = TOKENS.contains(head) && !HARMLESS_TOKENS.contains(before);
    if (isToken || (several && head.equals("tokens"))) {
      return Optional.of(TOKEN);
    }
    if (SECRETS.contains(head) && !NAMED_SECRETS.contains(before)) {
      return Optional.of(SECRET);
    }
    boolean opens =
        KEYS.contains(head)
            || (several && head.equals("keys"))
            || (head.equals("key")
                && (OPENING.contains(before)
                    || words.get(0).equals("azure")
                    || (words.get(0).equals("oci") && words.size() > 2)));
    return opens ? Optional.of(KEY) : Optional.empty();
  }

  private static boolean isPassword(String word) {
    return PASSWORDS.contains(word) || PASSWORD_ENDS.stream().anyMatch(word::endsWith);
  }
}
