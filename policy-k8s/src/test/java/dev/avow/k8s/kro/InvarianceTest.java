package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not matter to a secret does not matter to what is said of it. */
class InvarianceTest {

  /** Each keeps what it is given, or at least a part of it. */
  private static final List<String> WRAPPERS =
      List.of(
          "(\"a\" + string(?) + \"b\")",
          "\"%s-%s\".format([\"x\", ?])",
          "string(base64.decode(base64.encode(bytes(?))))",
          "json.marshal({\"v\": ?})",
          "json.unmarshal(json.marshal(?))",
          "cel.bind(v, ?, v)",
          "(schema.spec.debug ? ? : \"off\")",
          "(schema.spec.debug ? \"off\" : ?)",
          "[?, \"x\"][0]",
          "{\"a\": ?}.a",
          "[?].map(i, i)[0]",
          "[?].filter(i, true)[0]",
          "{\"a\": ?}.transformList(k, v, v)[0]",
          "{\"b\": \"c\"}.merge({\"a\": ?})[\"a\"]",
          "optional.of(?).orValue(\"\")",
          "optional.of(?).optMap(o, o).orValue(\"\")",
          "[[?]].flatten()[0]",
          "unheardOf(?)",
          "[?, \"x\"].join(\",\")");

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  /** Returns the flows with nothing of ids and places. */
  private static List<String> flows(String yaml, String suffix) {
    return Graphs.of(yaml).flows().stream()
        .map(
            flow ->
                "%s %s %s"
                    .formatted(
                        flow.sort(),
                        flow.at().name(),
                        flow.sources().stream()
                            .map(each -> each.replace(suffix + ".", "."))
                            .toList()))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void renamingReorderingAndAddingChangesNothing(long seed) {
    List<String> flows = flows(MadeUpGraph.of(seed, "One", 0, 0), "One");

    List<String> renamed = flows(MadeUpGraph.of(seed, "Another", 0, 0), "Another");
    List<String> reordered = flows(MadeUpGraph.of(seed, "One", seed, 0), "One");
    List<String> added = flows(MadeUpGraph.of(seed, "One", seed, 7), "One");

    assertThat(List.of(renamed, reordered, added)).containsOnly(flows);
  }

  @Test
  void theDefinitionsAreNotAllTheSame() {
    assertThat(seeds().mapToObj(seed -> flows(MadeUpGraph.of(seed, "One", 0, 0), "One")))
        .anyMatch(List::isEmpty)
        .anyMatch(flows -> flows.size() > 2)
        .extracting(List::size)
        .hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aLeakStaysALeakHoweverTheValueIsWrapped(long seed) {
    Random random = new Random(seed);
    String expression = "creds.data.k";
    for (int i = 0; i < 1 + seed % 4; i++) {
      String wrapper = WRAPPERS.get(random.nextInt(WRAPPERS.size()));
      int hole = wrapper.replace("? ?", "  ?").replace("debug ?", "debug  ").indexOf('?');
      expression = wrapper.substring(0, hole) + expression + wrapper.substring(hole + 1);
    }
    String yaml =
        """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGraphDefinition
        metadata: {name: wrapped}
        spec:
          schema: {kind: Shop, spec: {debug: boolean}, status: {out: '${%s}'}}
          resources:
            - {id: creds, externalRef: {apiVersion: v1, kind: Secret, metadata: {name: c}}}
        """
            .formatted(expression);

    assertThat(flows(yaml, ""))
        .as(expression)
        .containsExactly("SECRET_IN_THE_OPEN out [creds.data.k]");
  }
}
