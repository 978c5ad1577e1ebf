package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a policy can say to the built-in rules beyond what the fixtures show. */
class RuleSettingsTest {

  private static Evaluation evaluate(HardeningProfile profile, String container) {
    String pod =
        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [%s]}}"
            .formatted(container);
    return KubernetesEvaluator.builder(profile).build().evaluate(Manifests.of("pod.yaml", pod));
  }

  private static List<String> messages(HardeningProfile.Builder profile, String container) {
    return evaluate(profile.build(), container).findings().stream().map(Finding::message).toList();
  }

  private static HardeningProfile.Builder only(String rule) {
    return HardeningProfile.builder().with(rule);
  }

  @Test
  void aUserIdCanBeEnoughWithoutRunAsNonRoot() {
    HardeningProfile.Builder profile =
        only("runs-as-non-root").set("runs-as-non-root", "user-id-is-enough", true);

    assertThat(messages(profile, "{name: c, securityContext: {runAsUser: 1000}}")).isEmpty();
    assertThat(messages(profile, "{name: c, securityContext: {runAsUser: 0}}"))
        .containsExactly("runs as root: runAsUser is 0");
    assertThat(messages(profile, "{name: c}"))
        .containsExactly("may run as root: runAsNonRoot is not set");
    assertThat(messages(profile, "{name: c, securityContext: {runAsUser: '${uid}'}}"))
        .containsExactly(
            "cannot be decided without the value of spec.containers[0].securityContext.runAsUser");
  }

  @Test
  void aLimitOnTheProcessorCanBeLeftOut() {
    HardeningProfile.Builder profile =
        only("requests-and-limits-are-set")
            .set("requests-and-limits-are-set", ResourceRules.REQUIRE_CPU_LIMIT, false);

    assertThat(messages(profile, "{name: c, resources: {limits: {memory: 1Gi}}}"))
        .containsExactly("is not bounded: requests.cpu is not set");
    assertThat(
            messages(profile, "{name: c, resources: {requests: {cpu: 1}, limits: {memory: 1Gi}}}"))
        .isEmpty();
  }

  @Test
  void otherCapabilitiesCanBeAllowed() {
    HardeningProfile.Builder profile =
        only("adds-no-capabilities")
            .set(
                "adds-no-capabilities", AddedCapabilityRules.ALLOWED_CAPABILITIES, List.of("KILL"));

    assertThat(
            messages(
                profile,
                "{name: c, securityContext: {capabilities: {add: [KILL, NET_BIND_SERVICE]}}}"))
        .containsExactly("adds a capability: add[1] is \"NET_BIND_SERVICE\"");
  }

  @Test
  void otherTagsCanMove() {
    HardeningProfile.Builder profile =
        only("image-tag-does-not-move")
            .set("image-tag-does-not-move", "tags", List.of("pr-*"))
            .set("image-tag-does-not-move", "version-lines", false);

    assertThat(messages(profile, "{name: a, image: 'a:pr-7'}, {name: b, image: 'b:main'}"))
        .containsExactly("takes an image that moves on: image is \"a:pr-7\"");
    assertThat(messages(profile, "{name: a, image: 'a:1.4'}")).isEmpty();
  }

  @Nested
  class TrustedRegistries {

    private static final RuleId RULE = RuleId.of("image-from-trusted-registry");

    @Test
    void areAskedForWhereThePolicyNamesSome() {
      HardeningProfile profile = HardeningProfile.builder().trustRegistries("ghcr.io/acme").build();

      assertThat(evaluate(profile, "{name: c, image: 'quay.io/x:1'}").findings())
          .map(Finding::severity)
          .containsExactly(Severity.HIGH);
    }

    @Test
    void areNotAskedForWhereThePolicyNamesNone() {
      HardeningProfile profile = HardeningProfile.builder().profile(Profile.MULTI_TENANT).build();

      assertThat(evaluate(profile, "{name: c, image: 'quay.io/x:1'}").rules())
          .doesNotContainKey(RULE);
    }

    @Test
    void areNotApplicableWhereTheRuleIsNamedAndNoRegistryIs() {
      Evaluation evaluation =
          evaluate(only(RULE.value()).build(), "{name: c, image: 'quay.io/x:1'}");

      assertThat(evaluation.judged(RULE)).isTrue();
      assertThat(evaluation.findings()).isEmpty();
    }
  }
}
