package dev.avow.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestsTest {

  @Test
  void documentsBecomeResourcesInOrder() {
    List<Manifest> manifests =
        read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: one, namespace: prod}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              generateName: two-
            """);

    assertThat(manifests)
        .extracting(Object::toString)
        .containsExactly("Pod prod/one", "Deployment two-*");
  }

  private static List<Manifest> read(String text) {
    try (Stream<Manifest> manifests = Manifests.of("test.yaml", text).stream()) {
      return manifests.toList();
    }
  }
}
