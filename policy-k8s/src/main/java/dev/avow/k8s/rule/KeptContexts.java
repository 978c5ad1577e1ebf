package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.storage.VolumeClaim;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.hardening.StorageOverrides;
import dev.avow.policy.hardening.StorageOverrides.StorageContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds containers that run with other ids, or access, than the policy gives their claims. */
final class KeptContexts {

  private final List<Observed<VolumeClaim>> claims;
  private final StorageOverrides promise;
  private final GroupReporter report;

  private KeptContexts(Group group, GroupReporter report) {
    this.claims = group.all(SharedClaimRules.CLAIMS);
    this.promise = report.settings().profile().storage();
    this.report = report;
  }

  static void judge(Group group, GroupReporter report) {
    KeptContexts search = new KeptContexts(group, report);
    group.all(StorageContextRules.MOUNTS).forEach(search::judge);
  }

  private void judge(Observed<ClaimMount> mount) {
    String name = mount.value().claim();
    Optional<VolumeClaim> claim = claim(mount.value());
    Optional<String> ofClass = claim.flatMap(known -> Optional.ofNullable(known.storageClass()));
    Optional<StorageContext> context =
        ofClass
            .map(storageClass -> promise.effectiveSecurity(name, storageClass))
            .or(() -> promise.effectiveSecurity(name));
    if (context.isEmpty()) {
      String what = claim.isPresent() ? "the storage class of the claim " : "the claim ";
      report.missing(mount, what + name);
      return;
    }
    report.pass(mount.subject());
    keeps(mount, context.get());
  }

  private Optional<VolumeClaim> claim(ClaimMount mount) {
    for (Observed<VolumeClaim> claim : claims) {
      Match here = claim.value().residence().reaches(mount.residence());
      if (claim.value().isCalled(mount.claim()) && here.holds()) {
        return Optional.of(claim.value());
      }
    }
    return Optional.empty();
  }

  private void keeps(Observed<ClaimMount> mount, StorageContext context) {
    ClaimMount given = mount.value();
    id(mount, given.runAsUser(), context.runAsUser());
    id(mount, given.runAsGroup(), context.runAsGroup());
    id(mount, given.fsGroup(), context.fsGroup());
    for (Long group : context.supplementalGroups()) {
      if (!given.groups().contains(group)) {
        report
            .fail(
                mount.subject(),
                given.groupsAt(),
                "mounts the claim %s without the group %d".formatted(given.claim(), group))
            .fix(Fix.advice("Add " + group + " to supplementalGroups of the pod"));
      }
    }
    if (context.readOnly() && !given.readOnly()) {
      report
          .fail(mount, "mounts the claim %s for writing".formatted(given.claim()))
          .fix(Fix.advice("Set readOnly of the mount to true"));
    }
  }

  private void id(Observed<ClaimMount> mount, ClaimMount.Id given, @Nullable Long promised) {
    if (promised == null || promised.equals(given.value())) {
      return;
    }
    if (!given.missing().isEmpty()) {
      report.missing(mount.subject(), given.at(), given.missing());
      return;
    }
    report
        .fail(
            mount.subject(),
            given.at(),
            "mounts the claim %s with other ids than %d: %s"
                .formatted(mount.value().claim(), promised, given.found()))
        .fix(Fix.advice("Set the id to " + promised));
  }
}
