package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.NetworkFacts.FOREIGN;
import static dev.avow.k8s.rule.NetworkFacts.NAMESPACES;
import static dev.avow.k8s.rule.NetworkFacts.PODS;
import static dev.avow.k8s.rule.NetworkFacts.POLICIES;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;
import static dev.avow.policy.hardening.Profile.PRODUCTION;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.network.Cidr;
import dev.avow.k8s.network.Direction;
import dev.avow.k8s.network.LabelSelector;
import dev.avow.k8s.network.Port;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/** Rules about who may talk to whom. */
public final class NetworkRules {

  static final String PAGE =
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/";

  /** Whether the namespace must deny what comes in. */
  public static final Parameter<Boolean> DENY_INGRESS =
      Parameter.flag("ingress", true, "whether what comes in must be denied");

  /** Whether the namespace must deny what goes out. */
  public static final Parameter<Boolean> DENY_EGRESS =
      Parameter.flag("egress", true, "whether what goes out must be denied");

  /** The namespace of the cluster's name servers. */
  public static final Parameter<String> DNS_NAMESPACE =
      Parameter.text("namespace", "kube-system", "the namespace of the cluster's name servers");

  /** How the pods of the cluster's name servers are selected. */
  public static final Parameter<LabelSelector> DNS_PODS =
      Parameter.parsed(
          "pods",
          LabelSelector.class,
          LabelSelector::parse,
          LabelSelector.parse("k8s-app=kube-dns"),
          "a label selector such as \"k8s-app=kube-dns\"",
          "how the pods of the cluster's name servers are selected");

  /** The port that the pods of the name servers listen on. */
  public static final Parameter<Long> DNS_PORT =
      Parameter.number("port", 53, "the port that the pods of the name servers listen on");

  /** The ports of the API server. */
  public static final Parameter<List<Port>> API_PORTS =
      Parameter.allParsed(
          "ports",
          Port.class,
          Port::parse,
          List.of(Port.tcp(443), Port.tcp(6443)),
          "a list of ports such as \"443\"",
          "the ports of the API server, one of which must be open");

  /** Where the API server is. */
  public static final Parameter<Cidr> API_SERVER =
      Parameter.parsed(
          "api-server",
          Cidr.class,
          Cidr::parseAddressOrBlock,
          Cidr.parse("0.0.0.0/0"),
          "an address or a block such as \"10.0.0.1/32\"",
          "the addresses of the API server; it may be anywhere unless they are named");

  /**
   * Every pod is selected by a network policy that isolates it for ingress.
   *
   * <p>It looks at everything at once, as a policy of a plugin may concern all namespaces and a
   * namespace may be an expression. It matters less than a hole that is open already: whoever gets
   * past it still meets what the pod itself asks of a caller.
   */
  public static final GroupRule POD_IS_ISOLATED_FOR_INGRESS =
      GroupRule.named("pod-is-isolated-for-ingress")
          .severity(MEDIUM)
          .because(
              "A pod that no network policy selects accepts connections from every other pod of the"
                  + " cluster, so that one that was taken over reaches all of them.")
          .advise(
              "Add a NetworkPolicy to the namespace whose podSelector selects the pod; an empty one"
                  + " selects all pods. Then allow what must come in.")
          .see(PAGE)
          .alias("require-netpol")
          .alias("non-isolated-pod")
          .alias("pod-networkpolicy")
          .alias("missingNetworkPolicy")
          .alias("CKV2_K8S_6")
          .alias("C-0260")
          .alias("C-0030")
          .from(RESTRICTED)
          .overEverything(PODS, POLICIES, FOREIGN)
          .finds((group, report) -> PodIsolation.judge(group, Direction.INGRESS, report));

  /** Every pod is selected by a network policy that isolates it for egress. */
  public static final GroupRule POD_IS_ISOLATED_FOR_EGRESS =
      GroupRule.named("pod-is-isolated-for-egress")
          .severity(LOW)
          .because(
              "What was taken over calls home, fetches tools and looks around in the cluster, as"
                  + " long as no policy says where the pod may connect to.")
          .advise(
              "Add a NetworkPolicy with policyTypes: [Egress] that selects the pod. Then allow what"
                  + " it must reach, and the name servers.")
          .see(PAGE)
          .alias("pod-networkpolicy")
          .alias("missingNetworkPolicy")
          .alias("C-0030")
          .from(MULTI_TENANT)
          .overEverything(PODS, POLICIES, FOREIGN)
          .finds((group, report) -> PodIsolation.judge(group, Direction.EGRESS, report));

  /** Every namespace isolates all of its pods, those that are still to come as well. */
  public static final GroupRule NAMESPACE_DENIES_BY_DEFAULT =
      GroupRule.named("namespace-denies-by-default")
          .severity(MEDIUM)
          .because(
              "Policies for single pods leave out those that somebody adds later; one that selects"
                  + " all pods of the namespace holds for them, too.")
          .advise(
              "Add a NetworkPolicy with an empty podSelector, policyTypes: [Ingress, Egress] and no"
                  + " rules; others then allow what is needed.")
          .see(PAGE + "#default-policies")
          .alias("add-network-policy")
          .alias("C-0206")
          .alias("netpols")
          .with(DENY_INGRESS)
          .with(DENY_EGRESS)
          .from(MULTI_TENANT)
          .overEverything(PODS, POLICIES, FOREIGN, NAMESPACES)
          .finds(DefaultDenial::judge);

  /** Every pod that may connect to some places only may ask the cluster's name servers, too. */
  public static final GroupRule EGRESS_ALLOWS_NAME_RESOLUTION =
      GroupRule.named("egress-allows-name-resolution")
          .severity(LOW)
          .because(
              "A pod whose policies let it out, but not to the name servers, finds nothing by name;"
                  + " long answers come over TCP, so that both protocols are needed.")
          .advise(
              "Allow egress to port 53 of the pods with k8s-app: kube-dns in kube-system, over UDP"
                  + " and TCP.")
          .see(PAGE)
          .see("https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/")
          .with(DNS_NAMESPACE)
          .with(DNS_PODS)
          .with(DNS_PORT)
          .from(PRODUCTION)
          .overEverything(PODS, POLICIES, FOREIGN, NAMESPACES)
          .finds(NameResolution::judge);

  /**
   * Every pod with a token that it was given on purpose, and that may connect to some places only,
   * may connect to the API server, too.
   */
  public static final GroupRule EGRESS_ALLOWS_API_SERVER =
      GroupRule.named("egress-allows-api-server")
          .title("egress allows API server")
          .severity(LOW)
          .because(
              "The token is of no use where the policies do not let the pod reach the API server:"
                  + " one of the two is a mistake.")
          .advise(
              "Allow egress to the port of the API server, or set automountServiceAccountToken to"
                  + " false.")
          .see(PAGE)
          .see(
              "https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/"
                  + "#directly-accessing-the-rest-api")
          .with(API_PORTS)
          .with(API_SERVER)
          .from(PRODUCTION)
          .overEverything(
              PODS,
              POLICIES,
              FOREIGN,
              NAMESPACES,
              ServiceAccountRules.POD_ACCOUNTS,
              ServiceAccountRules.OFFERED_TOKENS)
          .finds(ApiServerAccess::judge);

  private NetworkRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        POD_IS_ISOLATED_FOR_INGRESS,
        POD_IS_ISOLATED_FOR_EGRESS,
        NAMESPACE_DENIES_BY_DEFAULT,
        EGRESS_ALLOWS_NAME_RESOLUTION,
        EGRESS_ALLOWS_API_SERVER);
  }
}
