package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.rule.ApiVersions.Lifetime;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.function.BiConsumer;

/** Rules about the versions of Kubernetes' APIs that manifests are written for. */
public final class ApiVersionRules {

  private static final String GUIDE =
      "https://kubernetes.io/docs/reference/using-api/deprecation-guide/";

  /** API versions that are not used though Kubernetes may serve them: those of operators. */
  public static final Parameter<List<Glob>> ALSO =
      Parameter.globs(
              "also",
              List.of(),
              "other API versions that are not served, as patterns of group/version/kind")
          .stricterIf(Stricter.MORE);

  /** Every resource is written for a version of its API that the cluster serves. */
  public static final Rule<Resource> API_VERSION_IS_SERVED =
      Rule.named("api-version-is-served")
          .title("API version is served")
          .severity(MEDIUM)
          .because(
              "The API server refuses the resource, so that a network policy or a quota that was"
                  + " counted on does not exist.")
          .advise("Write the resource for the version that has replaced it.")
          .see(GUIDE)
          .alias("check-deprecated-apis")
          .alias("no-extensions-v1beta")
          .alias("stable-version")
          .alias("KSV-0107")
          .alias("VerifyDeprecatedAPI")
          .with(ALSO)
          .from(BASELINE)
          .forEach(Targets.RESOURCE)
          .finds((resource, report) -> forEach(resource, report, ApiVersionRules::served));

  /** No resource is written for a version of its API that the cluster will stop to serve. */
  public static final Rule<Resource> API_VERSION_IS_NOT_DEPRECATED =
      Rule.named("api-version-is-not-deprecated")
          .title("API version is not deprecated")
          .severity(LOW)
          .because(
              "After some upgrade the API server refuses the resource, usually in the middle of"
                  + " something else.")
          .advise("Write the resource for the version that replaces it.")
          .see(GUIDE)
          .see("https://kubernetes.io/docs/reference/using-api/deprecation-policy/")
          .alias("check-deprecated-apis")
          .alias("no-extensions-v1beta")
          .alias("stable-version")
          .alias("KSV-0107")
          .from(PRODUCTION)
          .forEach(Targets.RESOURCE)
          .finds((resource, report) -> forEach(resource, report, ApiVersionRules::notDeprecated));

  private ApiVersionRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(API_VERSION_IS_SERVED, API_VERSION_IS_NOT_DEPRECATED);
  }

  private static void forEach(
      Resource resource, Reporter report, BiConsumer<Resource, Reporter> judge) {
    for (PlacedObject placed : PlacedObject.in(resource)) {
      Field version = placed.object().at("apiVersion");
      if (version.isUnresolved()) {
        report.missing("the value of " + version.path(), version);
      } else {
        judge.accept(placed.object(), report);
      }
    }
  }

  private static void served(Resource object, Reporter report) {
    KubernetesVersion version = report.settings().profile().kubernetes();
    ResourceId id = object.id();
    Lifetime lifetime = ApiVersions.of(id).orElse(null);
    if (lifetime != null && lifetime.isRemovedIn(version)) {
      String release = String.valueOf(lifetime.removed());
      fail(object, "is refused from Kubernetes {release} on", release, lifetime, report);
    } else if (isListed(id, report)) {
      Field at = object.at("apiVersion");
      report.fail(at, "is of an API version that the policy excludes: " + id.apiVersion());
    }
  }

  private static boolean isListed(ResourceId id, Reporter report) {
    List<Glob> also = report.settings().get(ALSO);
    String name = ApiVersions.name(id.apiVersion(), id.kind());
    return also.stream().anyMatch(pattern -> pattern.matches(name));
  }

  private static void notDeprecated(Resource object, Reporter report) {
    KubernetesVersion version = report.settings().profile().kubernetes();
    ApiVersions.of(object.id())
        .filter(lifetime -> lifetime.isDeprecatedIn(version))
        .ifPresent(
            lifetime ->
                fail(
                    object,
                    "is of a kind that is deprecated since Kubernetes {release}",
                    lifetime.deprecated().toString(),
                    lifetime,
                    report));
  }

  private static void fail(
      Resource object, String wrong, String release, Lifetime lifetime, Reporter report) {
    Field at = object.at("apiVersion");
    Message message =
        Message.of(
            wrong + ": {field} {found}",
            mark ->
                switch (mark) {
                  case "release" -> release;
                  case "field" -> at.label();
                  default -> at.found();
                });
    report.fail(at, message, fix(at, lifetime));
  }

  private static Fix fix(Field apiVersion, Lifetime lifetime) {
    if (lifetime.replacement().isEmpty()) {
      return Fix.advice("Remove the resource: nothing replaces its kind");
    }
    return lifetime.same()
        ? Fixes.set(apiVersion, lifetime.replacement())
        : Fix.advice(
            "Write the resource for " + lifetime.replacement() + ", whose fields are different");
  }
}
