package dev.avow.k8s.secret;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells values that stand for a credential from credentials: what is filled in later, what
 * something else expands, what is encrypted, what says where the credential is.
 */
final class Placeholders {

  /** {@code <password>}, {@code [token]}. */
  private static final Pattern BRACKETS = Pattern.compile("<[^<>]*>|\\[[^\\[\\]]*]|%[A-Z_]+%");

  /** {@code ****}, {@code xxxx}, {@code ...}. */
  private static final Pattern MASK = Pattern.compile("[^\\p{L}\\p{N}]+|[xX]+");

  /** {@code $(NAME)} of Kubernetes, <code>${NAME}</code> and <code>{{name}}</code> of templates. */
  private static final Pattern EXPANSION =
      Pattern.compile("\\$\\(.*?\\)|\\$\\{.*?}|\\{\\{.*?}}|^\\$\\w+$", Pattern.DOTALL);

  /** Shells expand more. */
  private static final Pattern SHELL_EXPANSION = Pattern.compile("\\$[A-Za-z_@*#?0-9(]|`");

  /** SOPS, git-crypt-like armour, Ansible Vault, and the plugins that fetch values from stores. */
  private static final Pattern ENCRYPTED =
      Pattern.compile(
          "ENC\\[[A-Z0-9_]+,.*]|\\$ANSIBLE_VAULT;.*|-----BEGIN (PGP MESSAGE|AGE ENCRYPTED"
              + " FILE)-----.*|age-encryption\\.org/.*",
          Pattern.DOTALL);

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)<path:[^>]*>.*|vault:.*|ref\\+[a-z0-9]+://.*|op://.*|arn:aws[a-z-]*:.*|secretref:.*"
              + "|projects/[^/]+/secrets/.*|(awssm|awsps|gcpsm|azurekv|secretsmanager|ssm|keyvault)"
              + "[:/].*|(secret|secrets|kv|kv-v2)/\\S+|@Microsoft\\.KeyVault\\(.*|env:.*|valueFrom:.*");

  /** Words of which one says that the value is to be replaced. */
  private static final List<String> TELLING =
      List.of(
          "changeme",
          "change-me",
          "change_me",
          "changeit",
          "change-it",
          "replaceme",
          "replace-me",
          "replace_me",
          "replace-with",
          "replace_with",
          "placeholder",
          "redacted",
          "fixme",
          "fill-me",
          "fill_me",
          "fillme",
          "insert-",
          "insert_",
          "your-",
          "your_",
          "yourpassword",
          "yoursecret",
          "yourtoken",
          "to-be-",
          "to_be_",
          "dummy",
          "example",
          "sample-",
          "not-set",
          "notset",
          "todo");

  private static final List<String> NOTHING =
      List.of(
          "none",
          "null",
          "nil",
          "empty",
          "unset",
          "undefined",
          "n/a",
          "na",
          "tbd",
          "true",
          "false",
          "yes",
          "no",
          "on",
          "off",
          "enabled",
          "disabled",
          "optional",
          "required",
          "auto",
          "default",
          "generate",
          "generated",
          "random");

  /** An encoded placeholder, which something fills in that will not find it any more. */
  static final String ENCODED = "__KUBERNETES_REF_";

  private Placeholders() {}

  /** Returns whether {@code value} says that it is to be replaced, or that there is nothing. */
  static boolean isPlaceholder(String value) {
    String plain = value.strip().toLowerCase(Locale.ROOT);
    return MASK.matcher(plain).matches()
        || BRACKETS.matcher(value.strip()).matches()
        || value.contains(ENCODED)
        || TELLING.stream().anyMatch(plain::contains);
  }

  /** Returns whether {@code value} is a word that no credential is. */
  static boolean isNothing(String value) {
    String plain = value.strip().toLowerCase(Locale.ROOT);
    return plain.isEmpty() || NOTHING.contains(plain);
  }

  /** Returns whether something else fills in a part of {@code value}. */
  static boolean isExpanded(String value) {
    return EXPANSION.matcher(value).find();
  }

  /** Returns whether a shell would fill in a part of {@code value}. */
  static boolean isExpandedByShell(String value) {
    return isExpanded(value) || SHELL_EXPANSION.matcher(value).find();
  }

  /** Returns whether {@code value} is encrypted, or says where the credential is kept. */
  static boolean isElsewhere(String value) {
    String text = value.strip();
    return ENCRYPTED.matcher(text).matches() || REFERENCE.matcher(text).matches();
  }
}
