package dev.avow.k8s.storage;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Field;

/**
 * When a workload of one pod has two for a while.
 *
 * @param why why, as a predicate; empty if it never has
 * @param missing what would have to be known to tell; empty if nothing
 * @param at where that is said, or would be
 */
record Turnover(String why, String missing, Field at) {

  private static final String SURGE =
      "starts the next pod before the last one ends, as its strategy is RollingUpdate";
  private static final String OVERLAP =
      "starts the next job though the last one has not ended, as concurrencyPolicy is Allow";

  static Turnover of(Resource workload) {
    Field strategy = workload.at("spec.strategy");
    Field policy = workload.at("spec.concurrencyPolicy");
    return switch (workload.id().kind()) {
      case "Deployment" -> of(surges(strategy) ? SURGE : "", strategy.field("type"));
      case "CronJob" -> of(overlaps(policy) ? OVERLAP : "", policy);
      default -> new Turnover("", "", workload.place());
    };
  }

  private static Turnover of(String why, Field at) {
    return at.isUnresolved()
        ? new Turnover("", "the value of " + at.path(), at)
        : new Turnover(why, "", at);
  }

  /** A quarter of one pod, which is what counts where nothing is said, is one pod. */
  private static boolean surges(Field strategy) {
    Field type = strategy.field("type");
    Field surge = strategy.field("rollingUpdate").field("maxSurge");
    boolean none = surge.integer().orElse(1) == 0 || surge.text().filter("0%"::equals).isPresent();
    return !type.is("Recreate").holds() && !none;
  }

  private static boolean overlaps(Field policy) {
    return !policy.is("Forbid").holds() && !policy.is("Replace").holds();
  }
}
