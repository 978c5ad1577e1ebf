package dev.avow.k8s.rule;

import dev.avow.k8s.secret.Credential;
import dev.avow.k8s.secret.Credentials;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Reporter;
import java.util.List;

/**
 * An annotation or a label.
 *
 * @param field where it stands
 */
record AnnotationText(Field field) {

  /** What kubectl keeps there is the whole object. */
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  void judge(Reporter report) {
    SecretSearch.written(field).stream()
        .flatMap(text -> search(text, SecretSearch.credentials(report.settings())).stream())
        .distinct()
        .forEach(
            found ->
                SecretSearch.report(
                    field,
                    "tells a credential in its metadata",
                    field.name(),
                    found,
                    "Remove " + field.name() + ", and name a Secret instead",
                    report));
  }

  private List<Credential> search(String text, Credentials credentials) {
    if (field.name().equals(LAST_APPLIED) && isSecret(text)) {
      return List.of(new Credential("the data of a Secret", ""));
    }
    if (text.strip().startsWith("{")) {
      return credentials.inFile(field.name(), text);
    }
    // A secret that is named in an annotation is an object of the cluster.
    return credentials.named(field.name(), text).stream()
        .filter(found -> !found.kind().equals("a secret"))
        .toList();
  }

  private static boolean isSecret(String text) {
    return text.contains("\"kind\":\"Secret\"")
        && (text.contains("\"data\":{\"") || text.contains("\"stringData\":{\""));
  }
}
