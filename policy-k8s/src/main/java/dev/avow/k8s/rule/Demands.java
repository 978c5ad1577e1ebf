package dev.avow.k8s.rule;

import dev.avow.k8s.rule.EffectiveAmounts.Known;
import dev.avow.k8s.workload.Container.Sort;
import dev.avow.policy.finding.Location;
import dev.avow.policy.rule.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what the containers of a namespace ask for with what they may use, one by one. */
final class Demands {

  private final GroupReporter report;

  private Demands(GroupReporter report) {
    this.report = report;
  }

  /** What a rule says of one demand, with the amounts that would hold in the pod. */
  interface Comparison {
    void compare(Observed<Demand> demand, Known request, Known limit, Demands findings);
  }

  /** Asks {@code comparison} for each demand of one of {@code resources}. */
  static void judge(
      Group group, GroupReporter report, List<Metered> resources, Comparison comparison) {
    EffectiveAmounts amounts =
        new EffectiveAmounts(group, report.settings().get(ResourceRules.WRITTEN_OUT));
    Demands findings = new Demands(report);
    for (Observed<Demand> demand : group.all(DemandRules.DEMANDS)) {
      if (isExempt(demand.value().sort(), report.settings())
          || !resources.contains(demand.value().resource())) {
        report.notApplicable(demand.subject());
      } else {
        report.pass(demand.subject());
        Known request = amounts.request(demand.value());
        Known limit = amounts.limit(demand.value());
        comparison.compare(demand, request, limit, findings);
      }
    }
  }

  Settings settings() {
    return report.settings();
  }

  void fail(Observed<Demand> demand, @Nullable Amount nearest, String message) {
    report.fail(demand.subject(), place(demand, nearest), message);
  }

  void missing(Observed<Demand> demand, @Nullable Amount nearest, String what) {
    report.missing(demand.subject(), place(demand, nearest), what);
  }

  /** Returns {@code limits.cpu is "2"} or, where nothing is said, {@code limits.cpu is not set}. */
  static String found(String side, Demand demand, Known known) {
    Amount amount = known.amount();
    String found = amount == null ? "is not set" : amount.found();
    return side + "." + demand.resource().written() + " " + found;
  }

  private static Location place(Observed<Demand> demand, @Nullable Amount nearest) {
    return nearest == null ? demand.location() : nearest.location();
  }

  private static boolean isExempt(Sort sort, Settings settings) {
    return sort == Sort.EPHEMERAL
        || (sort == Sort.INIT && !settings.get(ResourceRules.INIT_CONTAINERS));
  }
}
