package dev.avow.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Node.Entry;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Sequence;
import dev.avow.policy.document.Node.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a manifest, reading it gives readings and throws nothing. */
class MutantsTest {

  private static final List<String> SEEDS =
      List.of(
          """
          # a workload
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: api, labels: &labels {app: "api", tier: 'back end'}}
          spec:
            replicas: 2
            template:
              metadata:
                labels:
                  <<: *labels
                  extra: !!str 1
              spec:
                containers:
                - name: api
                  image: ghcr.io/acme/api:1.2.3@sha256:0123
                  args: ["-c", 'it''s', "\\u00e9\\n"]
                  command:
                    - |
                      set -e
                      echo "😀"
                    - >-
                      folded
                      text
                  securityContext: {runAsNonRoot: yes, runAsUser: 0o1750}
          ---
          kind: ConfigMap
          data:
            empty:
            ? key
            : value
          ...
          """,
          """
          {"apiVersion": "v1", "kind": "List", "items": [{"a": [1, 2.5e3, -0, true, null, "x\\"}y"]}, {}]}
          {"kind": "Pod", "metadata": {"name": "é😀", "namespace": "b"}}
          {"kind": "Pod", "spec": {"containers": []}}
          """);

  private static final List<String> PIECES =
      List.of(
          "\n",
          "\r\n",
          "\r",
          "\t",
          " ",
          "  ",
          "---\n",
          "...\n",
          "\n---\n",
          ":",
          ": ",
          "- ",
          "? ",
          "{",
          "}",
          "[",
          "]",
          ",",
          "\"",
          "'",
          "&labels ",
          "*labels",
          "<<: ",
          "!!int ",
          "!x ",
          "|",
          ">",
          "|2",
          "#",
          " # ",
          "%YAML 1.1\n",
          "\u0000",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\uD83D",
          "\\",
          "\\u12",
          "@",
          "`",
          "~",
          "{{ x }}",
          "${x}",
          "1e999");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void ofTextGiveReadings(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1500; i++) {
      String text = mutate(SEEDS.get(i % SEEDS.size()), random);
      List<Reading> readings =
          Reads.all(List.of("x.yaml", "x.json", "x.ndjson").get(random.nextInt(3)), text);

      readings.forEach(reading -> check(reading, text));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void ofBytesGiveReadings(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1500; i++) {
      byte[] bytes = SEEDS.get(i % SEEDS.size()).getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(5); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }

      assertThat(Reads.all(bytes)).isNotEmpty().doesNotContainNull();
    }
  }

  private static String mutate(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(mutant.length());
      int end = Math.min(mutant.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> mutant.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> mutant.delete(at, end);
        case 2 -> mutant.insert(random.nextInt(mutant.length()), mutant.substring(at, end));
        default -> mutant.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
      }
      mutant.append(mutant.isEmpty() ? "\n" : "");
    }
    return mutant.toString();
  }

  private static void check(Reading reading, String text) {
    long lines = text.lines().count() + 1;
    assertThat(reading.location().line()).as(text).isBetween(1, (int) lines);
    assertThat(reading.location().column()).as(text).isPositive();
    if (reading instanceof Document document) {
      spans(document.root())
          .forEach(
              span -> {
                assertThat(span.line()).as(text).isBetween(1, span.endLine());
                if (span.line() == span.endLine()) {
                  assertThat(span.column()).as(text).isLessThanOrEqualTo(span.endColumn());
                }
                assertThat((long) span.endLine()).as(text).isLessThanOrEqualTo(lines);
              });
    }
  }

  private static List<Span> spans(Node node) {
    List<Span> spans = new ArrayList<>(List.of(node.span()));
    if (node instanceof Sequence list) {
      list.items().forEach(item -> spans.addAll(spans(item)));
    } else if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        spans.add(entry.keySpan());
        spans.addAll(spans(entry.value()));
      }
    }
    return spans;
  }
}
