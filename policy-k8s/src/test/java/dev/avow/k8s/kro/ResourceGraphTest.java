package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The graph that whoever applies it needs rights for. */
class ResourceGraphTest {

  private static final ResourceGraph GRAPH =
      Graphs.of(
              """
              apiVersion: kro.run/v1alpha1
              kind: ResourceGraphDefinition
              metadata: {name: shop}
              spec:
                schema:
                  apiVersion: v1alpha1
                  group: shops.example
                  kind: Shop
                  spec: {zones: "[]string"}
                  status: {ready: "${app.status.ready}"}
                resources:
                  - id: creds
                    externalRef: {apiVersion: v1, kind: Secret, metadata: {name: c}}
                  - id: app
                    includeWhen: ["${has(config.data)}"]
                    readyWhen: ["${app.status.ready}"]
                    template:
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata: {name: "${config.metadata.name}"}
                      spec: {a: "${creds.metadata.name}"}
                  - id: config
                    template: {apiVersion: v1, kind: ConfigMap, metadata: {name: x}}
                  - id: zones
                    forEach: [{zone: "${schema.spec.zones}"}]
                    template:
                      apiVersion: v1
                      kind: ConfigMap
                      metadata: {name: "${zone}-${[1].map(app, app)[0]}"}
                  - id: other
                    template: {apiVersion: v1, kind: "${schema.spec.kind}", metadata: {name: x}}
              """)
          .graph();

  @Test
  void knowsTheKindThatItBrings() {
    assertThat(GRAPH.instance()).isEqualTo(new GraphKind("shops.example", "v1alpha1", "Shop"));
  }

  @Test
  void knowsTheKindsThatAreAppliedAndThoseThatAreRead() {
    assertThat(GRAPH.applied())
        .containsExactly(GraphKind.of("v1", "ConfigMap"), GraphKind.of("apps/v1", "Deployment"));
    assertThat(GRAPH.read()).containsExactly(GraphKind.of("v1", "Secret"));
    assertThat(GRAPH.ofUnknownKind()).extracting(GraphResource::id).containsExactly("other");
  }

  @Test
  void knowsWhatNeedsWhatAndWhy() {
    List<String> edges =
        GRAPH.edges().stream()
            .map(
                edge ->
                    "%s -> %s: %s at %s"
                        .formatted(
                            edge.dependent(), edge.dependency(), edge.use(), edge.at().path()))
            .sorted()
            .toList();

    assertThat(edges)
        .containsExactly(
            "app -> config: INCLUDE_WHEN at spec.resources[1].includeWhen[0]",
            "app -> config: TEMPLATE at spec.resources[1].template.metadata.name",
            "app -> creds: TEMPLATE at spec.resources[1].template.spec.a",
            "schema -> app: STATUS at spec.schema.status.ready");
  }

  @Test
  void tellsCollectionsFromSingleObjects() {
    assertThat(GRAPH.resources())
        .filteredOn(GraphResource::isCollection)
        .extracting(GraphResource::id)
        .containsExactly("zones");
  }

  @Test
  void placesAreExact() {
    assertThat(GRAPH.edges().get(0).at().hasLine()).isTrue();
    assertThat(GRAPH.resources().get(1).place().location().line()).isEqualTo(14);
  }

  @Test
  void kindsAreWrittenAsManifestsWriteThem() {
    GraphKind kind = GraphKind.of("apps/v1", "Deployment");

    assertThat(kind).isEqualTo(new GraphKind("apps", "v1", "Deployment"));
    assertThat(kind.apiVersion()).isEqualTo("apps/v1");
    assertThat(kind).hasToString("Deployment.apps");
    assertThat(GraphKind.of("v1", "Secret").apiVersion()).isEqualTo("v1");
  }

  @Test
  void aDefinitionThatSaysNothingHasAnEmptyGraph() {
    ResourceGraph empty =
        Graphs.of(
                "{apiVersion: kro.run/v1alpha1, kind: ResourceGraphDefinition, metadata: {name:"
                    + " e}}")
            .graph();

    assertThat(empty.applied()).isEmpty();
    assertThat(empty.edges()).isEmpty();
    assertThat(empty.instance().group()).isEqualTo("kro.run");
  }
}
