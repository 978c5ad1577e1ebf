package dev.avow.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Unreadable.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {

  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n";
  private static final String TEMPLATE = POD + "spec: {{ toYaml .Values.spec | nindent 2 }}\n";

  @TempDir private Path folder;
  private Path chart = Path.of("");

  @BeforeEach
  void aChartThatBringsAnotherAlong() throws IOException {
    chart = folder.resolve("shop");
    write("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n");
    write("shop/values.yaml", "spec: {}\n");
    write("shop/templates/_helpers.tpl", "{{- define \"x\" -}}\n");
    for (int i = 0; i < 20; i++) {
      write("shop/templates/pod" + i + ".yaml", TEMPLATE);
    }
    write("shop/crds/crd.yaml", POD.replace("Pod", "CustomResourceDefinition"));
    write("shop/charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 0.1.0\n");
    write("shop/charts/db/templates/db.yaml", TEMPLATE);
    write("plain.yaml", POD);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<Manifest> read(Path... paths) {
    try (Stream<Manifest> manifests = Manifests.in(List.of(paths)).stream()) {
      return manifests.toList();
    }
  }

  private static List<Manifest.Unreadable> unreadable(List<Manifest> manifests) {
    return manifests.stream()
        .filter(Manifest.Unreadable.class::isInstance)
        .map(Manifest.Unreadable.class::cast)
        .toList();
  }

  @Test
  void areSaidToBeTemplatesOnceEachWithWhatToDo() {
    List<Manifest> manifests = read(folder);

    assertThat(unreadable(manifests))
        .singleElement()
        .satisfies(
            unrendered -> {
              assertThat(unrendered.cause()).isEqualTo(Cause.TEMPLATE);
              assertThat(unrendered.location()).hasToString(chart.toString());
              assertThat(unrendered.reason())
                  .isEqualTo(
                      "a chart's templates must be rendered first: helm template %s | avow check"
                          + " --policy FILE -",
                      chart);
            });
    assertThat(manifests)
        .filteredOn(Resource.class::isInstance)
        .map(Object::toString)
        .containsExactlyInAnyOrder("Pod p", "CustomResourceDefinition p");
  }

  @Test
  void areSaidToBeSoWhereOnlyTheirTemplatesAreNamed() {
    Path templates = chart.resolve("templates");

    assertThat(unreadable(read(templates))).hasSize(1);
    assertThat(unreadable(read(templates.resolve("pod1.yaml"))))
        .singleElement()
        .satisfies(
            unrendered ->
                assertThat(unrendered.reason()).contains("helm template " + chart + " |"));
  }

  @Test
  void needNoRenderingWhereNothingIsATemplate() throws IOException {
    write("static/Chart.yaml", "apiVersion: v2\nname: static\nversion: 0.1.0\n");
    write("static/templates/pod.yaml", POD);

    List<Manifest> manifests = read(folder.resolve("static"));

    assertThat(manifests).singleElement().isInstanceOf(Resource.class);
    assertThat(read(folder.resolve("static/templates"))).hasSize(1);
  }

  @Test
  void areTemplatesWhereTheyBringPackedOnesAlong() throws IOException {
    write("umbrella/Chart.yaml", "apiVersion: v2\nname: umbrella\nversion: 0.1.0\n");
    write("umbrella/charts/db-1.0.0.tgz", "packed");

    assertThat(unreadable(read(folder.resolve("umbrella")))).hasSize(1);
  }

  @Test
  void areNotFoundWhereOthersCallAFolderTemplates() throws IOException {
    write("site/templates/pod.yaml", POD);

    assertThat(read(folder.resolve("site"))).singleElement().isInstanceOf(Resource.class);
  }

  @Test
  void areCalledByAPathThatAShellTakes() throws IOException {
    write("my shop/Chart.yaml", "apiVersion: v2\n");
    write("my shop/templates/pod.yaml", TEMPLATE);

    assertThat(unreadable(read(folder.resolve("my shop"))))
        .singleElement()
        .satisfies(
            unrendered ->
                assertThat(unrendered.reason())
                    .contains("helm template '" + folder.resolve("my shop") + "' |"));
  }
}
