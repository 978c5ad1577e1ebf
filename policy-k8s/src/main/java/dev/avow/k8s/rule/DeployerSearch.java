package dev.avow.k8s.rule;

import dev.avow.k8s.rbac.Access;
import dev.avow.k8s.rbac.AccessModel;
import dev.avow.k8s.rbac.AppliedKind;
import dev.avow.k8s.rbac.Coverage;
import dev.avow.k8s.rbac.Gap;
import dev.avow.k8s.rbac.Principal;
import dev.avow.k8s.rbac.Request;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what the account that deploys graphs lacks. */
final class DeployerSearch {

  private final GroupReporter report;
  private final AccessModel model;
  private final String account;

  private DeployerSearch(Group group, GroupReporter report) {
    this.report = report;
    this.model = AccessFacts.model(group);
    this.account = report.settings().get(DeployerRules.ACCOUNT);
  }

  static void judge(Group group, GroupReporter report) {
    Map<Subject, List<Observed<GraphPart>>> graphs = new LinkedHashMap<>();
    for (Observed<GraphPart> part : group.all(DeployerRules.GRAPH_PARTS)) {
      graphs.computeIfAbsent(part.subject(), none -> new ArrayList<>()).add(part);
    }
    DeployerSearch search = new DeployerSearch(group, report);
    graphs.values().forEach(search::judge);
  }

  private void judge(List<Observed<GraphPart>> graph) {
    Observed<GraphPart> first = graph.get(0);
    int slash = account.indexOf('/');
    if (slash < 0) {
      report.missing(first, "the account that deploys it, as namespace/name");
      return;
    }
    Principal who =
        Principal.serviceAccount(account.substring(0, slash), account.substring(slash + 1));
    Coverage coverage = model.coverage(who, needs(graph));
    switch (coverage.verdict()) {
      case FAIL ->
          report.fail(first, "needs what " + who + " lacks: " + joined(coverage.uncovered()));
      case INCONCLUSIVE -> report.missing(first, missing(coverage));
      case PASS -> report.pass(first.subject());
      case NOT_APPLICABLE -> report.notApplicable(first.subject());
    }
  }

  private List<Request> needs(List<Observed<GraphPart>> graph) {
    List<String> verbs = report.settings().get(DeployerRules.VERBS);
    String namespace = report.settings().get(DeployerRules.NAMESPACE);
    boolean direct = report.settings().get(DeployerRules.MODE) == DeployMode.DIRECT;
    List<AppliedKind> kinds =
        graph.stream()
            .map(Observed::value)
            .filter(part -> part.isInstance() != direct)
            .map(part -> part.placed(namespace))
            .toList();
    return direct || kinds.isEmpty()
        ? AppliedKind.direct(kinds, verbs)
        : AppliedKind.throughKro(kinds.get(0), verbs);
  }

  private static String missing(Coverage coverage) {
    return coverage.answers().values().stream()
        .filter(Access.Unknown.class::isInstance)
        .flatMap(answer -> ((Access.Unknown) answer).gaps().stream())
        .map(Gap::missing)
        .findFirst()
        .orElseThrow();
  }

  private static String joined(List<Request> requests) {
    return requests.stream().map(Request::toString).collect(Collectors.joining(", "));
  }
}
