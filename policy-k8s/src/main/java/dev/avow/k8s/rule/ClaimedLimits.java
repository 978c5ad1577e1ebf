package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Quantity;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.List;

/** Finds the requests of a namespace that are above the limit that will hold for them. */
final class ClaimedLimits {

  private final List<Observed<DefaultLimit>> defaults;
  private final GroupReporter report;

  private ClaimedLimits(Group group, GroupReporter report) {
    this.defaults = group.all(ResourceRules.DEFAULT_LIMITS);
    this.report = report;
  }

  static void judge(Group group, GroupReporter report) {
    ClaimedLimits limits = new ClaimedLimits(group, report);
    group.all(ResourceRules.CONTAINER_CLAIMS).forEach(limits::judge);
    group.all(ResourceRules.POD_CLAIMS).forEach(limits::judge);
  }

  private void judge(Observed<Claims> claims) {
    report.pass(claims.subject());
    for (Claim claim : claims.value().all()) {
      judge(claims.subject(), claim, claims.value().defaulted());
    }
  }

  private void judge(Subject subject, Claim claim, boolean defaulted) {
    List<Limit> limits = limits(claim, defaulted);
    if (claim.request().value() == null && !limits.isEmpty()) {
      missing(subject, claim.request(), claim.request());
    } else {
      limits.forEach(limit -> compare(subject, claim, limit));
    }
  }

  /** Returns all that limits a request: what stands beside it, or the defaults, and the pod. */
  private List<Limit> limits(Claim claim, boolean defaulted) {
    String name = "limits." + claim.resource();
    List<Limit> limits = new ArrayList<>();
    if (claim.own() != null) {
      limits.add(new Limit(name, claim.own(), claim.own()));
    } else if (defaulted) {
      defaults.stream()
          .map(Observed::value)
          .filter(limit -> limit.resource().equals(claim.resource()))
          .map(limit -> new Limit(limit.name(), limit.amount(), claim.request()))
          .forEach(limits::add);
    }
    if (claim.around() != null) {
      limits.add(new Limit(name + " of the pod", claim.around(), claim.request()));
    }
    return limits;
  }

  private void compare(Subject subject, Claim claim, Limit limit) {
    Quantity most = limit.amount().value();
    Quantity least = claim.request().value();
    if (most == null) {
      missing(subject, limit.amount(), limit.place());
    } else if (least != null && most.compareTo(least) < 0) {
      String message =
          "would be refused: %s %s but requests.%s %s"
              .formatted(
                  limit.name(), limit.amount().found(), claim.resource(), claim.request().found());
      report.fail(subject, limit.place().location(), message);
    }
  }

  private void missing(Subject subject, Amount wrong, Amount place) {
    String what = "a quantity at %s, which %s".formatted(wrong.path(), wrong.found());
    report.missing(subject, place.location(), what);
  }

  /**
   * What a request must not be above.
   *
   * @param name what it is called in messages
   * @param amount how much it is
   * @param place where a finding points: at the limit beside the request, else at the request
   */
  private record Limit(String name, Amount amount, Amount place) {}
}
