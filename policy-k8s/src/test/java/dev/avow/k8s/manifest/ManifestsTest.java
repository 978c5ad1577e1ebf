package dev.avow.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {

  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: %s}\n";

  @Nested
  class Documents {

    @Test
    void becomeResourcesInOrder() {
      assertThat(
              shown(
                  """
                  apiVersion: v1
                  kind: Pod
                  metadata: {name: one, namespace: prod}
                  ---
                  apiVersion: serving.knative.dev/v1
                  kind: Service
                  metadata: {name: two}
                  """))
          .containsExactly("Pod prod/one at 1:1", "Service.serving.knative.dev two at 5:1");
    }

    @Test
    void thatAreEmptyArePassedOver() {
      assertThat(shown("---\n---\n# nothing\n---\nnull\n---\n~\n---\n" + POD.formatted("a")))
          .containsExactly("Pod a at 9:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replicas: 3\nimage: {tag: x}", "{}", "{\"a\": 1}", "items: []"})
    void withoutApiVersionAndKindAreSomethingElse(String text) {
      assertThat(read(text))
          .singleElement()
          .isInstanceOfSatisfying(
              Manifest.Other.class,
              other -> {
                assertThat(other.location()).hasToString("test.yaml:1:1");
                assertThat(other.reason())
                    .isEqualTo("has neither apiVersion nor kind, so is no resource");
              });
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "kind: Pod|1:1|apiVersion must be a text but is not set",
          "# c\\napiVersion: v1|2:1|kind must be a text but is not set",
          "apiVersion: 1\\nkind: Pod|1:13|apiVersion must be a text but is a number",
          "apiVersion: v1\\nkind: yes|2:7|kind must be a text but is true or false",
          "apiVersion: v1\\nkind:|2:6|kind must be a text but is null",
          "apiVersion: ''\\nkind: Pod|1:13|apiVersion must be a text but is empty",
          "apiVersion: v1\\nkind: [Pod]|2:7|kind must be a text but is a list",
          "apiVersion: {}\\nkind: Pod|1:13|apiVersion must be a text but is a mapping",
          "apiVersion:\\nkind:|1:12|apiVersion must be a text but is null",
          "- a|1:1|document must be a mapping but is a list",
          "text|1:1|document must be a mapping but is a text",
          "\"12\"|1:1|document must be a mapping but is a text",
          "12|1:1|document must be a mapping but is a number",
          "[]|1:1|document must be a mapping but is a list",
        })
    void thatAreNoObjectsAreUnreadable(String text, String place, String reason) {
      assertThat(reasons(text.replace("\\n", "\n"))).containsExactly(place + " " + reason);
    }

    @Test
    void thatAreBadCostThemselvesOnly() {
      assertThat(shown(POD.formatted("a") + "---\na: [\n---\n" + POD.formatted("b")))
          .containsExactly("Pod a at 1:1", "MALFORMED at 5:5", "Pod b at 7:1");
    }

    @Test
    void mayBeJson() {
      assertThat(
              shown(
                  """
                  {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}
                  {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "b"}}
                  """))
          .containsExactly("Pod a at 1:1", "Pod b at 2:1");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{name: a}||a",
          "{name: a, namespace: b}|b|a",
          "{generateName: a-}||a-*",
          "{name: a, generateName: b-}||a",
          "{name: '', generateName: b-}||b-*",
          "{name: 012, namespace: yes}|yes|012",
          "{name: null, namespace: ~}||",
          "{name: [a], namespace: {}}||",
          "{}||",
          "||",
          "text||",
          "{name: '${x}', namespace: '{{ y }}'}|{{ y }}|${x}",
        })
    void areCalledAsTheyAreWritten(String metadata, String namespace, String name) {
      String text =
          "apiVersion: apps/v1\nkind: Deployment\nmetadata: " + (metadata == null ? "" : metadata);

      assertThat(read(text))
          .singleElement()
          .isInstanceOfSatisfying(
              Resource.class,
              resource ->
                  assertThat(resource.id())
                      .isEqualTo(
                          new ResourceId(
                              "apps/v1",
                              "Deployment",
                              namespace == null ? "" : namespace,
                              name == null ? "" : name)));
    }
  }

  @Nested
  class Lists {

    private static final String LIST =
        """
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: Pod
            metadata: {name: a}
          - apiVersion: apps/v1
            kind: Deployment
            metadata: {name: b}
            spec: {replicas: 2}
        """;

    @Test
    void becomeTheirItems() {
      assertThat(shown(LIST)).containsExactly("Pod a at 4:5", "Deployment b at 7:5");
    }

    @Test
    void giveTheirItemsPathsFromTheDocument() {
      Resource second = (Resource) read(LIST).get(1);

      assertThat(second.at("spec.replicas").integer()).hasValue(2);
      assertThat(second.at("spec.replicas").path()).isEqualTo("items[1].spec.replicas");
      assertThat(second.at("spec.replicas").location()).hasToString("test.yaml:10:22");
      assertThat(second.place().path()).isEqualTo("items[1]");
    }

    @Test
    void lendTheirItemsWhatTheyLeaveOut() {
      assertThat(
              ids(
                  """
                  apiVersion: apps/v1
                  kind: DeploymentList
                  items:
                  - metadata: {name: a}
                  - kind: StatefulSet
                  - apiVersion: apps/v1beta1
                  """))
          .containsExactly(
              new ResourceId("apps/v1", "Deployment", "", "a"),
              new ResourceId("apps/v1", "StatefulSet", "", ""),
              new ResourceId("apps/v1beta1", "Deployment", "", ""));
    }

    @Test
    void mayBeOfAnyKindWhereEveryItemSaysWhatItIs() {
      assertThat(
              shown(
                  """
                  apiVersion: acme.dev/v1
                  kind: Bundle
                  items:
                  - {apiVersion: v1, kind: Pod, metadata: {name: a}}
                  - {apiVersion: v1, kind: Secret, metadata: {name: b}}
                  """))
          .containsExactly("Pod a at 4:3", "Secret b at 5:3");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "apiVersion: v1\\nkind: List\\nitems: ${items}|is an expression",
          "apiVersion: v1\\nkind: List\\nitems: \"{{ .Values.items }}\"|is an expression",
          "apiVersion: v1\\nkind: List\\nitems: none|is a text",
          "apiVersion: v1\\nkind: ConfigMapList\\nitems: {a: b}|is a mapping",
        })
    void whoseItemsAreNoListAreUnreadable(String text, String found) {
      assertThat(read(text.replace("\\n", "\n")))
          .singleElement()
          .isInstanceOfSatisfying(
              Manifest.Unreadable.class,
              failed -> {
                assertThat(failed.location().line()).isEqualTo(3);
                assertThat(failed.cause()).isEqualTo(Unreadable.Cause.MALFORMED);
                assertThat(failed.reason()).isEqualTo("items must be a list but " + found);
              });
    }

    @Test
    void mayHoldLists() {
      assertThat(
              ids(
                  """
                  apiVersion: v1
                  kind: List
                  items:
                  - apiVersion: v1
                    kind: PodList
                    items:
                    - metadata: {name: a}
                  - {apiVersion: v1, kind: List, items: []}
                  - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
                  """))
          .containsExactly(
              new ResourceId("v1", "Pod", "", "a"), new ResourceId("v1", "ConfigMap", "", "b"));
    }

    @Test
    void ofNothingHoldNothing() {
      assertThat(shown("apiVersion: v1\nkind: List\nitems: []")).isEmpty();
    }

    @Test
    void refuseItemsThatAreNoObjects() {
      assertThat(
              shown(
                  """
                  apiVersion: v1
                  kind: List
                  items:
                  - text
                  - [a]
                  - ~
                  - {kind: Pod}
                  - {apiVersion: v1}
                  - {}
                  - {apiVersion: v1, kind: Pod, metadata: {name: a}}
                  """))
          .containsExactly(
              "MALFORMED at 4:3",
              "MALFORMED at 5:3",
              "MALFORMED at 6:3",
              "MALFORMED at 7:3",
              "MALFORMED at 8:3",
              "MALFORMED at 9:3",
              "Pod a at 10:3");
    }

    @Test
    void sayWhatIsWrongWithAnItem() {
      String text = "apiVersion: v1\nkind: PodList\nitems:\n- [a]\n- kind: 1\n";

      assertThat(reasons(text))
          .containsExactly(
              "4:3 item of a list must be a mapping but is a list",
              "5:9 kind must be a text but is a number");
      assertThat(read(text).get(1).location().path()).isEqualTo("items[1].kind");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "apiVersion: v1\nkind: List",
          "apiVersion: v1\nkind: List\nitems:",
          "apiVersion: acme.dev/v1\nkind: IPAllowList\nspec: {items: {a: b}}",
          "apiVersion: acme.dev/v1\nkind: Order\nitems: []",
          "apiVersion: acme.dev/v1\nkind: Order\nitems: {a: b}",
          "apiVersion: acme.dev/v1\nkind: Order\nitems: [{sku: 1}]",
          "apiVersion: acme.dev/v1\nkind: Order\nitems: [{apiVersion: v1, kind: Pod}, {kind: Pod}]",
          "apiVersion: example.com/v1\nkind: Playlist\nitems: [a]",
          "apiVersion: v1\nkind: ConfigMap\nitems: [{}]",
        })
    void areOnlyWhatEndsInListAndHasItems(String text) {
      assertThat(read(text)).singleElement().isInstanceOf(Resource.class);
    }

    @Test
    void mayShareItemsByAlias() {
      assertThat(
              shown(
                  """
                  apiVersion: v1
                  kind: List
                  items:
                  - &a {apiVersion: v1, kind: Pod, metadata: {name: a}}
                  - *a
                  """))
          .containsExactly("Pod a at 4:6", "Pod a at 4:6");
    }
  }

  @Nested
  class Sources {

    @Test
    void ofTextCanBeReadAgain() {
      Manifests manifests = Manifests.of("test.yaml", POD.formatted("a"));

      for (int i = 0; i < 2; i++) {
        try (Stream<Manifest> stream = manifests.stream()) {
          assertThat(stream.toList()).hasSize(1);
        }
      }
    }

    @Test
    void ofAStreamAreReadAndClosed() {
      AtomicBoolean closed = new AtomicBoolean();
      ByteArrayInputStream in =
          new ByteArrayInputStream(POD.formatted("é").getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
              closed.set(true);
            }
          };

      try (Stream<Manifest> stream = Manifests.from("(standard input)", in).stream()) {
        assertThat(stream.map(Manifest::location).map(Object::toString).toList())
            .containsExactly("(standard input):1:1");
      }

      assertThat(closed).isTrue();
    }

    @Test
    void areReadOneDocumentAtATime() {
      int[] read = new int[1];
      byte[] pod = (POD.formatted("a") + "---\n").getBytes(StandardCharsets.UTF_8);
      ByteArrayInputStream in =
          new ByteArrayInputStream(pod) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
              if (pos == count) {
                pos = 0;
              }
              int taken = super.read(into, from, length);
              read[0] += taken;
              return taken;
            }
          };

      try (Stream<Manifest> stream = Manifests.from("endless", in).stream()) {
        Iterator<Manifest> manifests = stream.iterator();
        for (int i = 1; i <= 1000; i++) {
          assertThat(manifests.next()).isInstanceOf(Resource.class);
          assertThat(read[0]).isLessThan(i * pod.length + 40_000);
        }
      }
    }

    @Test
    void areNeverSplitAmongThreads() {
      try (Stream<Manifest> stream = Manifests.of("x", POD.formatted("a")).stream()) {
        assertThat(stream.spliterator().trySplit()).isNull();
      }
    }
  }

  private static List<String> shown(String text) {
    return read(text).stream().map(ManifestsTest::shown).toList();
  }

  static String shown(Manifest manifest) {
    String place = manifest.location().line() + ":" + manifest.location().column();
    if (manifest instanceof Manifest.Unreadable unreadable) {
      return unreadable.cause() + " at " + place;
    }
    return manifest instanceof Resource resource
        ? resource.subject() + " at " + place
        : "other at " + place;
  }

  private static List<String> reasons(String text) {
    return read(text).stream()
        .map(Manifest.Unreadable.class::cast)
        .map(bad -> bad.location().line() + ":" + bad.location().column() + " " + bad.reason())
        .toList();
  }

  private static List<ResourceId> ids(String text) {
    return read(text).stream().map(manifest -> ((Resource) manifest).id()).toList();
  }

  private static List<Manifest> read(String text) {
    try (Stream<Manifest> manifests = Manifests.of("test.yaml", text).stream()) {
      return manifests.toList();
    }
  }
}
