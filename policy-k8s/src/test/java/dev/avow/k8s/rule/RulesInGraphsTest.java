package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A workload that a graph holds is judged as if it stood alone. */
class RulesInGraphsTest {

  private static final Set<String> OF_PODS = Set.of("workload", "pod", "container", "image");

  @TestFactory
  Stream<DynamicTest> sayTheSameOfATemplate() {
    return Catalogue.rules().stream()
        .filter(rule -> rule instanceof Rule<?> one && OF_PODS.contains(one.scope().name()))
        .map(Declaration::description)
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id().value(),
                    () -> {
                      for (String workload : workloads(rule.id().value())) {
                        assertThat(verdicts(rule.id().value(), inGraph(workload)))
                            .as(workload)
                            .isEqualTo(verdicts(rule.id().value(), workload));
                      }
                    }));
  }

  private static List<String> workloads(String rule) throws IOException {
    try (InputStream in = RulesInGraphsTest.class.getResourceAsStream("/rules/" + rule + ".yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n---\n", -1)).filter(RulesInGraphsTest::isPlain).toList();
    }
  }

  /** What is a graph already, or a list of several, is shown by the fixtures themselves. */
  private static boolean isPlain(String document) {
    try (Stream<Manifest> manifests = Manifests.of("m.yaml", document).stream()) {
      List<Manifest> all = manifests.toList();
      return all.size() == 1
          && all.get(0) instanceof Resource resource
          && resource.place().path().isEmpty()
          && !KindScope.isGraph(resource.id())
          && Workload.of(resource).isPresent();
    }
  }

  private static String inGraph(String workload) {
    return """
    apiVersion: kro.run/v1alpha1
    kind: ResourceGraphDefinition
    metadata: {name: graph}
    spec:
      resources:
        - id: it
          template:
    """
        + workload.indent(8);
  }

  private static List<String> verdicts(String rule, String manifest) {
    HardeningProfile profile =
        HardeningProfile.builder().profile(Profile.BASELINE).with(rule).build();
    return KubernetesEvaluator.builder(profile)
        .build()
        .evaluate(Manifests.of("m.yaml", manifest))
        .findings()
        .stream()
        .filter(finding -> finding.rule().value().equals(rule))
        .map(finding -> finding.verdict() + " " + finding.location().path().replaceAll(".*\\.", ""))
        .sorted()
        .toList();
  }
}
