package dev.avow.k8s.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import org.junit.jupiter.api.Test;

class PlacedObjectTest {

  @Test
  void isNoneWhereAGraphOnlyRefersToAnObject() {
    String graph =
        """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGraphDefinition
        metadata: {name: graph}
        spec:
          resources:
            - id: there
              externalRef: {apiVersion: v1, kind: Secret, metadata: {name: shared}}
            - id: nothing
            - id: text
              template: "${app}"
            - id: nameless
              template: {apiVersion: v1}
            - id: app
              template: {apiVersion: v1, kind: Pod, metadata: {name: app}}
        """;
    Resource resource =
        (Resource) Manifests.of("graph.yaml", graph).stream().findFirst().orElseThrow();

    assertThat(PlacedObject.in(resource))
        .extracting(placed -> placed.object().id().name())
        .containsExactly("app");
    assertThat(NetworkPod.in(resource)).hasSize(1);
  }
}
