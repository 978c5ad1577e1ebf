package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that Traefik does to requests on their way.
 *
 * @param reference how annotations name it: {@code prod-login@kubernetescrd}
 * @param authenticates whether it asks who is there
 * @param chain the middlewares that it stands for, by reference
 */
record TraefikMiddleware(String reference, boolean authenticates, List<String> chain)
    implements Serializable {

  private static final String SUFFIX = "@kubernetescrd";

  /** Creates a middleware; the list is copied. */
  TraefikMiddleware {
    chain = List.copyOf(chain);
  }

  static Optional<TraefikMiddleware> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    if (!id.kind().equals("Middleware") || !id.group().startsWith("traefik.")) {
      return Optional.empty();
    }
    String namespace = namespace(placed);
    Field spec = placed.object().place().field("spec");
    boolean asks =
        Stream.of("basicAuth", "digestAuth", "forwardAuth")
            .anyMatch(kind -> spec.field(kind).isPresent());
    String name = placed.object().place().field("metadata").field("name").text().orElse("");
    return Optional.of(
        new TraefikMiddleware(
            reference(namespace, name),
            asks,
            references(spec.field("chain").field("middlewares"), namespace)));
  }

  /** Returns the middlewares in a list of names and namespaces. */
  static List<String> references(Field list, String home) {
    List<String> references = new ArrayList<>();
    for (Field item : list.items()) {
      String name = item.field("name").text().orElse(item.path());
      String namespace = item.field("namespace").text().orElse(home);
      references.add(name.contains("@") ? name : reference(namespace, name));
    }
    return references;
  }

  static String namespace(PlacedObject placed) {
    return placed.residence() instanceof Residence.In in ? in.namespace() : "(unknown)";
  }

  private static String reference(String namespace, String name) {
    return namespace + "-" + name + SUFFIX;
  }
}
