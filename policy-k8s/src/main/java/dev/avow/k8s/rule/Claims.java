package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import java.io.Serializable;
import java.util.List;

/**
 * All that a container, or a pod as a whole, requests.
 *
 * @param defaulted whether a LimitRange fills in limits that are not written
 * @param all the requests, as written
 */
record Claims(boolean defaulted, List<Claim> all) implements Serializable {

  /** Creates claims; the list is copied. */
  Claims {
    all = List.copyOf(all);
  }

  /** Ephemeral containers get no defaults. */
  static Claims of(Container container) {
    return new Claims(
        container.sort() != Container.Sort.EPHEMERAL,
        Claim.of(container.place(), container.pod().place()));
  }

  /** Returns what the pod as a whole requests; nothing if it says nothing of that. */
  static List<Claims> of(PodSpec pod) {
    List<Claim> claims = Claim.of(pod.place(), pod.place());
    return claims.isEmpty() ? List.of() : List.of(new Claims(false, claims));
  }
}
