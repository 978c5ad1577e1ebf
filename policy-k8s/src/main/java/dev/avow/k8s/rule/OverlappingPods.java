package dev.avow.k8s.rule;

import dev.avow.k8s.storage.ClaimConsumer;
import dev.avow.k8s.storage.ClaimScaler;
import dev.avow.k8s.storage.PodCount;
import dev.avow.k8s.storage.VolumeClaim;
import dev.avow.policy.finding.Fix;
import java.util.List;

/**
 * Finds workloads of one pod of which two are there for a while, with a claim that one may have.
 */
final class OverlappingPods {

  private final List<ClaimScaler> scalers;
  private final GroupReporter report;

  private OverlappingPods(Group group, GroupReporter report) {
    this.scalers = group.all(SharedClaimRules.SCALERS).stream().map(Observed::value).toList();
    this.report = report;
  }

  static void judge(Group group, GroupReporter report) {
    OverlappingPods search = new OverlappingPods(group, report);
    for (MountedClaim mounted : MountedClaim.in(group)) {
      mounted.consumers().forEach(consumer -> search.judge(mounted, consumer));
    }
  }

  /** What several pods mount at all times is the other rule's. */
  private void judge(MountedClaim mounted, Observed<ClaimConsumer> consumer) {
    ClaimConsumer value = consumer.value();
    PodCount pods = mounted.pods(scalers);
    if (pods.least() > 1 || pods.most() == 0) {
      report.notApplicable(consumer.subject());
    } else if (!value.turnoverMissing().isEmpty()) {
      report.missing(consumer.subject(), value.turnoverAt(), value.turnoverMissing());
    } else if (value.turnover().isEmpty()) {
      report.pass(consumer.subject());
    } else if (mounted.claim().isEmpty()) {
      report.missing(consumer, mounted.missing());
    } else {
      overlapping(mounted, mounted.claim().get().value(), consumer);
    }
  }

  private void overlapping(
      MountedClaim mounted, VolumeClaim claim, Observed<ClaimConsumer> consumer) {
    ClaimConsumer value = consumer.value();
    boolean allows =
        claim.allows(VolumeClaim.READ_WRITE_MANY)
            || (claim.allows(VolumeClaim.READ_ONLY_MANY) && mounted.isOnlyRead());
    if (!claim.missing().isEmpty()) {
      report.missing(consumer, claim.missing());
    } else if (allows) {
      report.pass(consumer.subject());
    } else {
      String message =
          "%s, and the claim %s has accessModes %s"
              .formatted(value.turnover(), claim.name(), claim.modes());
      String advice =
          value.kind().equals("CronJob")
              ? "Set concurrencyPolicy to Forbid"
              : "Set spec.strategy.type to Recreate";
      report
          .fail(consumer.subject(), value.turnoverAt(), message)
          .via(consumer.location(), "the claim is mounted here")
          .fix(Fix.advice(advice));
    }
  }
}
