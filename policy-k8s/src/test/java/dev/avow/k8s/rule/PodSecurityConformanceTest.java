package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.Conformance;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.rule.PodSecurityStandard.Level;
import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.hardening.KubernetesVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The standards say of every pod what the cases of Kubernetes' own implementation say. */
class PodSecurityConformanceTest {

  @TestFactory
  Stream<DynamicTest> agreesWithKubernetesAtEveryVersion() throws IOException {
    Path cases = Conformance.at("kubernetes/psa/cases");
    try (Stream<Path> all = Files.list(cases)) {
      List<Path> sorted = all.sorted().toList();
      assertThat(sorted).isNotEmpty();
      return sorted.stream()
          .map(path -> DynamicTest.dynamicTest(name(path), () -> agreesWithKubernetes(path)));
    }
  }

  private static void agreesWithKubernetes(Path path) {
    Field expected = json(path.resolve("expected.json"));
    Level level = Level.labelled(text(expected.field("profile"))).orElseThrow();
    Resource pod = resource(path.resolve("manifest.yaml"));
    List<Field> versions = expected.field("k8sVersions").items();

    assertThat(versions).isNotEmpty();
    for (Field version : versions) {
      PodSecurityStandard standard =
          PodSecurityStandard.of(level, KubernetesVersion.parse(text(version)));
      Evaluation evaluation = standard.judge(pod);

      if (text(expected.field("verdict")).equals("pass")) {
        assertThat(evaluation.findings()).as("findings at %s", standard).isEmpty();
        assertThat(evaluation.subjects()).contains(pod.subject());
      } else {
        assertThat(failures(standard, evaluation)).contains(question(text(expected.field("rule"))));
      }
    }
  }

  /** Returns what is asked by the checks that fail. */
  private static Stream<String> failures(PodSecurityStandard standard, Evaluation evaluation) {
    return PodSecurityCheck.ALL.stream()
        .filter(check -> check.isMade(standard.level(), standard.version()))
        .filter(
            check ->
                check.rules().stream()
                    .anyMatch(
                        rule ->
                            evaluation.findings().stream()
                                .filter(finding -> finding.verdict() == Verdict.FAIL)
                                .map(Finding::rule)
                                .anyMatch(rule.description().id()::equals)))
        .map(check -> question(check.id()));
  }

  /** Of two checks that ask for the same, either may tell what both would. */
  private static String question(String check) {
    return check.equals("restrictedVolumes")
        ? "hostPathVolumes"
        : check.replace("_baseline", "").replace("_restricted", "");
  }

  private static Resource resource(Path path) {
    try (var manifests = Manifests.in(path).stream()) {
      return (Resource) manifests.findFirst().orElseThrow();
    }
  }

  private static Field json(Path path) {
    try (var readings = DocumentReader.kubernetes().read(path)) {
      return ((Document) readings.findFirst().orElseThrow()).field();
    }
  }

  private static String text(Field field) {
    return field.text().orElseThrow();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
