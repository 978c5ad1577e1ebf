package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;

import dev.avow.policy.hardening.StorageOverrides;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/** Rules about the security context that storage asks for. */
public final class StorageContextRules {

  static final Facts<ClaimMount> MOUNTS =
      Facts.observed(
          "claim-mounts",
          ClaimMount.class,
          Targets.WORKLOAD,
          (workload, observer) ->
              PlacedPod.in(workload).forEach(pod -> ClaimMount.observe(pod, observer)));

  /** Every container runs with the ids and the access that the policy gives its claims. */
  public static final GroupRule STORAGE_CONTEXT_IS_KEPT =
      GroupRule.named("storage-context-is-kept")
          .severity(HIGH)
          .because(
              "Who has other ids than a class of storage is set up for reads the files of others,"
                  + " cannot read its own, or writes what is to stay as it is.")
          .advise("Run the pod with the ids and the mounts that the policy names for the claim.")
          .see("https://kubernetes.io/docs/tasks/configure-pod-container/security-context/")
          .where(policy -> !policy.storage().equals(StorageOverrides.none()))
          .overEverything(MOUNTS, SharedClaimRules.CLAIMS)
          .finds(KeptContexts::judge);

  private StorageContextRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(STORAGE_CONTEXT_IS_KEPT);
  }
}
