package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.PeerRule.notComparable;
import static dev.avow.k8s.rule.PeerRule.says;
import static java.util.Map.entry;

import java.util.Map;

/** How a policy says the checks of kube-score. */
final class KubeScoreRules {

  private static final String SEVERAL = "needs several resources";
  private static final String OTHER = "is about availability";

  static final Map<String, PeerRule> ALL =
      Map.ofEntries(
          entry("container-image-tag", says("image-tag-is-specific")),
          entry("container-resources", says("requests-and-limits-are-set")),
          entry("container-security-context-privileged", says("is-not-privileged")),
          entry(
              "container-security-context-readonlyrootfilesystem",
              says("read-only-root-filesystem")),
          entry("ingress-targets-service", notComparable(SEVERAL)),
          entry("service-targets-pod", notComparable(SEVERAL)),
          entry("networkpolicy-targets-pod", notComparable(SEVERAL)),
          entry("pod-networkpolicy", notComparable(SEVERAL)),
          entry("service-type", notComparable(SEVERAL)),
          entry("container-ports-check", notComparable(OTHER)),
          entry("deployment-has-host-podantiaffinity", notComparable(OTHER)),
          entry("deployment-has-poddisruptionbudget", notComparable(OTHER)),
          entry("deployment-replicas", notComparable(OTHER)),
          entry("deployment-strategy", notComparable(OTHER)),
          entry(
              "deployment-targeted-by-hpa-does-not-have-replicas-configured",
              notComparable(OTHER)),
          entry("horizontalpodautoscaler-has-target", notComparable(OTHER)),
          entry("horizontalpodautoscaler-replicas", notComparable(OTHER)),
          entry("pod-topology-spread-constraints", notComparable(OTHER)),
          entry("poddisruptionbudget-has-policy", notComparable(OTHER)),
          entry("statefulset-has-host-podantiaffinity", notComparable(OTHER)),
          entry("statefulset-has-poddisruptionbudget", notComparable(OTHER)),
          entry("statefulset-has-servicename", notComparable(OTHER)),
          entry(
              "statefulset-pod-selector-labels-match-template-metadata-labels",
              notComparable(OTHER)));

  private KubeScoreRules() {}
}
