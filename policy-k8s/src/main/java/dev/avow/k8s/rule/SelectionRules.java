package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.NetworkFacts.BACKENDS;
import static dev.avow.k8s.rule.NetworkFacts.NAMESPACES;
import static dev.avow.k8s.rule.NetworkFacts.OPAQUE;
import static dev.avow.k8s.rule.NetworkFacts.PODS;
import static dev.avow.k8s.rule.NetworkFacts.POLICIES;
import static dev.avow.k8s.rule.NetworkFacts.SERVICES;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/** Rules that what is selected or named is there. */
public final class SelectionRules {

  private static final String SERVICE =
      "https://kubernetes.io/docs/concepts/services-networking/service/";

  /** Whether what is not among the manifests does not exist. */
  public static final Parameter<Boolean> COMPLETE =
      Parameter.flag(
          "manifests-are-complete",
          false,
          "whether what is not among the manifests does not exist, so that nothing stays open");

  static final Facts<ScaleTarget> WORKLOADS =
      NetworkFacts.objects("scale-workloads", ScaleTarget.class, ScaleTarget::is);

  static final Facts<ScaleTarget> SCALE_TARGETS =
      NetworkFacts.objects("scale-targets", ScaleTarget.class, ScaleTarget::namedBy);

  /**
   * Every network policy selects a pod.
   *
   * <p>One that selects all pods of its namespace does so whether or not there are any. Where no
   * pod of the namespace is among the manifests, or an object that may bring some, it is not known.
   */
  public static final GroupRule NETWORK_POLICY_SELECTS_PODS =
      GroupRule.named("network-policy-selects-pods")
          .severity(LOW)
          .because(
              "A policy whose selector has a typing mistake protects nothing, and nobody is told.")
          .advise("Write the labels that the pods' templates have, and the pods' namespace.")
          .see(NetworkRules.PAGE)
          .alias("dangling-networkpolicy")
          .alias("networkpolicy-targets-pod")
          .alias("C-0299")
          .with(COMPLETE)
          .from(PRODUCTION)
          .overEverything(PODS, POLICIES, OPAQUE)
          .finds(Selections::ofPolicies);

  /** Every selector of peers in a network policy selects a pod. */
  public static final GroupRule PEERS_SELECT_PODS =
      GroupRule.named("network-policy-peers-select-pods")
          .severity(LOW)
          .because(
              "A peer that nobody is lets nobody through, and some day somebody else who takes its"
                  + " labels.")
          .advise("Write the labels that the peers' templates have, or remove the peer.")
          .see(NetworkRules.PAGE)
          .alias("dangling-networkpolicypeer-podselector")
          .with(COMPLETE)
          .onlyByName()
          .overEverything(PODS, POLICIES, NAMESPACES, OPAQUE)
          .finds(Selections::ofPeers);

  /** Every Service with a selector selects a pod. */
  public static final GroupRule SERVICE_SELECTS_PODS =
      GroupRule.named("service-selects-pods")
          .severity(LOW)
          .because(
              "A Service that selects nothing serves nothing, and whoever may make pods with its"
                  + " labels gets what is meant for it.")
          .advise("Write the labels that the pods' templates have.")
          .see(SERVICE)
          .alias("dangling-service")
          .alias("service-targets-pod")
          .alias("C-0293")
          .alias("LNK001")
          .with(COMPLETE)
          .from(PRODUCTION)
          .overEverything(PODS, SERVICES, OPAQUE)
          .finds(Selections::ofServices);

  /** Every Service that an Ingress or a route leads to is there. */
  public static final GroupRule BACKENDS_EXIST =
      GroupRule.named("ingress-backends-exist")
          .severity(LOW)
          .because(
              "Whoever may make a Service of that name in the namespace gets the requests that are"
                  + " meant for another.")
          .advise("Name a Service of the same namespace, or remove the path.")
          .see(IngressRules.PAGE)
          .alias("dangling-ingress")
          .alias("ingress-targets-service")
          .alias("C-0298")
          .alias("LNK001")
          .with(COMPLETE)
          .from(PRODUCTION)
          .overEverything(SERVICES, BACKENDS, OPAQUE)
          .finds(Selections::ofBackends);

  /** Every workload that an autoscaler scales is there. */
  public static final GroupRule SCALE_TARGET_EXISTS =
      GroupRule.named("scale-target-exists")
          .severity(LOW)
          .because("An autoscaler without its workload leaves the workload at the size it has.")
          .advise("Name in scaleTargetRef the kind and the name of the workload.")
          .see("https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/")
          .alias("horizontalpodautoscaler-has-target")
          .alias("dangling-horizontalpodautoscaler")
          .alias("C-0307")
          .with(COMPLETE)
          .from(PRODUCTION)
          .overEverything(WORKLOADS, SCALE_TARGETS, OPAQUE)
          .finds(Selections::ofAutoscalers);

  private SelectionRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        NETWORK_POLICY_SELECTS_PODS,
        PEERS_SELECT_PODS,
        SERVICE_SELECTS_PODS,
        BACKENDS_EXIST,
        SCALE_TARGET_EXISTS);
  }
}
