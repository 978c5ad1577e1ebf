package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about conformance says how far the rules really agree with other tools. */
class ConformancePageTest {

  private static Map<String, PeerTally> tallies() {
    Map<String, PeerTally> tallies = new LinkedHashMap<>();
    tallies.put("gatekeeper-library", new PeerTally("gatekeeper-library", GatekeeperRules.ALL));
    tallies.put("kubeaudit", new PeerTally("kubeaudit", KubeauditRules.ALL));
    tallies.put("kube-score", new PeerTally("kube-score", KubeScoreRules.ALL));
    tallies.put("polaris", new PeerTally("polaris", PolarisRules.ALL));
    return tallies;
  }

  @Test
  void countsWhatIsThereAndExplainsEveryDifference() throws IOException {
    Map<String, PeerTally> tallies = tallies();
    ConformancePage page = ConformancePage.read();
    Path expected = Path.of("target", "conformance.txt");
    String counts =
        tallies.entrySet().stream()
            .flatMap(tally -> tally.getValue().rows(tally.getKey()).stream())
            .collect(Collectors.joining("\n"));
    Files.writeString(expected, counts);

    assertThat(String.join("\n", page.counts())).as("see %s", expected).isEqualTo(counts);
    tallies.forEach(
        (corpus, tally) ->
            assertThat(page.explained(corpus))
                .as("differences from %s", corpus)
                .containsExactlyInAnyOrderElementsOf(tally.differences()));
  }

  @Test
  void atLeast98OfAHundredVerdictsAgree() {
    PeerTally.Line total =
        tallies().values().stream()
            .map(PeerTally::total)
            .reduce(PeerTally.Line.NONE, PeerTally.Line::plus);

    assertThat(100.0 * total.agreed() / (total.agreed() + total.differed()))
        .isGreaterThanOrEqualTo(98);
  }
}
