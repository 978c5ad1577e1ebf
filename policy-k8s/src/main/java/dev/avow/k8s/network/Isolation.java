package dev.avow.k8s.network;

import java.io.Serializable;
import java.util.List;

/**
 * Whether a pod is isolated in one direction, and by what.
 *
 * @param isolated whether it is; unknown says what is missing
 * @param policies the policies that isolate it or, where that is unknown, may do so
 */
public record Isolation(Match isolated, List<DecidingPolicy> policies) implements Serializable {

  /** Creates an isolation; the list is copied. */
  public Isolation {
    policies = List.copyOf(policies);
  }
}
