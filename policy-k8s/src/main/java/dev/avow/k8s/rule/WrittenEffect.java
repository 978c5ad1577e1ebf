package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.Direction;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkPolicy;
import dev.avow.k8s.network.Peer;
import dev.avow.k8s.network.PolicyPort;
import dev.avow.k8s.network.TrafficRule;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import java.util.List;
import java.util.Set;

/** Finds what a network policy says that has no effect, or another one than it seems. */
final class WrittenEffect {

  private static final Set<String> OF_SPEC =
      Set.of("podSelector", "policyTypes", "ingress", "egress");
  private static final Set<String> OF_PEER = Set.of("podSelector", "namespaceSelector", "ipBlock");
  private static final Set<String> OF_PORT = Set.of("port", "endPort", "protocol");

  private final Reporter report;

  private WrittenEffect(Reporter report) {
    this.report = report;
  }

  static void judge(Resource resource, Reporter report) {
    WrittenEffect effect = new WrittenEffect(report);
    Held.in(resource, NetworkPolicy::isOne).forEach(policy -> effect.judge(policy.at("spec")));
  }

  private void judge(Field spec) {
    ignored(spec, OF_SPEC, "");
    types(spec.field("policyTypes"));
    for (Direction direction : Direction.values()) {
      Field rules = spec.field(direction.rules());
      isInEffect(spec, rules, direction);
      rules.items().forEach(rule -> rule(rule, direction));
    }
  }

  private void types(Field types) {
    for (Field type : types.items()) {
      boolean known = type.is("Ingress").holds() || type.is("Egress").holds();
      if (type.isUnresolved()) {
        report.missing("the value of " + type.path(), type);
      } else if (!known) {
        report.fail(
            type, "is refused by the API server: %s %s".formatted(type.label(), type.found()));
      }
    }
  }

  private void isInEffect(Field spec, Field rules, Direction direction) {
    Field types = spec.field("policyTypes");
    Match isolates = NetworkPolicy.isolates(spec, direction);
    boolean silent = types.items().isEmpty();
    boolean written = rules.isList() && (silent || !rules.items().isEmpty());
    if (!written || isolates.holds()) {
      return;
    }
    if (isolates.isUnknown()) {
      report.missing(isolates.missing(), rules);
      return;
    }
    report.fail(
        rules,
        Message.literal(
            "does not isolate for %s, as policyTypes does not name it: %s %s"
                .formatted(direction.rules(), rules.label(), rules.found())),
        silent
            ? Fix.advice("Set " + types.path() + " to [\"Ingress\", \"Egress\"]")
            : Fixes.append(types, direction.type()));
  }

  private void rule(Field rule, Direction direction) {
    String peers = direction.peers();
    Field whom = rule.field(peers);
    boolean opens = !whom.isPresent() || (whom.isList() && whom.items().isEmpty());
    ignored(rule, Set.of(peers, "ports"), opens ? ", so that the rule is for everybody" : "");
    whom.items().forEach(peer -> ignored(peer, OF_PEER, ""));
    rule.field("ports").items().forEach(port -> ignored(port, OF_PORT, ""));
    TrafficRule read = TrafficRule.of(rule, direction);
    for (Peer peer : read.peers()) {
      if (peer instanceof Peer.Unreadable unreadable) {
        unreadable(unreadable.missing(), unreadable.refused(), whom);
      }
    }
    for (PolicyPort port : read.ports()) {
      if (port instanceof PolicyPort.Unreadable unreadable) {
        unreadable(unreadable.missing(), unreadable.refused(), rule.field("ports"));
      }
    }
  }

  private void unreadable(String missing, boolean refused, Field at) {
    if (refused) {
      report.fail(at, "is refused by the API server, which wants " + missing);
    } else {
      report.missing(missing, at);
    }
  }

  /** The API server drops fields that it does not know. */
  private void ignored(Field around, Set<String> known, String consequence) {
    List<Field> unknown =
        around.fields().stream()
            .filter(field -> !known.contains(field.name()))
            .filter(field -> !Field.isExpression(field.name()))
            .toList();
    for (Field field : unknown) {
      report.fail(
          field,
          Message.literal("has a field that is ignored, " + field.name() + consequence),
          mend(field, known));
    }
  }

  /** Some generators put an underscore before words that their language keeps for itself. */
  private static Fix mend(Field field, Set<String> known) {
    String meant = field.name().replaceFirst("^_", "");
    return known.contains(meant)
        ? Fix.advice("Call " + field.path() + " " + meant)
        : Fixes.remove(field);
  }
}
