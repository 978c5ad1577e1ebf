package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.Conformance;
import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules agree with other tools on the cases that these were tested with, save for those where
 * the tools disagree among themselves.
 */
class PeersTest {

  /** What Pod Security's baseline lets containers add. */
  private static final List<String> BASELINE_CAPABILITIES =
      List.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  @TestFactory
  Stream<DynamicNode> podSecurityAdmission() {
    return Stream.of(
            agree("psa", "runAsNonRoot", "runs-as-non-root", "pod-does-not-default-to-root"),
            agree("psa", "runAsUser", "runs-as-non-root", "pod-does-not-default-to-root"),
            agree("psa", "allowPrivilegeEscalation", "no-privilege-escalation"),
            agree(
                "psa",
                "capabilities_restricted",
                "drops-all-capabilities",
                "drop-all-is-upper-case",
                "adds-no-capabilities"),
            agree("psa", "capabilities_baseline", "adds-no-capabilities"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicNode> gatekeeper() {
    String corpus = "gatekeeper-library";
    return Stream.of(
            agree(corpus, "K8sPSPAllowPrivilegeEscalationContainer", "no-privilege-escalation"),
            agree(corpus, "K8sPSPReadOnlyRootFilesystem", "read-only-root-filesystem"),
            agree(corpus, "K8sImageDigests", "image-is-pinned-by-digest"),
            agree(corpus, "K8sDisallowedTags", "image-tag-is-specific"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicNode> kubeaudit() {
    return Stream.of(
            agree("kubeaudit", "capabilities", "drops-all-capabilities", "adds-no-capabilities"),
            agree("kubeaudit", "image", "image-tag-is-specific"),
            agree("kubeaudit", "privesc", "no-privilege-escalation"),
            agree("kubeaudit", "nonroot", "runs-as-non-root"),
            agree("kubeaudit", "rootfs", "read-only-root-filesystem"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicNode> polaris() {
    return Stream.of(
            agree("polaris", "tagNotSpecified", "image-tag-is-specific"),
            agree("polaris", "privilegeEscalationAllowed", "no-privilege-escalation"),
            agree("polaris", "runAsRootAllowed", "runs-as-non-root"),
            agree("polaris", "notReadOnlyRootFilesystem", "read-only-root-filesystem"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicNode> kubeScore() {
    String rootFilesystem = "container-security-context-readonlyrootfilesystem";
    return Stream.of(
            agree("kube-score", "container-image-tag", "image-tag-is-specific"),
            agree("kube-score", rootFilesystem, "read-only-root-filesystem"),
            agree("kube-score", "container-resources", "requests-and-limits-are-set"))
        .flatMap(tests -> tests);
  }

  private static Stream<DynamicNode> agree(String corpus, String peerRule, String... rules) {
    Set<String> contested = PeerCase.contested(Conformance.at("kubernetes/contested.json"));
    KubernetesEvaluator evaluator = evaluator(peerRule, rules);
    return PeerCase.in(Conformance.at("kubernetes/" + corpus + "/cases")).stream()
        .filter(each -> each.rule().equals(peerRule) && each.isPlain())
        .filter(each -> !contested.contains(each.name()))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> agree(each, evaluator, rules)));
  }

  private static void agree(PeerCase each, KubernetesEvaluator evaluator, String... rules) {
    assertThat(each.answers(evaluator, new TreeSet<>(List.of(rules)))).isEqualTo(each.verdicts());
  }

  private static KubernetesEvaluator evaluator(String peerRule, String... rules) {
    HardeningProfile.Builder profile = HardeningProfile.builder().profile(Profile.BASELINE);
    Stream.of(rules).forEach(profile::with);
    if (peerRule.equals("capabilities_baseline")) {
      profile.set(
          "adds-no-capabilities", AddedCapabilityRules.ALLOWED_CAPABILITIES, BASELINE_CAPABILITIES);
    }
    return KubernetesEvaluator.builder(profile.build()).build();
  }
}
