package dev.avow.k8s.workload;

import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import java.util.stream.Stream;

/** Reads what tests write. */
final class Read {

  private Read() {}

  static Resource resource(String text) {
    try (Stream<Resource> resources =
        Manifests.of("test.yaml", text).stream()
            .filter(Resource.class::isInstance)
            .map(Resource.class::cast)) {
      return resources.findFirst().orElseThrow();
    }
  }

  static Workload workload(String text) {
    return Workload.of(resource(text)).orElseThrow();
  }

  static PodSpec pod(String spec) {
    String text = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: %s}".formatted(spec);
    return workload(text).pods().get(0);
  }
}
