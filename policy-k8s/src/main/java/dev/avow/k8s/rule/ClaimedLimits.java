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
    if (!claims.value().missing().isEmpty()) {
      report.missing(claims, claims.value().missing());
      return;
    }
    report.pass(claims.subject());
    for (Claim claim : claims.value().all()) {
      judge(claims.subject(), claim, claims.value().defaulted());
    }
  }

  private void judge(Subject subject, Claim claim, boolean defaulted) {
    List<Limit> limits = written(claim);
    List<Limit> supplied = claim.own() == null && defaulted ? supplied(claim) : List.of();
    if (claim.request().value() == null && !(limits.isEmpty() && supplied.isEmpty())) {
      missing(subject, claim.request(), claim.request());
      return;
    }
    limits.forEach(limit -> compare(subject, claim, limit));
    judgeSupplied(subject, claim, supplied);
  }

  /** Returns what is written to limit a request: beside it, and for the pod. */
  private static List<Limit> written(Claim claim) {
    String name = "limits." + claim.resource();
    List<Limit> limits = new ArrayList<>();
    if (claim.own() != null) {
      limits.add(new Limit(name, claim.own(), claim.own()));
    }
    if (claim.around() != null) {
      limits.add(new Limit(name + " of the pod", claim.around(), claim.request()));
    }
    return limits;
  }

  private List<Limit> supplied(Claim claim) {
    return defaults.stream()
        .map(Observed::value)
        .filter(limit -> limit.resource().equals(claim.resource()))
        .map(limit -> new Limit(limit.name(), limit.amount(), claim.request()))
        .toList();
  }

  /**
   * Of several LimitRanges one supplies the limit, and as the API server asks them in no particular
   * order, nobody can tell which.
   */
  private void judgeSupplied(Subject subject, Claim claim, List<Limit> supplied) {
    long below = supplied.stream().filter(limit -> limit.isBelow(claim.request())).count();
    boolean allReadable = supplied.stream().allMatch(limit -> limit.amount().value() != null);
    if (supplied.size() < 2 || below == supplied.size()) {
      supplied.stream().limit(1).forEach(limit -> compare(subject, claim, limit));
    } else if (below > 0 || !allReadable) {
      report.missing(
          subject,
          claim.request().location(),
          "which of several LimitRanges the API server asks first");
    }
  }

  private void compare(Subject subject, Claim claim, Limit limit) {
    if (limit.amount().value() == null) {
      missing(subject, limit.amount(), limit.place());
    } else if (limit.isBelow(claim.request())) {
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
  private record Limit(String name, Amount amount, Amount place) {

    boolean isBelow(Amount request) {
      Quantity most = amount.value();
      Quantity least = request.value();
      return most != null && least != null && most.compareTo(least) < 0;
    }
  }
}
