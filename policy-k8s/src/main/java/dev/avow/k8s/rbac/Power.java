package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that access to the API comes to, though the rule that gives it looks harmless.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks">Privilege
 *     escalation risks</a>
 */
public enum Power {
  /** All that can be done to all resources. */
  EVERYTHING("do everything", each("get list watch create update patch delete", "*.*")),

  /** The content of secrets: a list or a watch shows it as well. */
  READ_SECRETS("read secrets", each("get list watch", "secrets")),

  /** New pods, which may take any account and any secret of their namespace. */
  CREATE_WORKLOADS(
      "create pods",
      each(
          "create",
          "pods",
          "replicationcontrollers",
          "deployments.apps",
          "daemonsets.apps",
          "replicasets.apps",
          "statefulsets.apps",
          "cronjobs.batch",
          "jobs.batch")),

  /** Commands in pods that run; a websocket needs no more than get. */
  ENTER_PODS(
      "run commands in pods",
      each("create get", "pods/exec", "pods/attach"),
      each("update patch", "pods/ephemeralcontainers")),

  /** The kubelet's own API, past the API server; get is enough to run commands. */
  PROXY_NODES(
      "talk to the kubelet of nodes", each("get create update patch delete", "nodes/proxy")),

  /** Roles with more than oneself has, or bindings of them. */
  ESCALATE_ROLES(
      "give more than they have",
      each(
          "escalate bind",
          "roles.rbac.authorization.k8s.io",
          "clusterroles.rbac.authorization.k8s.io"),
      named("cluster-admin", each("escalate bind", "clusterroles.rbac.authorization.k8s.io"))),

  /** The place of others. */
  IMPERSONATE(
      "act as others",
      each("impersonate", "users", "groups", "serviceaccounts"),
      named(Principal.MASTERS, each("impersonate", "groups"))),

  /** Tokens of service accounts. */
  CREATE_TOKENS("create tokens of service accounts", each("create", "serviceaccounts/token")),

  /** Certificates by which the API server knows whom it is told to. */
  APPROVE_CERTIFICATES(
      "have certificates signed",
      each("update patch", "certificatesigningrequests.certificates.k8s.io/approval"),
      each("approve", "signers.certificates.k8s.io"),
      named("kubernetes.io/kube-apiserver-client", each("approve", "signers.certificates.k8s.io"))),

  /** Volumes that are a path of a node. */
  CREATE_VOLUMES("create volumes of nodes' paths", each("create", "persistentvolumes")),

  /** Webhooks that see, change or refuse what others write. */
  CONFIGURE_ADMISSION(
      "see and change what others write",
      each(
          "create update patch delete",
          "mutatingwebhookconfigurations.admissionregistration.k8s.io",
          "validatingwebhookconfigurations.admissionregistration.k8s.io")),

  /** Labels of namespaces, which pod security and network policies go by. */
  LABEL_NAMESPACES("change what namespaces enforce", each("update patch", "namespaces")),

  /** Graphs, which kro turns into any resource in its own name. */
  CREATE_GRAPHS(
      "have kro create what they want",
      each("create update patch", "resourcegraphdefinitions.kro.run")),

  /** Roles and bindings within what oneself has. */
  CHANGE_ROLES(
      "change roles and bindings",
      each(
          "create update patch delete",
          "roles.rbac.authorization.k8s.io",
          "clusterroles.rbac.authorization.k8s.io",
          "rolebindings.rbac.authorization.k8s.io",
          "clusterrolebindings.rbac.authorization.k8s.io")),

  /** What tells afterwards what has happened. */
  ERASE_TRACES(
      "erase events and logs",
      each("delete deletecollection", "events", "events.events.k8s.io", "pods/log")),

  /** Ports of pods that no network policy opens. */
  FORWARD_PORTS("reach ports of pods", each("create get", "pods/portforward")),

  /** What programs are configured by. */
  WRITE_CONFIG_MAPS(
      "change config maps", each("create update patch delete deletecollection", "configmaps")),

  /** Which traffic goes where. */
  CHANGE_NETWORK(
      "change where traffic goes",
      each(
          "create update patch delete deletecollection",
          "services",
          "ingresses.networking.k8s.io",
          "networkpolicies.networking.k8s.io")),

  /** Addresses behind services, of other namespaces too. */
  WRITE_ENDPOINTS(
      "send traffic to other namespaces",
      each("create update patch", "endpoints", "endpointslices.discovery.k8s.io"));

  private static final Set<Power> ESCALATIONS = EnumSet.range(READ_SECRETS, LABEL_NAMESPACES);

  private final String phrase;

  @SuppressWarnings("ImmutableEnumChecker") // the list is made by toList, of records
  private final List<Request> requests;

  @SafeVarargs
  @SuppressWarnings("varargs") // streams are read only
  Power(String phrase, Stream<Request>... requests) {
    this.phrase = phrase;
    this.requests = Arrays.stream(requests).flatMap(each -> each).toList();
  }

  private static Stream<Request> each(String verbs, String... resources) {
    return Arrays.stream(verbs.split(" "))
        .flatMap(verb -> Arrays.stream(resources).map(resource -> Request.to(verb, resource)));
  }

  private static Stream<Request> named(String name, Stream<Request> requests) {
    return requests.map(request -> request.named(name));
  }

  /** Returns those by which one comes to have more than one was given. */
  public static Set<Power> escalations() {
    return EnumSet.copyOf(ESCALATIONS);
  }

  /** Returns what holders can do, as an infinitive: {@code read secrets}. */
  public String phrase() {
    return phrase;
  }

  /** Returns the requests of which any gives the power; for everything, all are needed. */
  public List<Request> requests() {
    return requests;
  }

  /**
   * Returns which of {@code rules}, all those of one role, give it.
   *
   * @param within how the role is given
   */
  public Held in(List<PolicyRule> rules, Extent within) {
    Set<PolicyRule> certain = new LinkedHashSet<>();
    Set<PolicyRule> perhaps = new LinkedHashSet<>();
    List<Match> answers = new ArrayList<>();
    for (Request request : requests) {
      Match answer = Match.of(false);
      for (PolicyRule rule : rules) {
        Match allowed = within.allows(rule, request);
        answer = answer.or(allowed);
        if (!allowed.fails()) {
          (allowed.holds() ? certain : perhaps).add(rule);
        }
      }
      answers.add(answer);
    }
    Match given =
        this == EVERYTHING
            ? answers.stream().reduce(Match.of(true), Match::and)
            : answers.stream().reduce(Match.of(false), Match::or);
    return new Held(given, List.copyOf(given.holds() ? certain : perhaps));
  }
}
