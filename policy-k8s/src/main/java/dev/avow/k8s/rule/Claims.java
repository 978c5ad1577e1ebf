package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.List;

/**
 * All that a container, or a pod as a whole, requests.
 *
 * @param defaulted whether a LimitRange fills in limits that are not written
 * @param all the requests, as written
 * @param missing what would have to be readable to know all of them; empty if nothing
 */
record Claims(boolean defaulted, List<Claim> all, String missing) implements Serializable {

  /** Creates claims; the list is copied. */
  Claims {
    all = List.copyOf(all);
  }

  /** Observes what a container requests. Ephemeral containers get no defaults. */
  static void observe(Container container, Facts.Observer<Claims> observer) {
    boolean defaulted = container.sort() != Container.Sort.EPHEMERAL;
    List<Claim> claims = Claim.of(container.place(), container.pod().place());
    observe(container.place(), defaulted, claims, observer);
  }

  /** Observes what the pod as a whole requests; nothing if it says nothing of that. */
  static void observe(PodSpec pod, Facts.Observer<Claims> observer) {
    List<Claim> claims = Claim.of(pod.place(), pod.place());
    if (!claims.isEmpty() || pod.place().field("resources").isPresent()) {
      observe(pod.place(), false, claims, observer);
    }
  }

  private static void observe(
      Field place, boolean defaulted, List<Claim> claims, Facts.Observer<Claims> observer) {
    Field resources = place.field("resources");
    for (Field needed : List.of(resources, resources.field("requests"))) {
      String missing = missing(needed);
      if (!missing.isEmpty()) {
        observer.observe(needed, new Claims(defaulted, List.of(), missing));
        return;
      }
    }
    observer.observe(place, new Claims(defaulted, claims, ""));
  }

  private static String missing(Field mapping) {
    if (mapping.isUnresolved()) {
      return "the value of " + mapping.path();
    }
    return mapping.isPresent() && !mapping.isMapping()
        ? "a mapping: " + mapping.path() + " " + mapping.found()
        : "";
  }
}
