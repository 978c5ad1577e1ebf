package dev.avow.k8s.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.network.Reachability.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the model whatever the policies are. */
class NetworkModelPropertiesTest {

  private static final List<String> PEERS =
      List.of(
          "{podSelector: {}}",
          "{podSelector: {matchLabels: {app: web}}}",
          "{podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [web]}]}}",
          "{namespaceSelector: {}}",
          "{namespaceSelector: {matchLabels: {team: ops}}}",
          "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}, podSelector: {}}",
          "{ipBlock: {cidr: 10.0.0.0/8}}",
          "{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}");

  private static final List<String> PORTS =
      List.of("{port: 8080}", "{port: http}", "{port: 1, endPort: 99}", "{protocol: UDP}");

  private static final List<String> PARTIES =
      List.of("shop/api", "shop/web", "ops/watch", "shop/node", "default/lost", "10.1.2.3");

  private static final List<String> ASKED = List.of("8080", "53/UDP", "80");

  private static String some(List<String> of, Random random) {
    List<String> chosen = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      chosen.add(of.get(random.nextInt(of.size())));
    }
    return chosen.toString();
  }

  private static String rule(String peers, Random random) {
    String ports = random.nextBoolean() ? ", ports: " + some(PORTS, random) : "";
    return "{from: %s%s}".formatted(peers, ports);
  }

  private static List<Answer> answers(String... policies) {
    NetworkModel model = Town.with(policies).model();
    List<Answer> answers = new ArrayList<>();
    for (String from : PARTIES) {
      for (String to : PARTIES) {
        for (String port : ASKED) {
          answers.add(
              model.mayReach(party(model, from), party(model, to), Port.parse(port)).answer());
        }
      }
    }
    return answers;
  }

  private static Party party(NetworkModel model, String name) {
    String[] parts = name.split("/", 2);
    return parts.length == 2 ? model.pods(parts[0], parts[1]).get(0) : Addresses.in(name);
  }

  /** How much is let through: an unknown lies between. */
  private static int rank(Answer answer) {
    return switch (answer) {
      case DENIED -> 0;
      case UNKNOWN -> 1;
      case ALLOWED -> 2;
    };
  }

  private static void assertNoLess(List<Answer> more, List<Answer> less) {
    for (int i = 0; i < more.size(); i++) {
      assertThat(rank(more.get(i))).isGreaterThanOrEqualTo(rank(less.get(i)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aPolicyInAnotherNamespaceChangesNothing(long seed) {
    Random random = new Random(seed);
    String policy = Town.ingress("[" + rule(some(PEERS, random), random) + "]");
    String elsewhere =
        Town.ingress("[" + rule(some(PEERS, random), random) + "]")
            .replace("namespace: shop", "namespace: elsewhere");

    assertThat(answers(policy, elsewhere)).isEqualTo(answers(policy));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void oneMorePeerNeverAllowsLess(long seed) {
    Random random = new Random(seed);
    String peers = some(PEERS, random);
    String another = PEERS.get(random.nextInt(PEERS.size()));
    String longer = peers.substring(0, peers.length() - 1) + ", " + another + "]";

    assertNoLess(
        answers(Town.ingress("[" + rule(longer, new Random(seed)) + "]")),
        answers(Town.ingress("[" + rule(peers, new Random(seed)) + "]")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void oneMoreRuleNeverAllowsLess(long seed) {
    Random random = new Random(seed);
    String first = rule(some(PEERS, random), random);
    String second = rule(some(PEERS, random), random);

    assertNoLess(
        answers(Town.ingress("[" + first + ", " + second + "]")),
        answers(Town.ingress("[" + first + "]")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void rulesSayTheSameInOnePolicyOrInTwo(long seed) {
    Random random = new Random(seed);
    String first = rule(some(PEERS, random), random);
    String second = rule(some(PEERS, random), random);

    assertThat(answers(Town.ingress("[" + first + "]"), Town.ingress("[" + second + "]")))
        .isEqualTo(answers(Town.ingress("[" + first + ", " + second + "]")));
  }

  @Test
  void aPolicyThatDeniesEverythingLeavesOnlyNodes() {
    String deny = Town.policy("deny", "{podSelector: {}, policyTypes: [Ingress, Egress]}");

    assertThat(Town.with(deny).ask("shop/web", "shop/api", "80").answer()).isEqualTo(Answer.DENIED);
    assertNoLess(answers(), answers(deny));
  }
}
