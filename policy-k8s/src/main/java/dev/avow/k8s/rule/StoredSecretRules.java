package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.secret.Credential;
import dev.avow.k8s.secret.Credentials;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Rules about credentials that stand in objects of the cluster. */
public final class StoredSecretRules {

  /** No value of a ConfigMap is a credential. */
  public static final Rule<Resource> CONFIG_MAP_HOLDS_NO_CREDENTIALS =
      SecretSearch.named("config-map-holds-no-credentials")
          .because(
              "ConfigMaps are open to many who may not read Secrets, and are not encrypted where"
                  + " Secrets are.")
          .advise("Revoke the credential, and keep a new one in a Secret.")
          .see("https://kubernetes.io/docs/concepts/configuration/configmap/")
          .alias("sensitiveConfigmapContent")
          .alias("KSV-0109")
          .alias("KSV-01010")
          .alias("C-0012")
          .from(RESTRICTED)
          .forEach(Targets.RESOURCE)
          .when(resource -> holds("ConfigMap", resource))
          .finds(
              (resource, report) ->
                  objects("ConfigMap", resource).forEach(each -> configMap(each, report)));

  /** No credential in a Secret is written out in its manifest. */
  public static final Rule<Resource> SECRET_IS_NOT_WRITTEN_OUT =
      SecretSearch.named("secret-is-not-written-out")
          .because(
              "Base64 is no encryption: who reads the manifest, or its repository as it ever was,"
                  + " has the credential.")
          .advise(
              "Revoke the credential; let an ExternalSecret or a SealedSecret bring a new one, or"
                  + " encrypt the file.")
          .see("https://kubernetes.io/docs/concepts/configuration/secret/")
          .alias("C-0012")
          .from(RESTRICTED)
          .forEach(Targets.RESOURCE)
          .when(resource -> holds("Secret", resource))
          .finds(
              (resource, report) ->
                  objects("Secret", resource)
                      .forEach(each -> new SecretData(each, report).judge()));

  /** No encoded value in a Secret is a placeholder that nothing can fill in any more. */
  public static final Rule<Resource> SECRET_DATA_IS_NO_ENCODED_PLACEHOLDER =
      Rule.named("secret-data-is-no-encoded-placeholder")
          .severity(MEDIUM)
          .because(
              "What fills in placeholders does not look into encoded values, so that the"
                  + " placeholder itself becomes the credential.")
          .advise(
              "Write the value in stringData, with an expression such as ${db.status.password}.")
          .see("https://kro.run/docs/concepts/resource-group-definitions")
          .from(RESTRICTED)
          .forEach(Targets.RESOURCE)
          .when(resource -> holds("Secret", resource))
          .finds(
              (resource, report) ->
                  objects("Secret", resource).forEach(each -> encodedPlaceholders(each, report)));

  /** No annotation and no label is a credential. */
  public static final Rule<Resource> ANNOTATIONS_HOLD_NO_CREDENTIALS =
      SecretSearch.named("annotations-hold-no-credentials")
          .because(
              "Metadata is open to whoever may see that the object exists, and is copied to"
                  + " metrics, logs and events.")
          .advise("Revoke the credential, and name a Secret that holds a new one.")
          .see("https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/")
          .from(RESTRICTED)
          .forEach(Targets.RESOURCE)
          .finds(
              (resource, report) ->
                  PlacedObject.in(resource).forEach(placed -> metadata(placed.object(), report)));

  /** No default of a graph's schema is a credential. */
  public static final Rule<Resource> SCHEMA_DEFAULTS_ARE_NO_CREDENTIALS =
      SecretSearch.named("schema-defaults-are-no-credentials")
          .because(
              "An instance that does not say its password gets that of the definition, which all"
                  + " who read the definition know.")
          .advise("Let the schema ask for the name of a Secret, without a default.")
          .see("https://kro.run/docs/concepts/simple-schema")
          .from(RESTRICTED)
          .forEach(Targets.RESOURCE)
          .when(resource -> Check.of(KindScope.isGraph(resource.id()), resource.place()))
          .finds(
              (resource, report) -> SchemaDefaults.judge(resource.at("spec.schema.spec"), report));

  private StoredSecretRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        CONFIG_MAP_HOLDS_NO_CREDENTIALS,
        SECRET_IS_NOT_WRITTEN_OUT,
        SECRET_DATA_IS_NO_ENCODED_PLACEHOLDER,
        ANNOTATIONS_HOLD_NO_CREDENTIALS,
        SCHEMA_DEFAULTS_ARE_NO_CREDENTIALS);
  }

  static Check holds(String kind, Resource resource) {
    return Check.of(objects(kind, resource).findAny().isPresent(), resource.place());
  }

  /** Returns the objects of a core kind that {@code resource} brings. */
  static Stream<Resource> objects(String kind, Resource resource) {
    return PlacedObject.in(resource).stream()
        .map(PlacedObject::object)
        .filter(each -> each.id().kind().equals(kind) && each.id().group().isEmpty());
  }

  private static void configMap(Resource map, Reporter report) {
    Credentials credentials = SecretSearch.credentials(report.settings());
    for (Field entry : SecretSearch.fields(map.at("data"), report)) {
      SecretSearch.written(entry).stream()
          .flatMap(text -> StoredText.of(entry.name(), text).search(credentials).stream())
          .forEach(found -> inConfigMap(entry, found, report));
    }
    for (Field entry : SecretSearch.fields(map.at("binaryData"), report)) {
      Encoded.of(entry)
          .text()
          .flatMap(credentials::in)
          .ifPresent(found -> inConfigMap(entry, found, report));
    }
  }

  private static void inConfigMap(Field entry, Credential found, Reporter report) {
    String advice = "Keep " + entry.name() + " in a Secret";
    SecretSearch.report(entry, "holds a credential", entry.name(), found, advice, report);
  }

  private static void encodedPlaceholders(Resource secret, Reporter report) {
    for (Field entry : secret.at("data").fields()) {
      if (Encoded.of(entry).isPlaceholder()) {
        report.fail(
            entry,
            Message.of(
                "holds a placeholder that is encoded, so that nothing fills it in: {name}",
                mark -> entry.name()),
            Fix.advice("Move " + entry.name() + " to stringData, with an expression in ${…}"));
      }
    }
  }

  private static void metadata(Resource object, Reporter report) {
    Stream<Field> templates =
        Workload.of(object).stream()
            .flatMap(workload -> workload.described().stream())
            .map(Workload.Described::metadata);
    Stream.concat(Stream.of(object.at("metadata")), templates)
        .flatMap(metadata -> Stream.of(metadata.field("annotations"), metadata.field("labels")))
        .flatMap(all -> all.fields().stream())
        .forEach(each -> new AnnotationText(each).judge(report));
  }
}
