package dev.avow.k8s.kro;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads definitions, and says of flows what matters. */
final class Graphs {

  private Graphs() {}

  static ResourceGraphDefinition of(String yaml) {
    return in(Manifests.of("rgd.yaml", yaml)).get(0);
  }

  static List<ResourceGraphDefinition> in(Path path) {
    return in(Manifests.in(path));
  }

  private static List<ResourceGraphDefinition> in(Manifests manifests) {
    try (Stream<Manifest> all = manifests.stream()) {
      return all.filter(Resource.class::isInstance)
          .map(Resource.class::cast)
          .map(ResourceGraphDefinition::of)
          .flatMap(Optional::stream)
          .toList();
    }
  }

  /** Returns the flows as {@code SORT path [sources]}, sorted. */
  static List<String> flows(ResourceGraphDefinition graph) {
    return graph.flows().stream()
        .map(flow -> "%s %s %s".formatted(flow.sort(), flow.at().path(), flow.sources()))
        .sorted()
        .toList();
  }
}
