package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;
import static dev.avow.policy.hardening.Profile.PRODUCTION;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.Direction;
import dev.avow.k8s.network.NetworkPolicy;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.NumberRange;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;

/** Rules about what single network policies say. */
public final class NetworkPolicyRules {

  private static final String API =
      "https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/";
  private static final String RECIPES =
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/"
          + "#behavior-of-to-and-from-selectors";

  /** Whether a rule may be for everybody that names ports. */
  public static final Parameter<Boolean> PORTS_ARE_ENOUGH =
      Parameter.flag(
          "ports-are-enough", false, "whether a rule that names ports may be for everybody");

  /** The ports to which everything may be connected. */
  public static final Parameter<List<NumberRange>> EXEMPT_PORTS =
      Parameter.ranges(
          "exempt-ports",
          List.of(NumberRange.of(53, 53)),
          "a rule for these ports alone may be for everybody");

  /** Whether a block that is everything but some addresses counts as less than everything. */
  public static final Parameter<Boolean> EXCEPTIONS_COUNT =
      Parameter.flag(
          "exceptions-count",
          false,
          "whether all addresses but some are less than all, whatever is taken out");

  /** No policy that isolates pods lets everybody in again. */
  public static final Rule<Resource> NO_INGRESS_FROM_EVERYWHERE =
      Rule.named("no-ingress-from-everywhere")
          .severity(HIGH)
          .because(
              "A rule that names nobody is for everybody, in the cluster and outside, so that the"
                  + " policy protects nothing.")
          .advise(
              "Name in from who may come in; for what comes through a load balancer, its"
                  + " addresses or the pods of the ingress controller.")
          .see(NetworkRules.PAGE + "#allow-all-ingress-traffic")
          .see(API)
          .with(PORTS_ARE_ENOUGH)
          .from(RESTRICTED)
          .forEach(Targets.RESOURCE)
          .when(NetworkPolicyRules::isPolicy)
          .finds((policy, report) -> OpenRules.toEverybody(policy, Direction.INGRESS, report));

  /** No policy lets in every pod of the cluster. */
  public static final Rule<Resource> NO_INGRESS_FROM_WHOLE_CLUSTER =
      Rule.named("no-ingress-from-whole-cluster")
          .severity(MEDIUM)
          .because(
              "An empty namespaceSelector selects all namespaces, those of other tenants as well:"
                  + " what is kept out is the outside alone.")
          .advise(
              "Select namespaces by label, such as kubernetes.io/metadata.name, and pods beside it"
                  + " in the same item.")
          .see(RECIPES)
          .with(PORTS_ARE_ENOUGH)
          .from(PRODUCTION)
          .forEach(Targets.RESOURCE)
          .when(NetworkPolicyRules::isPolicy)
          .finds((policy, report) -> OpenRules.toWholeCluster(policy, Direction.INGRESS, report));

  /** No policy that isolates pods lets them out to everything again; name servers aside. */
  public static final Rule<Resource> NO_EGRESS_TO_EVERYWHERE =
      Rule.named("no-egress-to-everywhere")
          .severity(MEDIUM)
          .because(
              "A rule that names nobody is for everybody, so that what was taken over may still"
                  + " connect to anything in the cluster and outside.")
          .advise("Name in to where the pods may connect to.")
          .see(NetworkRules.PAGE + "#allow-all-egress-traffic")
          .see(API)
          .with(EXEMPT_PORTS)
          .with(EXCEPTIONS_COUNT)
          .from(PRODUCTION)
          .forEach(Targets.RESOURCE)
          .when(NetworkPolicyRules::isPolicy)
          .finds((policy, report) -> OpenRules.toEverybody(policy, Direction.EGRESS, report));

  /** No policy lets pods out to every pod of the cluster; name servers aside. */
  public static final Rule<Resource> NO_EGRESS_TO_WHOLE_CLUSTER =
      Rule.named("no-egress-to-whole-cluster")
          .severity(LOW)
          .because(
              "An empty namespaceSelector selects all namespaces, so that what was taken over may"
                  + " try each pod of the cluster.")
          .advise("Select namespaces by label, such as kubernetes.io/metadata.name.")
          .see(RECIPES)
          .with(EXEMPT_PORTS)
          .from(MULTI_TENANT)
          .forEach(Targets.RESOURCE)
          .when(NetworkPolicyRules::isPolicy)
          .finds((policy, report) -> OpenRules.toWholeCluster(policy, Direction.EGRESS, report));

  /** No policy says what the API server refuses, ignores, or takes to mean something else. */
  public static final Rule<Resource> HAS_EFFECT_AS_WRITTEN =
      Rule.named("network-policy-has-effect-as-written")
          .severity(HIGH)
          .because(
              "A field that is ignored, such as _from, leaves a rule for everybody, and rules of a"
                  + " type that policyTypes does not name isolate nothing: the policy looks like"
                  + " protection and is none.")
          .advise(
              "Write the fields as the API calls them, and name in policyTypes each direction that"
                  + " is meant.")
          .see(API)
          .alias("missingNetworkPolicy")
          .from(BASELINE)
          .forEach(Targets.RESOURCE)
          .when(NetworkPolicyRules::isPolicy)
          .finds(WrittenEffect::judge);

  /** Every policy says by label which pods it is for. */
  public static final Rule<Resource> SELECTS_BY_LABEL =
      Rule.named("network-policy-selects-by-label")
          .severity(LOW)
          .because(
              "What is allowed to all pods of a namespace is allowed to those that need it not;"
                  + " where a default denial is a policy of its own, others can be for some pods.")
          .advise("Select in podSelector the pods that the rules are for.")
          .see(API)
          .alias("restrict-networkpolicy-empty-podselector")
          .alias("KSV-0038")
          .onlyByName()
          .forEach(Targets.RESOURCE)
          .when(NetworkPolicyRules::isPolicy)
          .finds(NetworkPolicyRules::selectsAll);

  private NetworkPolicyRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        NO_INGRESS_FROM_EVERYWHERE,
        NO_INGRESS_FROM_WHOLE_CLUSTER,
        NO_EGRESS_TO_EVERYWHERE,
        NO_EGRESS_TO_WHOLE_CLUSTER,
        HAS_EFFECT_AS_WRITTEN,
        SELECTS_BY_LABEL);
  }

  private static Check isPolicy(Resource resource) {
    return Held.isAny(resource, NetworkPolicy::isOne);
  }

  private static void selectsAll(Resource resource, Reporter report) {
    Held.in(resource, NetworkPolicy::isOne)
        .forEach(
            policy -> {
              Field selector = policy.at("spec").field("podSelector");
              boolean selects = selector.fields().stream().anyMatch(part -> isFilled(part));
              PodSecurity.report(
                  selector.decide(selects),
                  "selects every pod of its namespace",
                  field -> Fix.advice("Select pods in " + field.path()),
                  report);
            });
  }

  private static boolean isFilled(Field part) {
    return !part.fields().isEmpty() || !part.items().isEmpty() || part.isUnresolved();
  }
}
