package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.PeerRule.notComparable;
import static dev.avow.k8s.rule.PeerRule.says;
import static java.util.Map.entry;

import java.util.Map;

/** How a policy says the constraints of Gatekeeper's library. */
final class GatekeeperRules {

  private static final String SEVERAL = "needs several resources";
  private static final String OTHER = "is about availability or metadata";

  static final Map<String, PeerRule> ALL =
      Map.ofEntries(
          entry("K8sImageDigests", says("image-is-pinned-by-digest")),
          entry("K8sPSPHostNamespace", says("no-host-namespaces")),
          entry("K8sPSPHostProcess", says("no-host-process", "pod-does-not-default-to-host-process")),
          entry("K8sPSPHostProbesLifecycle", says("probes-stay-in-their-pod")),
          entry("K8sPSPAllowPrivilegeEscalationContainer", says("no-privilege-escalation")),
          entry("K8sPSPPrivilegedContainer", says("is-not-privileged")),
          entry("K8sPSPReadOnlyRootFilesystem", says("read-only-root-filesystem")),
          entry("K8sBlockWildcardIngress", notComparable(SEVERAL)),
          entry("K8sHttpsOnly", notComparable(SEVERAL)),
          entry("K8sUniqueIngressHost", notComparable(SEVERAL)),
          entry("K8sBlockEndpointEditDefaultRole", notComparable(SEVERAL)),
          entry("K8sDisallowAnonymous", notComparable(SEVERAL)),
          entry("NoUpdateServiceAccount", notComparable("compares with the object that was there before")),
          entry("K8sBlockLoadBalancer", notComparable(SEVERAL)),
          entry("K8sBlockNodePort", notComparable(SEVERAL)),
          entry("K8sExternalIPs", notComparable(SEVERAL)),
          entry("K8sStorageClass", notComparable(SEVERAL)),
          entry("K8sUniqueServiceSelector", notComparable(SEVERAL)),
          entry("K8sHorizontalPodAutoscaler", notComparable(OTHER)),
          entry("K8sPodDisruptionBudget", notComparable(OTHER)),
          entry("K8sReplicaLimits", notComparable(OTHER)),
          entry("K8sRequiredAnnotations", notComparable(OTHER)),
          entry("K8sRequiredLabels", notComparable(OTHER)));

  private GatekeeperRules() {}
}
