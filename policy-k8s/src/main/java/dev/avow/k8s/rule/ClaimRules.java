package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.storage.VolumeClaim;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Rules about what claims ask for, and about the storage classes that serve them. */
public final class ClaimRules {

  private static final String CLASSES =
      "https://kubernetes.io/docs/concepts/storage/storage-classes/";
  private static final String VOLUMES =
      "https://kubernetes.io/docs/concepts/storage/persistent-volumes/";

  private static final Parameter<List<Glob>> ALLOWED =
      Parameter.globs(
              "classes", List.of(), "the storage classes that may be used, such as \"fast-*\"")
          .stricterIf(Parameter.Stricter.FEWER);

  private static final Parameter<List<String>> MODES =
      Parameter.texts(
              "modes",
              List.of(VolumeClaim.READ_WRITE_ONCE_POD),
              "the access modes that may be used")
          .stricterIf(Parameter.Stricter.FEWER);

  private static final Parameter<List<String>> POLICIES =
      Parameter.texts("policies", List.of("Delete"), "the reclaim policies that may be used")
          .stricterIf(Parameter.Stricter.FEWER);

  /** Every claim says which storage class it is of. */
  public static final Rule<Resource> STORAGE_CLASS_IS_SET =
      Rule.named("storage-class-is-set")
          .severity(LOW)
          .because(
              "Which class a claim is of then depends on the cluster, and on the day on which its"
                  + " default changes.")
          .advise("Set storageClassName; \"\" says that the volume is made by hand.")
          .see(CLASSES + "#default-storageclass")
          .alias("require-storageclass")
          .onlyByName()
          .forEach(Targets.RESOURCE)
          .when(ClaimRules::claims)
          .finds(each(ClaimRules::isSet));

  /** Every claim is of a storage class that the policy allows. */
  public static final Rule<Resource> STORAGE_CLASS_IS_ALLOWED =
      Rule.named("storage-class-is-allowed")
          .severity(MEDIUM)
          .because(
              "The class decides where data lies, whether it is encrypted, and who else may reach"
                  + " the machine that keeps it.")
          .advise("Set storageClassName to one of the classes.")
          .see(CLASSES)
          .alias("K8sStorageClass")
          .with(ALLOWED)
          .onlyByName()
          .forEach(Targets.RESOURCE)
          .when(ClaimRules::claims)
          .finds(each(ClaimRules::isAllowed));

  /** No claim has an access mode that the policy does not allow. */
  public static final Rule<Resource> CLAIM_ACCESS_MODES_ARE_ALLOWED =
      Rule.named("claim-access-modes-are-allowed")
          .severity(LOW)
          .because(
              "Any pod of the namespace may mount a claim, unless its mode says that there is one"
                  + " pod only.")
          .advise("Ask for one of the modes in accessModes.")
          .see(VOLUMES + "#access-modes")
          .alias("enforce-readwriteonce-pod")
          .with(MODES)
          .onlyByName()
          .forEach(Targets.RESOURCE)
          .when(ClaimRules::claims)
          .finds(each(ClaimRules::modes));

  /** Every storage class does with volumes that are given back what the policy allows. */
  public static final Rule<Resource> RECLAIM_POLICY_IS_ALLOWED =
      Rule.named("reclaim-policy-is-allowed")
          .severity(LOW)
          .because("A volume that is kept when its claim is gone keeps the data, and nobody knows.")
          .advise("Set reclaimPolicy to one of the policies.")
          .see(CLASSES + "#reclaim-policy")
          .alias("restrict-storageclass")
          .with(POLICIES)
          .onlyByName()
          .forEach(Targets.RESOURCE)
          .when(resource -> Check.of(isClass(resource), resource.place()))
          .finds(ClaimRules::reclaims);

  private ClaimRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        STORAGE_CLASS_IS_SET,
        STORAGE_CLASS_IS_ALLOWED,
        CLAIM_ACCESS_MODES_ARE_ALLOWED,
        RECLAIM_POLICY_IS_ALLOWED);
  }

  private static Check claims(Resource resource) {
    return Check.of(!VolumeClaim.declaredIn(resource).isEmpty(), resource.place());
  }

  private static BiConsumer<Resource, Reporter> each(
      BiConsumer<VolumeClaim.Declared, Reporter> judge) {
    return (resource, report) ->
        VolumeClaim.declaredIn(resource).forEach(claim -> judge.accept(claim, report));
  }

  private static void isSet(VolumeClaim.Declared claim, Reporter report) {
    Field written = claim.storageClass();
    report(
        PodSecurity.set(written, field -> true),
        claim,
        "leaves its storage class to the cluster",
        "Set " + written.path(),
        report);
  }

  private static void isAllowed(VolumeClaim.Declared claim, Reporter report) {
    List<Glob> classes = report.settings().get(ALLOWED);
    Field written = claim.storageClass();
    report(
        PodSecurity.set(
            written,
            field ->
                field
                    .text()
                    .filter(name -> classes.stream().anyMatch(c -> c.matches(name)))
                    .isPresent()),
        claim,
        "is of a storage class that is not allowed",
        "Set %s to one of %s".formatted(written.path(), classes),
        report);
  }

  private static void modes(VolumeClaim.Declared claim, Reporter report) {
    Set<String> allowed = Set.copyOf(report.settings().get(MODES));
    for (Field mode : PodSecurity.items(claim.modes(), report)) {
      report(
          mode.decide(PodSecurity.isOneOf(allowed).test(mode)),
          claim,
          "asks for an access mode that is not allowed",
          "Set %s to one of %s".formatted(mode.path(), report.settings().get(MODES)),
          report);
    }
  }

  private static void report(
      Check check, VolumeClaim.Declared claim, String wrong, String advice, Reporter report) {
    Field at = check.at();
    if (check.fails()) {
      Message message =
          Message.of(
              wrong + ": {claim}, {field} {found}",
              mark ->
                  switch (mark) {
                    case "claim" -> claim.name();
                    case "field" -> at.label();
                    default -> at.found();
                  });
      report.fail(at, message, Fix.advice(advice));
    } else {
      check.missing().ifPresent(what -> report.missing(what, at));
    }
  }

  private static boolean isClass(Resource resource) {
    return PlacedObject.in(resource).stream()
        .anyMatch(placed -> placed.object().id().kind().equals("StorageClass"));
  }

  private static void reclaims(Resource resource, Reporter report) {
    Set<String> allowed = Set.copyOf(report.settings().get(POLICIES));
    for (PlacedObject placed : PlacedObject.in(resource)) {
      if (placed.object().id().kind().equals("StorageClass")) {
        Field policy = placed.object().at("reclaimPolicy");
        boolean fits =
            policy.isPresent()
                ? PodSecurity.isOneOf(allowed).test(policy)
                : allowed.contains("Delete");
        PodSecurity.report(
            policy.decide(fits),
            "keeps volumes in a way that is not allowed",
            field -> Fix.advice("Set reclaimPolicy to one of " + report.settings().get(POLICIES)),
            report);
      }
    }
  }
}
