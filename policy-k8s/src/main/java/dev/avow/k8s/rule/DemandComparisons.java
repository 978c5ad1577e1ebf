package dev.avow.k8s.rule;

import dev.avow.k8s.rule.EffectiveAmounts.Known;
import dev.avow.k8s.workload.Quantity;
import dev.avow.policy.rule.Settings;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules about requests and limits compare. */
final class DemandComparisons {

  private DemandComparisons() {}

  /** Where neither is said there is nothing to compare. */
  static void equal(Observed<Demand> demand, Known request, Known limit, Demands findings) {
    if (request.isUnsaid() && limit.isUnsaid()) {
      return;
    }
    if (areKnown(demand, request, limit, findings)
        && (compare(request, limit) != 0 || request.isUnsaid() || limit.isUnsaid())) {
      findings.fail(
          demand,
          own(demand.value()),
          "asks for another amount than it may use: " + both(demand, request, limit));
    }
  }

  /** A limit that is not set is any number of times the request. */
  static void near(Observed<Demand> demand, Known request, Known limit, Demands findings) {
    Threshold most = findings.settings().get(DemandRules.RATIOS.of(demand.value().resource()));
    if (!most.isNone()
        && areKnown(demand, request, limit, findings)
        && (request.isUnsaid() || limit.isUnsaid() || isAbove(limit, request, most))) {
      String message = "may use more than %s times what it asks for: %s";
      findings.fail(
          demand, own(demand.value()), message.formatted(most, both(demand, request, limit)));
    }
  }

  static void limitInRange(Observed<Demand> demand, Known request, Known limit, Demands findings) {
    inRange("limits", demand, limit, demand.value().limit(), findings);
  }

  static void requestInRange(
      Observed<Demand> demand, Known request, Known limit, Demands findings) {
    inRange("requests", demand, request, demand.value().request(), findings);
  }

  private static void inRange(
      String side, Observed<Demand> demand, Known known, @Nullable Amount own, Demands findings) {
    Settings settings = findings.settings();
    Metered resource = demand.value().resource();
    Threshold least = settings.get(DemandRules.MINIMA.of(resource));
    Threshold most = settings.get(DemandRules.MAXIMA.of(resource));
    Quantity quantity = known.amount() == null ? null : known.amount().value();
    if (least.isNone() && most.isNone()) {
      return;
    }
    if (!known.missing().isEmpty()) {
      findings.missing(demand, own, known.missing());
    } else if (quantity == null || least.isAbove(quantity) || most.isBelow(quantity)) {
      String found = Demands.found(side, demand.value(), known);
      findings.fail(demand, own, "must have " + range(least, most) + ": " + found);
    }
  }

  private static String range(Threshold least, Threshold most) {
    if (most.isNone()) {
      return "at least " + least;
    }
    return least.isNone() ? "at most " + most : "at least " + least + " and at most " + most;
  }

  private static boolean areKnown(
      Observed<Demand> demand, Known request, Known limit, Demands findings) {
    for (Known known : List.of(request, limit)) {
      if (!known.missing().isEmpty()) {
        findings.missing(demand, demand.value().own(known.amount()), known.missing());
        return false;
      }
    }
    return true;
  }

  private static int compare(Known request, Known limit) {
    return value(request).compareTo(value(limit));
  }

  private static boolean isAbove(Known limit, Known request, Threshold times) {
    Quantity factor = times.quantity();
    return factor != null && value(limit).compareTo(value(request).multiply(factor.value())) > 0;
  }

  private static BigDecimal value(Known known) {
    Amount amount = known.amount();
    Quantity quantity = amount == null ? null : amount.value();
    return quantity == null ? BigDecimal.ZERO : quantity.value();
  }

  private static @Nullable Amount own(Demand demand) {
    return demand.request() == null ? demand.limit() : demand.request();
  }

  private static String both(Observed<Demand> demand, Known request, Known limit) {
    if (request.isUnsaid() && limit.isUnsaid()) {
      String resource = demand.value().resource().written();
      return "neither requests.%s nor limits.%s is set".formatted(resource, resource);
    }
    return Demands.found("requests", demand.value(), request)
        + " but "
        + Demands.found("limits", demand.value(), limit);
  }
}
