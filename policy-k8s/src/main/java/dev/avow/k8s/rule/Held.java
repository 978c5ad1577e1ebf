package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Check;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The objects of some kinds that a resource is or, if it is a kro graph, holds. */
final class Held {

  private Held() {}

  /** Returns the objects whose ids are as {@code kind} has it. */
  static Stream<Resource> in(Resource resource, Predicate<ResourceId> kind) {
    return PlacedObject.in(resource).stream()
        .map(PlacedObject::object)
        .filter(object -> kind.test(object.id()));
  }

  /** Returns a check that there is one. */
  static Check isAny(Resource resource, Predicate<ResourceId> kind) {
    return Check.of(in(resource, kind).findAny().isPresent(), resource.place());
  }
}
