package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.storage.ClaimConsumer;
import dev.avow.k8s.storage.ClaimScaler;
import dev.avow.k8s.storage.VolumeClaim;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/** Rules about claims that several pods mount. */
public final class SharedClaimRules {

  private static final String MODES =
      "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes";

  static final Facts<ClaimConsumer> CONSUMERS =
      Facts.observed(
          "claim-consumers",
          ClaimConsumer.class,
          Targets.WORKLOAD,
          (workload, observer) ->
              PlacedPod.in(workload)
                  .forEach(
                      pod ->
                          ClaimConsumer.of(
                              pod.spec(),
                              pod.owner(),
                              (at, consumer) ->
                                  observer.observe(pod.owner().subject(), at, consumer))));

  static final Facts<VolumeClaim> CLAIMS =
      Facts.observed(
          "volume-claims",
          VolumeClaim.class,
          Targets.RESOURCE,
          (resource, observer) ->
              PlacedObject.in(resource)
                  .forEach(
                      placed -> {
                        VolumeClaim.of(placed)
                            .ifPresent(
                                claim ->
                                    observer.observe(
                                        placed.subject(),
                                        placed.object().at("spec.accessModes"),
                                        claim));
                        VolumeClaim.perPod(placed)
                            .forEach(
                                claim ->
                                    observer.observe(
                                        placed.subject(),
                                        placed.object().at("spec.volumeClaimTemplates"),
                                        claim));
                      }));

  static final Facts<ClaimScaler> SCALERS =
      Facts.observed(
          "claim-scalers",
          ClaimScaler.class,
          Targets.RESOURCE,
          (resource, observer) ->
              PlacedObject.in(resource)
                  .forEach(
                      placed ->
                          ClaimScaler.of(placed)
                              .ifPresent(
                                  scaler ->
                                      observer.observe(
                                          placed.subject(), placed.object().place(), scaler))));

  /** Every claim that more than one pod mounts allows that. */
  public static final GroupRule SHARED_CLAIMS_ALLOW_MANY_PODS =
      GroupRule.named("shared-claims-allow-many-pods")
          .severity(HIGH)
          .because(
              "A volume that one node or one pod may mount keeps all other pods waiting, or lets"
                  + " them in only where they happen to run on the same node, where they overwrite"
                  + " each other.")
          .advise(
              "Ask for ReadWriteMany, mount the claim read-only with ReadOnlyMany, or run one pod.")
          .see(MODES)
          .from(PRODUCTION)
          .overEverything(CONSUMERS, CLAIMS, SCALERS)
          .finds(SharedClaims::judge);

  /** No pod waits for a claim that the pod before it still has. */
  public static final GroupRule CLAIM_IS_FREE_FOR_THE_NEXT_POD =
      GroupRule.named("claim-is-free-for-the-next-pod")
          .severity(LOW)
          .because(
              "While a workload of one pod starts the next one, there are two, and the new one may"
                  + " wait for ever for a volume that only one node or pod may mount.")
          .advise("Set spec.strategy.type to Recreate, concurrencyPolicy to Forbid, or allow many.")
          .see("https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy")
          .see(MODES)
          .from(PRODUCTION)
          .overEverything(CONSUMERS, CLAIMS, SCALERS)
          .finds(OverlappingPods::judge);

  private SharedClaimRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(SHARED_CLAIMS_ALLOW_MANY_PODS, CLAIM_IS_FREE_FOR_THE_NEXT_POD);
  }
}
