package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.secret.Credentials;
import dev.avow.k8s.secret.SecretSource;
import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;

/** Rules about where containers take their credentials from. */
public final class SecretSourceRules {

  private static final String PAGE = "https://kubernetes.io/docs/concepts/configuration/secret/";

  private static final String GOOD_PRACTICES =
      "https://kubernetes.io/docs/concepts/security/secrets-good-practices/";

  static final Facts<SecretUse> USES =
      Facts.observed(
          "secret-uses",
          SecretUse.class,
          Targets.WORKLOAD,
          (workload, observer) ->
              PlacedPod.in(workload).forEach(pod -> SecretUse.observe(pod, observer)));

  static final Facts<SecretUse.Brought> BROUGHT =
      Facts.observed(
          "brought-secrets",
          SecretUse.Brought.class,
          Targets.RESOURCE,
          (resource, observer) ->
              PlacedObject.in(resource)
                  .forEach(
                      placed ->
                          SecretUse.Brought.of(placed)
                              .ifPresent(
                                  secret ->
                                      observer.observe(
                                          placed.subject(), placed.object().place(), secret))));

  /** What a container is given credentials by is a Secret, or a store. */
  public static final Rule<Container> CREDENTIALS_COME_FROM_SECRETS =
      Rule.named("credentials-come-from-secrets")
          .severity(MEDIUM)
          .because(
              "Only what is kept in a Secret, or in a store outside the cluster, can be encrypted,"
                  + " replaced and kept from those who may read the rest.")
          .advise("Take the credential from a Secret by secretKeyRef, or mount it from a store.")
          .see(GOOD_PRACTICES)
          .alias("CKV_K8S_35")
          .from(PRODUCTION)
          .forEach(Targets.CONTAINER)
          .when(SecretSourceRules::isGivenCredentials)
          .finds(SecretSourceRules::fromElsewhere);

  /** Credentials come into containers as files, not as variables. */
  public static final Rule<Container> SECRETS_ARE_MOUNTED_AS_FILES =
      Rule.named("secrets-are-mounted-as-files")
          .severity(LOW)
          .because(
              "Variables are handed on to every child process, shown by crash reports, and stay as"
                  + " they are when the Secret changes.")
          .advise("Mount the Secret as a volume, and let the program read the file.")
          .see(PAGE + "#using-secrets-as-files-from-a-pod")
          .alias("disallow-all-secrets")
          .alias("disallow-secrets-from-env-vars")
          .alias("read-secret-from-env-var")
          .alias("secrets-not-from-env-vars")
          .alias("CKV_K8S_35")
          .alias("C-0207")
          .alias("KBP112")
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .finds(SecretSourceRules::variables);

  /** No Secret is a token of a service account that never ends. */
  public static final Rule<Resource> NO_SERVICE_ACCOUNT_TOKEN_SECRETS =
      Rule.named("no-service-account-token-secrets")
          .severity(MEDIUM)
          .because("The token in such a Secret never expires, and is open to all who may read it.")
          .advise("Remove the Secret; ask for tokens that end by TokenRequest, or project one.")
          .see(PAGE + "#serviceaccount-token-secrets")
          .alias("deny-secret-service-account-token-type")
          .onlyByName()
          .forEach(Targets.RESOURCE)
          .when(resource -> StoredSecretRules.holds("Secret", resource))
          .finds(
              (resource, report) ->
                  StoredSecretRules.objects("Secret", resource)
                      .forEach(secret -> accountToken(secret, report)));

  /** No manifest of a Secret holds any data. */
  public static final Rule<Resource> SECRET_MANIFESTS_HOLD_NO_DATA =
      Rule.named("secret-manifests-hold-no-data")
          .severity(MEDIUM)
          .because(
              "What a Secret holds is meant to be known to few, and a manifest is known to all who"
                  + " read its repository.")
          .advise("Let an ExternalSecret or a SealedSecret bring the data.")
          .see(GOOD_PRACTICES)
          .alias("C-0208")
          .confidential()
          .onlyByName()
          .forEach(Targets.RESOURCE)
          .when(resource -> StoredSecretRules.holds("Secret", resource))
          .finds(
              (resource, report) ->
                  StoredSecretRules.objects("Secret", resource)
                      .forEach(secret -> data(secret, report)));

  /** Every Secret that a container uses is brought by a store outside the cluster. */
  public static final GroupRule SECRETS_COME_FROM_EXTERNAL_STORES =
      GroupRule.named("secrets-come-from-external-stores")
          .severity(LOW)
          .because(
              "A store outside the cluster says who read a credential when, replaces it, and is"
                  + " not lost with the cluster.")
          .advise("Let an ExternalSecret, a SealedSecret or a CSI volume bring the credential.")
          .see(GOOD_PRACTICES)
          .alias("C-0234")
          .onlyByName()
          .overEverything(USES, BROUGHT)
          .finds(StoredElsewhere::judge);

  private SecretSourceRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        CREDENTIALS_COME_FROM_SECRETS,
        SECRETS_ARE_MOUNTED_AS_FILES,
        NO_SERVICE_ACCOUNT_TOKEN_SECRETS,
        SECRET_MANIFESTS_HOLD_NO_DATA,
        SECRETS_COME_FROM_EXTERNAL_STORES);
  }

  private static Check isGivenCredentials(Container container) {
    boolean given =
        !SecretSource.of(container).isEmpty()
            || container.at("env").items().stream().anyMatch(SecretSourceRules::isFromConfigMap);
    return container.at("env").decide(given);
  }

  private static boolean isFromConfigMap(Field variable) {
    return variable.at("valueFrom.configMapKeyRef").isPresent()
        && Credentials.isCredentialName(variable.field("name").text().orElse(""));
  }

  private static void fromElsewhere(Container container, Reporter report) {
    for (Field variable : SecretSearch.items(container.at("env"), report)) {
      if (isFromConfigMap(variable)) {
        String name = variable.field("name").text().orElse("");
        report.fail(
            variable.at("valueFrom.configMapKeyRef"),
            Message.of("takes a credential from a ConfigMap: {name}", mark -> name),
            Fix.advice("Keep " + name + " in a Secret, and take it by secretKeyRef"));
      }
    }
  }

  private static void variables(Container container, Reporter report) {
    SecretSearch.items(container.at("env"), report);
    SecretSearch.items(container.at("envFrom"), report);
    for (SecretSource source : SecretSource.of(container)) {
      if (source.how().isVariable()) {
        String name = source.name().isEmpty() ? "without a name" : source.name();
        report.fail(
            source.place(),
            Message.of("has a Secret in its variables: {name}", mark -> name),
            Fix.advice("Mount the Secret as a volume"));
      }
    }
  }

  private static void accountToken(Resource secret, Reporter report) {
    Check other =
        PodSecurity.unsetOr(
            secret.at("type"),
            type -> type.text().filter("kubernetes.io/service-account-token"::equals).isEmpty());
    PodSecurity.report(
        other, "holds a token that never ends", field -> Fix.advice("Remove the Secret"), report);
  }

  private static void data(Resource secret, Reporter report) {
    for (String part : List.of("data", "stringData")) {
      for (Field entry : SecretSearch.fields(secret.at(part), report)) {
        String text = SecretSearch.written(entry).orElse("");
        if (!text.isBlank() && !entry.isUnresolved() && !Credentials.isKeptElsewhere(text)) {
          report.fail(
              entry,
              Message.of("holds data in its manifest: {name}", mark -> entry.name()),
              Fix.advice("Let a store bring " + entry.name()));
        }
      }
    }
  }
}
