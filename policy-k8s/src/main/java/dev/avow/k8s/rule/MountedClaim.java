package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.storage.ClaimConsumer;
import dev.avow.k8s.storage.ClaimScaler;
import dev.avow.k8s.storage.PodCount;
import dev.avow.k8s.storage.VolumeClaim;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A claim and all that mount it.
 *
 * @param claim the claim; nothing if it is not here
 * @param missing what would have to be known to tell whether it is here; empty if nothing
 * @param consumers those who mount it, by place; never empty
 */
record MountedClaim(
    Optional<Observed<VolumeClaim>> claim,
    String missing,
    List<Observed<ClaimConsumer>> consumers) {

  private record Key(Object residence, String claim, String graph) {}

  /** Returns the claims of {@code group} that somebody mounts. */
  static List<MountedClaim> in(Group group) {
    Map<Key, List<Observed<ClaimConsumer>>> byClaim = new LinkedHashMap<>();
    for (Observed<ClaimConsumer> consumer : group.all(SharedClaimRules.CONSUMERS)) {
      if (consumer.value().missing().isEmpty()) {
        ClaimConsumer value = consumer.value();
        Key key = new Key(value.residence(), value.claim(), value.graph());
        byClaim.computeIfAbsent(key, none -> new ArrayList<>()).add(consumer);
      }
    }
    List<Observed<VolumeClaim>> claims = group.all(SharedClaimRules.CLAIMS);
    return byClaim.values().stream().map(consumers -> of(consumers, claims)).toList();
  }

  private static MountedClaim of(
      List<Observed<ClaimConsumer>> consumers, List<Observed<VolumeClaim>> claims) {
    ClaimConsumer first = consumers.get(0).value();
    String missing = "the claim " + first.claimInWords();
    for (Observed<VolumeClaim> claim : claims) {
      Match here = claim.value().residence().reaches(first.residence());
      boolean called = claim.value().isCalled(first.claim());
      if (!called || !claim.value().graph().equals(first.graph())) {
        continue;
      }
      if (here.holds()) {
        return new MountedClaim(Optional.of(claim), "", consumers);
      }
      missing = here.isUnknown() ? here.missing() : missing;
    }
    return new MountedClaim(Optional.empty(), missing, consumers);
  }

  /** Returns whether a StatefulSet makes it for one of its own pods, which mounts it as well. */
  boolean isMadePerPod() {
    return claim.filter(known -> known.value().name().endsWith("*")).isPresent();
  }

  /** Returns how many pods mount it at once, all workloads together. */
  PodCount pods(List<ClaimScaler> scalers) {
    long least = isMadePerPod() ? 1 : 0;
    long most = least;
    String unknown = "";
    for (Observed<ClaimConsumer> consumer : workloads()) {
      PodCount pods = consumer.value().pods(scalers);
      least += pods.least();
      most += pods.most();
      unknown = pods.missing().isEmpty() ? unknown : pods.missing();
    }
    return new PodCount(least, most, "", unknown);
  }

  /** Returns the consumers, each once: a pod may mount a claim by several volumes. */
  List<Observed<ClaimConsumer>> workloads() {
    Map<Subject, Observed<ClaimConsumer>> bySubject = new LinkedHashMap<>();
    consumers.forEach(each -> bySubject.putIfAbsent(each.subject(), each));
    return List.copyOf(bySubject.values());
  }

  boolean isOnlyRead() {
    return !isMadePerPod() && consumers.stream().allMatch(each -> each.value().readOnly());
  }
}
