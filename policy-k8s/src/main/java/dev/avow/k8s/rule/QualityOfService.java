package dev.avow.k8s.rule;

import dev.avow.k8s.rule.EffectiveAmounts.Known;
import dev.avow.k8s.rule.PodDemands.Part;
import dev.avow.k8s.workload.Quantity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells which class of service the pods of a namespace would get, as the kubelet does.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/">the classes</a>
 */
final class QualityOfService {

  private final EffectiveAmounts amounts;
  private final GroupReporter report;
  private final boolean burstableIsEnough;

  private QualityOfService(Group group, GroupReporter report) {
    this.amounts = new EffectiveAmounts(group, false);
    this.report = report;
    this.burstableIsEnough = report.settings().get(QualityRules.BURSTABLE_IS_ENOUGH);
  }

  static void judge(Group group, GroupReporter report) {
    QualityOfService quality = new QualityOfService(group, report);
    group.all(QualityRules.POD_DEMANDS).forEach(quality::judge);
  }

  private void judge(Observed<PodDemands> pod) {
    Verdict verdict = new Verdict();
    boolean ofThePod = pod.value().areOfThePod();
    for (Part part : pod.value().parts()) {
      part.demands().forEach(demand -> look(part.container(), demand, ofThePod, verdict));
    }
    String wrong = burstableIsEnough ? verdict.notBurstable() : verdict.notGuaranteed;
    boolean mayBeBurstable = burstableIsEnough && verdict.asks;
    if (!wrong.isEmpty()) {
      report.fail(pod, wrong);
    } else if (!verdict.missing.isEmpty() && !mayBeBurstable) {
      report.missing(pod, verdict.missing);
    } else {
      report.pass(pod.subject());
    }
  }

  private void look(String container, Demand demand, boolean ofThePod, Verdict verdict) {
    Known limit = ofThePod ? Known.of(demand.podLimit()) : amounts.limit(demand);
    Known request = ofThePod ? requestOfPod(demand, limit) : amounts.request(demand);
    verdict.take(limit.missing().isEmpty() ? request.missing() : limit.missing());
    Quantity most = quantity(limit);
    Quantity least = quantity(request);
    verdict.asks |= isPositive(most) || isPositive(least);
    boolean known = limit.missing().isEmpty() && request.missing().isEmpty();
    if (known && !(isPositive(most) && Objects.equals(most, least))) {
      String whose = ofThePod ? "the pod" : "container " + container;
      String found =
          isPositive(most)
              ? Demands.found("requests", demand, request)
              : Demands.found("limits", demand, limit);
      verdict.isNotGuaranteed("is not guaranteed what it needs: in %s, %s".formatted(whose, found));
    }
  }

  private static Known requestOfPod(Demand demand, Known limit) {
    return demand.podRequest() == null ? limit : Known.of(demand.podRequest());
  }

  private static @Nullable Quantity quantity(Known known) {
    return known.amount() == null ? null : known.amount().value();
  }

  private static boolean isPositive(@Nullable Quantity quantity) {
    return quantity != null && quantity.isPositive();
  }

  /** What has been seen of a pod so far. */
  private static final class Verdict {

    private boolean asks;
    private String notGuaranteed = "";
    private String missing = "";

    void take(String what) {
      missing = missing.isEmpty() ? what : missing;
    }

    void isNotGuaranteed(String why) {
      notGuaranteed = notGuaranteed.isEmpty() ? why : notGuaranteed;
    }

    String notBurstable() {
      return asks || !missing.isEmpty() ? "" : "asks for nothing, so is the first to be evicted";
    }
  }
}
