package dev.avow.k8s.rule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules agree with other tools on the cases that these were tested with, save for those that
 * the page about conformance explains.
 */
class PeersTest {

  @TestFactory
  Stream<DynamicTest> gatekeeper() {
    return agree("gatekeeper-library", GatekeeperRules.ALL);
  }

  @TestFactory
  Stream<DynamicTest> kubeaudit() {
    return agree("kubeaudit", KubeauditRules.ALL);
  }

  @TestFactory
  Stream<DynamicTest> kubeScore() {
    return agree("kube-score", KubeScoreRules.ALL);
  }

  @TestFactory
  Stream<DynamicTest> polaris() {
    return agree("polaris", PolarisRules.ALL);
  }

  private static Stream<DynamicTest> agree(String corpus, Map<String, PeerRule> rules) {
    List<String> explained = ConformancePage.read().explained(corpus);
    return PeerCase.of(corpus).stream()
        .filter(each -> !each.isContested() && !explained.contains(each.name()))
        .filter(each -> !each.verdicts().isEmpty() && rule(each, rules).isComparable())
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> agree(each, rules)));
  }

  private static void agree(PeerCase each, Map<String, PeerRule> rules) {
    assertThat(rule(each, rules).answers(each)).isEqualTo(each.verdicts());
  }

  private static PeerRule rule(PeerCase each, Map<String, PeerRule> rules) {
    return requireNonNull(rules.get(each.rule()), () -> "no word on " + each.rule());
  }
}
