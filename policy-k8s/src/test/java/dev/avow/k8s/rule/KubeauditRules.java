package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.PeerRule.notComparable;
import static dev.avow.k8s.rule.PeerRule.says;
import static java.util.Map.entry;

import java.util.Map;

/** How a policy says the auditors of kubeaudit. */
final class KubeauditRules {

  static final Map<String, PeerRule> ALL =
      Map.ofEntries(
          entry("capabilities", says("drops-all-capabilities", "adds-no-capabilities")),
          entry("hostns", says("no-host-namespaces")),
          entry("image", says("image-tag-is-specific")),
          entry("nonroot", says("runs-as-non-root").set("runs-as-non-root", "user-id-is-enough", true)),
          entry("privesc", says("no-privilege-escalation")),
          entry("privileged", says("is-not-privileged")),
          entry("rootfs", says("read-only-root-filesystem")),
          entry("netpols", notComparable("needs several resources")));

  private KubeauditRules() {}
}
