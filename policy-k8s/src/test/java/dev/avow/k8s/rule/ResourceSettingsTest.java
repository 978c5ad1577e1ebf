package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.policy.PolicyException;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy can say to the rules about requests and limits beyond what their fixtures show. */
class ResourceSettingsTest {

  private static final String SET = "requests-and-limits-are-set";

  private static Judged nothing() {
    return Judged.by(SET)
        .set("require-cpu-request", false)
        .set("require-cpu-limit", false)
        .set("require-memory-request", false)
        .set("require-memory-limit", false);
  }

  @ParameterizedTest
  @CsvSource({
    "require-cpu-request, requests.cpu",
    "require-cpu-limit, limits.cpu",
    "require-memory-request, requests.memory",
    "require-memory-limit, limits.memory",
    "require-ephemeral-storage-request, requests.ephemeral-storage",
    "require-ephemeral-storage-limit, limits.ephemeral-storage"
  })
  void eachIsAskedForByItself(String parameter, String name) {
    assertThat(nothing().set(parameter, true).inContainer("{name: c}"))
        .containsExactly("is not bounded: " + name + " is not set");
  }

  @Test
  void nothingNeedBeAskedFor() {
    assertThat(nothing().inContainer("{name: c}")).isEmpty();
  }

  @Test
  void onlyWhatIsWrittenOutCountsWhereAPolicySaysSo() {
    Judged requests = nothing().set("require-cpu-request", true);
    String limited = "{name: c, resources: {limits: {cpu: 1}}}";
    String pod = "{resources: {requests: {cpu: 1}}, containers: [{name: c}]}";

    assertThat(requests.inContainer(limited)).isEmpty();
    assertThat(requests.inPod(pod)).isEmpty();
    requests.set("written-out", true);
    assertThat(requests.inContainer(limited))
        .containsExactly("is not bounded: requests.cpu is not set");
    assertThat(requests.inPod(pod)).containsExactly("is not bounded: requests.cpu is not set");
  }

  @Test
  void initContainersCanBeLeftAloneAndSidecarsCannot() {
    Judged limits = nothing().set("require-cpu-limit", true).set("init-containers", false);

    assertThat(
            limits.inPod(
                "{initContainers: [{name: i}, {name: s, restartPolicy: Always}], containers: []}"))
        .containsExactly("is not bounded: limits.cpu is not set");
  }

  @Test
  void rangesWithoutEndsConcernNothing() {
    assertThat(Judged.by("limits-are-in-range").inContainer("{name: c}")).isEmpty();
    assertThat(Judged.by("requests-are-in-range").inContainer("{name: c}")).isEmpty();
  }

  @Test
  void aRatioCanBeLeftOpen() {
    Judged ratios =
        Judged.by("limits-are-near-requests").set("cpu-ratio", "none").set("memory-ratio", 3);
    String container = "{name: c, resources: {requests: {memory: 1}, limits: {memory: %s}}}";

    assertThat(ratios.inContainer(container.formatted("3"))).isEmpty();
    assertThat(ratios.inContainer(container.formatted("4")))
        .containsExactly(
            "may use more than 3 times what it asks for: requests.memory is 1 but limits.memory is"
                + " 4");
  }

  @Test
  void storageCanBeComparedInPlaceOfTheOthers() {
    Judged equal =
        Judged.by("requests-equal-limits")
            .set("cpu", false)
            .set("memory", false)
            .set("ephemeral-storage", true);

    assertThat(
            equal.inContainer(
                "{name: c, resources: {requests: {cpu: 1, ephemeral-storage: 1}, limits: {cpu: 2,"
                    + " ephemeral-storage: 2}}}"))
        .containsExactly(
            "asks for another amount than it may use: requests.ephemeral-storage is 1 but"
                + " limits.ephemeral-storage is 2");
  }

  @Test
  void burstablePodsCanBeGoodEnough() {
    Judged burstable =
        Judged.by("quality-of-service-is-guaranteed").set("burstable-is-enough", true);

    assertThat(burstable.inContainer("{name: c, resources: {requests: {cpu: 1m}}}")).isEmpty();
    assertThat(burstable.inContainer("{name: c, resources: {requests: {ephemeral-storage: 1}}}"))
        .containsExactly("asks for nothing, so is the first to be evicted");
    assertThat(burstable.inContainer("{name: c, resources: {requests: '${r}'}}"))
        .containsExactly(
            "cannot be decided without a quantity at spec.containers[0].resources.requests.cpu,"
                + " which is within an expression");
  }

  @Test
  void aLimitOfTheContainersNeedNotBoundAVolume() {
    String pod =
        "{containers: [{name: c, resources: {limits: {ephemeral-storage: 1}}, volumeMounts: [{name:"
            + " v}]}], volumes: [{name: v, emptyDir: {}}]}";

    assertThat(Judged.by("empty-dirs-are-bounded").inPod(pod)).isEmpty();
    assertThat(
            Judged.by("empty-dirs-are-bounded").set("container-limit-is-enough", false).inPod(pod))
        .containsExactly("may fill its node through volume v: sizeLimit is not set");
  }

  @Nested
  class Contradictions {

    private static void refused(HardeningProfile.Builder profile, String message) {
      KubernetesEvaluator.Builder builder = KubernetesEvaluator.builder(profile.build());

      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(builder::build)
          .withMessageContaining(message);
    }

    private static HardeningProfile.Builder without() {
      return HardeningProfile.builder().with("no-cpu-limits");
    }

    @Test
    void aLimitCannotBeBothAskedForAndForbidden() {
      refused(
          without().with(SET),
          "require-cpu-limit of requests-and-limits-are-set must be false where no-cpu-limits is"
              + " on");
      refused(without().profile(Profile.RESTRICTED), "require-cpu-limit");
      KubernetesEvaluator.builder(
              without().profile(Profile.RESTRICTED).set(SET, "require-cpu-limit", false).build())
          .build();
    }

    @Test
    void noOtherRuleCanWantTheLimit() {
      refused(without().with("quality-of-service-is-guaranteed"), "burstable-is-enough");
      refused(without().with("requests-equal-limits"), "cpu of requests-equal-limits");
      refused(without().with("limits-are-near-requests"), "cpu-ratio of limits-are-near-requests");
      refused(
          without().with("limits-are-in-range").set("limits-are-in-range", "maximum-cpu", "1"),
          "maximum-cpu of limits-are-in-range must be none");
    }

    @Test
    void aRangeCannotEndBeforeItBegins() {
      refused(
          HardeningProfile.builder()
              .with("requests-are-in-range")
              .set("requests-are-in-range", "minimum-memory", "1Gi")
              .set("requests-are-in-range", "maximum-memory", "1G"),
          "minimum-memory must not be above maximum-memory");
    }

    @Test
    void anAmountMustBeOne() {
      refused(
          HardeningProfile.builder()
              .with("limits-are-in-range")
              .set("limits-are-in-range", "maximum-cpu", "much"),
          "maximum-cpu of limits-are-in-range must be a quantity such as \"500m\" or \"none\"");
    }
  }
}
