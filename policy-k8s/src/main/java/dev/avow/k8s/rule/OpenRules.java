package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.Cidr;
import dev.avow.k8s.network.Direction;
import dev.avow.k8s.network.LabelSelector;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkPolicy;
import dev.avow.k8s.network.Peer;
import dev.avow.k8s.network.PolicyPort;
import dev.avow.k8s.network.TrafficRule;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.NumberRange;
import dev.avow.policy.rule.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Finds the rules of network policies that let everybody through. */
final class OpenRules {

  private final Direction direction;
  private final Reporter report;
  private final Match isolates;

  private OpenRules(Field spec, Direction direction, Reporter report) {
    this.direction = direction;
    this.report = report;
    this.isolates = NetworkPolicy.isolates(spec, direction);
  }

  static void toEverybody(Resource resource, Direction direction, Reporter report) {
    each(resource, direction, report, OpenRules::everybody);
  }

  static void toWholeCluster(Resource resource, Direction direction, Reporter report) {
    each(resource, direction, report, OpenRules::wholeCluster);
  }

  /** A policy that does not isolate in the direction has no rules there. */
  private static void each(
      Resource resource,
      Direction direction,
      Reporter report,
      BiConsumer<OpenRules, Field> judgement) {
    Held.in(resource, NetworkPolicy::isOne)
        .forEach(
            policy -> {
              Field spec = policy.at("spec");
              Field rules = spec.field(direction.rules());
              OpenRules judge = new OpenRules(spec, direction, report);
              if (judge.isolates.fails()) {
                return;
              }
              if (rules.isUnresolved()) {
                report.missing("the value of " + rules.path(), rules);
              }
              rules.items().stream()
                  .filter(rule -> !judge.isExempt(rule))
                  .forEach(rule -> judgement.accept(judge, rule));
            });
  }

  private boolean isExempt(Field rule) {
    List<PolicyPort> ports = TrafficRule.of(rule, direction).ports();
    if (ports.isEmpty()) {
      return false;
    }
    return direction == Direction.INGRESS
        ? report.settings().get(NetworkPolicyRules.PORTS_ARE_ENOUGH)
        : ports.stream().allMatch(this::isExempt);
  }

  private boolean isExempt(PolicyPort port) {
    return port instanceof PolicyPort.Range range
        && report.settings().get(NetworkPolicyRules.EXEMPT_PORTS).stream()
            .anyMatch(exempt -> isWithin(range, exempt));
  }

  private static boolean isWithin(PolicyPort.Range range, NumberRange exempt) {
    return exempt.contains(range.first()) && exempt.contains(range.last());
  }

  private void everybody(Field rule) {
    Field peers = rule.field(direction.peers());
    if (peers.isUnresolved()) {
      report.missing("the value of " + peers.path(), peers);
    } else if (!peers.isPresent() || (peers.isList() && peers.items().isEmpty())) {
      fail(peers, verb() + " everybody");
    } else {
      blocks(peers);
    }
  }

  /** Two halves of all addresses are all addresses, too. */
  private void blocks(Field peers) {
    List<Field> written = new ArrayList<>();
    List<Cidr> blocks = new ArrayList<>();
    for (Field item : peers.items()) {
      if (Peer.of(item) instanceof Peer.Block block && counts(block)) {
        written.add(item.field("ipBlock").field("cidr"));
        blocks.add(block.block().cidr());
      } else if (item.isUnresolved() || item.field("ipBlock").field("cidr").isUnresolved()) {
        report.missing("the value of " + item.path(), item);
      }
    }
    if (Cidr.coverEverything(blocks)) {
      fail(written.get(0), verb() + " the whole world");
    }
  }

  private boolean counts(Peer.Block block) {
    boolean exceptionsCount =
        direction == Direction.EGRESS && report.settings().get(NetworkPolicyRules.EXCEPTIONS_COUNT);
    return block.block().except().isEmpty() || !exceptionsCount;
  }

  private void wholeCluster(Field rule) {
    for (Field item : rule.field(direction.peers()).items()) {
      Field namespaces = item.field("namespaceSelector");
      boolean open =
          Peer.of(item) instanceof Peer.Pods pods
              && pods.namespaces().selectsEverything()
              && pods.pods().selectsEverything();
      if (open) {
        fail(namespaces, verb() + " every pod of the cluster");
      } else if (namespaces.isUnresolved()
          && LabelSelector.of(item.field("podSelector")).selectsEverything()) {
        report.missing("the value of " + namespaces.path(), namespaces);
      }
    }
  }

  private String verb() {
    return direction == Direction.INGRESS ? "lets in" : "lets out to";
  }

  private void fail(Field at, String wrong) {
    if (isolates.isUnknown()) {
      report.missing(isolates.missing(), at);
      return;
    }
    Message message =
        Message.of(
            wrong + ": {field} {found}", mark -> mark.equals("field") ? at.label() : at.found());
    report.fail(at, message, Fix.advice("Name in " + at.path() + " whom the rule is for"));
  }
}
