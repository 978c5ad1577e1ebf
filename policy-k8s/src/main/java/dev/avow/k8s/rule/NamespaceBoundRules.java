package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;

import dev.avow.k8s.rule.NamespacePart.Role;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/**
 * Rules about how much of a cluster a namespace may use.
 *
 * <p>They fail where the namespace itself is among the manifests. Where only something that runs in
 * it is, the rest may be kept elsewhere, so that nothing can be decided.
 */
public final class NamespaceBoundRules {

  static final Facts<NamespacePart> NAMESPACE_PARTS =
      Facts.named("namespace-parts", NamespacePart.class, Targets.RESOURCE, NamespacePart::in);

  /** That something runs in a namespace; the pods in a graph go where its instance is. */
  static final Facts<Boolean> TENANTS =
      Facts.named(
          "namespace-tenants",
          Boolean.class,
          Targets.WORKLOAD,
          workload -> KindScope.isNamespaced(workload.resource().id()) ? List.of(true) : List.of());

  /** No namespace can take all processors and all memory of the cluster. */
  public static final GroupRule NAMESPACE_HAS_QUOTA =
      GroupRule.named("namespace-has-resource-quota")
          .severity(LOW)
          .because("Whoever may create pods in a namespace without a quota can fill the cluster.")
          .advise(
              "Add a ResourceQuota without scopes that bounds the requests or limits of cpu and"
                  + " memory.")
          .see("https://kubernetes.io/docs/concepts/policy/resource-quotas/")
          .alias("add-ns-quota")
          .alias("KSV-0040")
          .from(MULTI_TENANT)
          .perNamespace(NAMESPACE_PARTS, TENANTS)
          .finds(
              (group, report) -> NamespaceBounds.judge(group, report, Role.QUOTA, "ResourceQuota"));

  /** Pods of a namespace that say nothing of what they need are bounded nevertheless. */
  public static final GroupRule NAMESPACE_HAS_LIMIT_RANGE =
      GroupRule.named("namespace-has-limit-range")
          .severity(LOW)
          .because(
              "A container that says nothing may use all of its node; in a namespace with a range"
                  + " it gets what the range says.")
          .advise("Add a LimitRange with default limits of cpu and memory for containers.")
          .see("https://kubernetes.io/docs/concepts/policy/limit-range/")
          .alias("add-ns-quota")
          .alias("KSV-0039")
          .from(MULTI_TENANT)
          .perNamespace(NAMESPACE_PARTS, TENANTS)
          .finds((group, report) -> NamespaceBounds.judge(group, report, Role.RANGE, "LimitRange"));

  private NamespaceBoundRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(NAMESPACE_HAS_QUOTA, NAMESPACE_HAS_LIMIT_RANGE);
  }
}
