package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody waits for an expression that was made to be waited for, and none of them passes. */
class HostileExpressionsTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private static final String GRAPH =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGraphDefinition
      metadata: {name: shop}
      spec:
        schema: {kind: Shop, spec: {name: string}, status: {out: '%s'}}
        resources:
          - id: creds
            externalRef: {apiVersion: v1, kind: Secret, metadata: {name: c}}
      """;

  private static List<SecretFlow> flows(String expression) {
    String yaml = GRAPH.formatted("${" + expression.replace("'", "''") + "}");
    return Assertions.assertTimeoutPreemptively(SOON, () -> Graphs.of(yaml).flows());
  }

  private static String nested(String open, String close, int depth) {
    return open.repeat(depth) + "creds.data.k" + close.repeat(depth);
  }

  private static String doubled(String body, int times) {
    StringBuilder expression = new StringBuilder("creds.data.k");
    for (int i = 0; i < times; i++) {
      expression.insert(0, "cel.bind(v" + i + ", ").append(", " + body.replace("?", "v" + i) + ")");
    }
    return expression.toString();
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("brackets", nested("(", ")", 100_000)),
        Arguments.of("lists", nested("[", "]", 90)),
        Arguments.of("deeper lists", nested("[", "]", 5_000)),
        Arguments.of("maps", nested("{\"a\": ", "}", 5_000)),
        Arguments.of("calls", nested("string(", ")", 90)),
        Arguments.of("negations", "!".repeat(40_000) + "creds.data.k"),
        Arguments.of("minus", "-".repeat(40_000) + "creds.data.k"),
        Arguments.of("ternaries", "true ? \"a\" : ".repeat(3_000) + "creds.data.k"),
        Arguments.of("a long sum", "\"a\" + ".repeat(7_000) + "creds.data.k"),
        Arguments.of("a long difference", "1 - ".repeat(10_000) + "creds.data.k"),
        Arguments.of("a long and", "true && ".repeat(5_000) + "creds.data.k"),
        Arguments.of("a long path", "creds.data" + ".k".repeat(20_000)),
        Arguments.of("a long chain", "creds.data.k" + ".trim()".repeat(6_000)),
        Arguments.of("a long list", "[" + "1, ".repeat(10_000) + "creds.data.k]"),
        Arguments.of("megabytes", "\"" + "a".repeat(2_000_000) + "\" + creds.data.k"),
        Arguments.of("doubling sums", doubled("? + ?", 90)),
        Arguments.of("doubling lists", doubled("[?, ?]", 90)),
        Arguments.of("doubling choices", doubled("true ? ? : ?", 80).replace("true v", "true ? v")),
        Arguments.of("no loops", "creds.data" + ".map(1, 2)".repeat(3_000)),
        Arguments.of("loops", nested("[1].map(x, ", ")", 45)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void isDecidedSoonAndNeverClean(String name, String expression) {
    assertThat(flows(expression)).as(name).isNotEmpty();
  }

  @Test
  void manyExpressionsTakeNoLongerThanTheyAreLong() {
    String many = "${creds.data.k}".repeat(20_000);
    String yaml = GRAPH.formatted(many);

    List<SecretFlow> flows =
        Assertions.assertTimeoutPreemptively(SOON, () -> Graphs.of(yaml).flows());

    assertThat(flows)
        .extracting(SecretFlow::sort)
        .containsExactly(SecretFlow.Sort.SECRET_IN_THE_OPEN);
  }

  @Test
  void aChainOfResourcesIsFollowedToItsEnd() {
    StringBuilder yaml = new StringBuilder(GRAPH.formatted("${c499.data.k}"));
    for (int i = 499; i >= 0; i--) {
      String read = i == 0 ? "creds.data.k" : "c" + (i - 1) + ".data.k";
      yaml.append("    - id: c%d\n".formatted(i));
      yaml.append(
          "      template: {apiVersion: v1, kind: ConfigMap, data: {k: \"${%s}\"}}\n"
              .formatted(read));
    }

    List<SecretFlow> flows =
        Assertions.assertTimeoutPreemptively(SOON, () -> Graphs.of(yaml.toString()).flows());

    assertThat(flows).hasSize(501);
  }

  @Test
  void expressionsThatLeadInACircleAreNeverClean() {
    String yaml =
        """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGraphDefinition
        metadata: {name: shop}
        spec:
          schema: {kind: Shop, spec: {name: string}, status: {out: "${a.data.k}"}}
          resources:
            - id: a
              template: {apiVersion: v1, kind: ConfigMap, data: {k: "${b.data.k}"}}
            - id: b
              template: {apiVersion: v1, kind: ConfigMap, data: {k: "${a.data.k}"}}
        """;

    assertThat(Graphs.of(yaml).flows())
        .extracting(SecretFlow::sort)
        .isNotEmpty()
        .containsOnly(SecretFlow.Sort.UNDECIDED);
  }
}
