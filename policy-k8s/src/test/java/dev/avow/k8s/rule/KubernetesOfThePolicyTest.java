package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.rule.PodSecurityStandard.Level;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.hardening.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built-in rules judge by the Kubernetes that the policy names. */
class KubernetesOfThePolicyTest {

  private static List<String> answers(HardeningProfile.Builder policy, String rule, String spec) {
    String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: %s}".formatted(spec);
    return KubernetesEvaluator.builder(policy.build())
        .build()
        .evaluate(Manifests.of("pod.yaml", pod))
        .findings()
        .stream()
        .filter(finding -> rule.isEmpty() || finding.rule().value().equals(rule))
        .map(finding -> finding.verdict() + " " + finding.message())
        .toList();
  }

  private static HardeningProfile.Builder of(String rule, int minor) {
    return HardeningProfile.builder().with(rule).kubernetes(KubernetesVersion.of(1, minor));
  }

  @ParameterizedTest(name = "{0}, 1.{1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sysctls-are-safe             | 29 | {securityContext: {sysctls: [{name: net.ipv4.tcp_fin_timeout}]}, containers: [{name: a}]}
          selinux-options-are-confined | 31 | {containers: [{name: a, securityContext: {seLinuxOptions: {type: container_engine_t}}}]}
          pod-selinux-options-are-confined | 31 | {securityContext: {seLinuxOptions: {type: container_engine_t}}, containers: [{name: a}]}
          proc-mount-is-default        | 35 | {hostUsers: false, containers: [{name: a, securityContext: {procMount: Unmasked}}]}
          runs-as-non-root             | 35 | {hostUsers: false, containers: [{name: a}]}
          pod-does-not-default-to-root | 35 | {hostUsers: false, securityContext: {runAsUser: 0}, containers: [{name: a}]}
          no-privilege-escalation      | 25 | {os: {name: windows}, containers: [{name: a}]}
          drops-all-capabilities       | 25 | {os: {name: windows}, containers: [{name: a}]}
          adds-no-capabilities         | 25 | {os: {name: windows}, containers: [{name: a, securityContext: {capabilities: {add: [KILL]}}}]}
          seccomp-profile-is-set       | 25 | {os: {name: windows}, containers: [{name: a}]}
          """)
  void whatANewVersionLetsOffFailsBefore(String rule, int since, String spec) {
    assertThat(answers(of(rule, since - 1), rule, spec))
        .singleElement()
        .asString()
        .contains("FAIL");
    assertThat(answers(of(rule, since), rule, spec)).isEmpty();
    assertThat(answers(HardeningProfile.builder().with(rule), rule, spec)).isEmpty();
  }

  @Test
  void seccompIsAskedOfFieldsOnceThereAreSome() {
    String silent = "{containers: [{name: a}]}";

    assertThat(answers(of("seccomp-profile-is-set", 18), "", silent)).isEmpty();
    assertThat(answers(of("seccomp-profile-is-set", 19), "", silent)).hasSize(1);
  }

  @Test
  void aStandardTakesItsVersionFromThePolicy() {
    HardeningProfile policy =
        HardeningProfile.builder().kubernetes(KubernetesVersion.of(1, 24)).build();

    assertThat(PodSecurityStandard.of(Level.RESTRICTED, policy))
        .isEqualTo(PodSecurityStandard.of(Level.RESTRICTED, KubernetesVersion.of(1, 24)));
    assertThat(PodSecurityStandard.of(Level.BASELINE, HardeningProfile.none()).version())
        .isEqualTo(KubernetesVersion.latest());
  }

  @ParameterizedTest
  @CsvSource({"BASELINE, beyond the usual ones", "RESTRICTED, adds a capability:"})
  void aForbiddenCapabilityIsToldOnce(Profile profile, String message) {
    String spec = "{containers: [{name: a, securityContext: {capabilities: {add: [SYS_TIME]}}}]}";

    assertThat(answers(HardeningProfile.builder().profile(profile), "", spec))
        .filteredOn(answer -> answer.contains("SYS_TIME"))
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void whoTurnsTheStrictRuleOffKeepsTheOtherOne() {
    HardeningProfile.Builder policy =
        HardeningProfile.builder().profile(Profile.RESTRICTED).without("adds-no-capabilities");
    String spec =
        "{containers: [{name: a, securityContext: {capabilities: {add: [KILL, SYS_TIME]}}}]}";

    assertThat(answers(policy, "adds-default-capabilities-only", spec))
        .containsExactly("FAIL adds a capability beyond the usual ones: add[1] is \"SYS_TIME\"");
  }
}
