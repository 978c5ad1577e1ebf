package dev.avow.k8s.rule;

import dev.avow.k8s.storage.ClaimConsumer;
import dev.avow.k8s.storage.ClaimScaler;
import dev.avow.k8s.storage.PodCount;
import dev.avow.k8s.storage.VolumeClaim;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the claims that more pods mount than may. */
final class SharedClaims {

  private final List<ClaimScaler> scalers;
  private final GroupReporter report;

  private SharedClaims(Group group, GroupReporter report) {
    this.scalers = group.all(SharedClaimRules.SCALERS).stream().map(Observed::value).toList();
    this.report = report;
  }

  static void judge(Group group, GroupReporter report) {
    SharedClaims search = new SharedClaims(group, report);
    for (Observed<VolumeClaim> claim : group.all(SharedClaimRules.CLAIMS)) {
      report.notApplicable(claim.subject());
    }
    for (Observed<ClaimConsumer> consumer : group.all(SharedClaimRules.CONSUMERS)) {
      if (!consumer.value().missing().isEmpty()) {
        report.missing(consumer, consumer.value().missing());
      }
    }
    MountedClaim.in(group).forEach(search::judge);
  }

  private void judge(MountedClaim mounted) {
    PodCount pods = mounted.pods(scalers);
    if (mounted.claim().isPresent()) {
      judge(mounted, mounted.claim().get(), pods);
    } else if (pods.most() <= 1) {
      pass(mounted);
    } else {
      mounted.consumers().forEach(each -> report.missing(each, mounted.missing()));
    }
  }

  private void judge(MountedClaim mounted, Observed<VolumeClaim> claim, PodCount pods) {
    String certain = wrong(claim.value(), mounted, pods.least());
    String possible = wrong(claim.value(), mounted, pods.most());
    if (possible.isEmpty()) {
      pass(mounted);
    } else if (!claim.value().missing().isEmpty()) {
      report.missing(claim, claim.value().missing());
    } else if (certain.isEmpty()) {
      report.missing(claim, pods.missing().isEmpty() ? "the number of pods" : pods.missing());
    } else {
      fail(mounted, claim, certain);
    }
  }

  /** Says what is wrong with the modes of {@code claim}, given that so many pods mount it. */
  private static String wrong(VolumeClaim claim, MountedClaim mounted, long pods) {
    if (claim.allows(VolumeClaim.READ_WRITE_ONCE_POD)) {
      if (claim.modes().size() > 1) {
        return "combines ReadWriteOncePod with another access mode, which the API server refuses";
      }
      return pods > 1 ? "is for one pod only, but more mount it" : "";
    }
    boolean allows =
        claim.allows(VolumeClaim.READ_WRITE_MANY)
            || (claim.allows(VolumeClaim.READ_ONLY_MANY) && mounted.isOnlyRead());
    if (allows || pods <= 1) {
      return "";
    }
    return claim.allows(VolumeClaim.READ_ONLY_MANY)
        ? "is to be read only where it is shared, but is mounted for writing"
        : "is for one node only, but more than one pod mounts it, which works while all of them"
            + " happen to run there";
  }

  private void pass(MountedClaim mounted) {
    mounted.claim().ifPresent(claim -> report.pass(claim.subject()));
    mounted.consumers().forEach(each -> report.pass(each.subject()));
  }

  private void fail(MountedClaim mounted, Observed<VolumeClaim> claim, String wrong) {
    List<Subject> members = mounted.workloads().stream().map(Observed::subject).sorted().toList();
    String by =
        mounted.workloads().stream()
            .map(each -> each.subject() + " " + each.value().pods(scalers).why())
            .collect(Collectors.joining(", "));
    Location at = claim.location();
    GroupReporter.Details details =
        report.failTogether(
            claim.subject(),
            members,
            at,
            "%s: accessModes %s, %s".formatted(wrong, claim.value().modes(), by));
    for (Observed<ClaimConsumer> consumer : mounted.consumers()) {
      details.via(consumer.location(), consumer.subject() + " mounts it here");
    }
    details.fix(Fix.advice("Ask for ReadWriteMany in accessModes, of a class that serves it"));
  }
}
