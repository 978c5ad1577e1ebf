package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.secret.Credential;
import dev.avow.k8s.secret.Credentials;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Reporter;
import java.util.List;
import java.util.Set;

/** Finds the credentials that are written out in a Secret. */
final class SecretData {

  /** Names that are those of credentials in a Secret, and may be anything elsewhere. */
  private static final Set<String> IN_SECRETS =
      Set.of(".htpasswd", ".netrc", ".pgpass", "auth", "htpasswd", "id_ed25519", "id_rsa", "key");

  private static final Set<String> KEY_STORES = Set.of("jks", "keystore", "p12", "pfx");

  private static final Credential KEY_STORE = new Credential("a key store", "");

  private final Resource secret;
  private final Reporter report;
  private final Credentials credentials;

  SecretData(Resource secret, Reporter report) {
    this.secret = secret;
    this.report = report;
    this.credentials = SecretSearch.credentials(report.settings());
  }

  void judge() {
    SecretSearch.fields(secret.at("data"), report).forEach(this::encoded);
    SecretSearch.fields(secret.at("stringData"), report)
        .forEach(entry -> text(entry, SecretSearch.written(entry).orElse("")));
  }

  private void encoded(Field entry) {
    String written = SecretSearch.written(entry).orElse("");
    if (written.isBlank() || entry.isUnresolved() || Credentials.isKeptElsewhere(written)) {
      return;
    }
    Encoded encoded = Encoded.of(entry);
    if (!encoded.isReadable()) {
      report.missing("base64 at " + entry.path(), entry);
    } else if (encoded.text().isPresent()) {
      text(entry, encoded.text().orElseThrow());
    } else if (KEY_STORES.contains(extension(entry.name()))) {
      tell(entry, KEY_STORE);
    }
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void text(Field entry, String text) {
    String name = entry.name();
    List<Credential> found = StoredText.of(name, text).search(credentials);
    if (found.isEmpty() && credentials.looksAt(name)) {
      // What spans lines is no setting, but may be a credential as a whole.
      String meant = IN_SECRETS.contains(name) ? "password" : name;
      found = credentials.named(meant, text).stream().toList();
    }
    found.forEach(credential -> tell(entry, credential));
  }

  private void tell(Field entry, Credential credential) {
    String advice = "Let a store bring " + entry.name() + ", or encrypt it";
    SecretSearch.report(
        entry, "holds a credential that is written out", entry.name(), credential, advice, report);
  }
}
