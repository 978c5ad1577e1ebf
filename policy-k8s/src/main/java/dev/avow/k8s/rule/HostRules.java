package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.NumberRange;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;

/** Rules about what pods share with the node that they run on. */
public final class HostRules {

  /** The namespaces of a node that a pod can share, by the field that asks for it. */
  enum Namespace {
    HOST_NETWORK("hostNetwork"),
    HOST_PID("hostPID"),
    HOST_IPC("hostIPC");

    private final String field;

    Namespace(String field) {
      this.field = field;
    }

    static Namespace parse(String text) {
      for (Namespace namespace : values()) {
        if (namespace.field.equals(text)) {
          return namespace;
        }
      }
      throw new IllegalArgumentException(
          "namespace must be hostNetwork, hostPID or hostIPC but was \"%s\"".formatted(text));
    }

    @Override
    public String toString() {
      return field;
    }
  }

  private static final Parameter<List<Namespace>> ALLOWED =
      Parameter.allParsed(
              "allowed",
              Namespace.class,
              Namespace::parse,
              List.of(),
              "a list of hostNetwork, hostPID and hostIPC",
              "the namespaces of its node that a pod may share")
          .stricterIf(Stricter.FEWER);

  private static final Parameter<List<NumberRange>> PORTS =
      Parameter.ranges(
              "allowed",
              List.of(),
              "the ports of its node that a container may take; none if empty")
          .stricterIf(Stricter.FEWER);

  private static final List<Namespace> NAMESPACES = List.of(Namespace.values());
  private static final String HOST_PROCESS = "hostProcess";

  /** No pod shares the network, the processes or the memory of its node. */
  public static final Rule<PodSpec> NO_HOST_NAMESPACES =
      Rule.named("no-host-namespaces")
          .severity(HIGH)
          .because(
              "A pod in a namespace of its node sees, and may reach, what all other pods and the"
                  + " node itself do there.")
          .advise("Remove hostNetwork, hostPID and hostIPC.")
          .see(PodSecurity.PAGE)
          .alias("hostNamespaces")
          .alias("disallow-host-namespaces")
          .alias("hostNetworkSet")
          .alias("hostPIDSet")
          .alias("hostIPCSet")
          .alias("host-pid")
          .alias("host-ipc")
          .alias("host-network")
          .alias("KSV-0008")
          .alias("KSV-0009")
          .alias("KSV-0010")
          .alias("CKV_K8S_17")
          .alias("CKV_K8S_18")
          .alias("CKV_K8S_19")
          .alias("C-0038")
          .alias("C-0041")
          .alias("C-0275")
          .alias("C-0276")
          .alias("PSS102")
          .alias("hostns")
          .alias("K8sPSPHostNamespace")
          .alias("K8sPSPHostNetworkingPorts")
          .with(ALLOWED)
          .from(BASELINE)
          .forEach(Targets.POD)
          .finds(HostRules::sharedNamespaces);

  /** No container takes a port of its node. */
  public static final Rule<Container> NO_HOST_PORTS =
      Rule.named("no-host-ports")
          .severity(MEDIUM)
          .because(
              "Whoever reaches the node reaches a port that a container takes there, past services"
                  + " and, with many network plugins, past network policies.")
          .advise("Remove hostPort, and let a Service bring the traffic in.")
          .see(PodSecurity.PAGE)
          .alias("hostPorts")
          .alias("disallow-host-ports")
          .alias("hostPortSet")
          .alias("KSV-0024")
          .alias("CKV_K8S_26")
          .alias("C-0044")
          .alias("PSS106")
          .alias("disallow-host-ports-range")
          .alias("K8sPSPHostNetworkingPorts")
          .with(PORTS)
          .from(BASELINE)
          .forEach(Targets.CONTAINER)
          .finds(HostRules::hostPorts);

  /** No container is started as a process of its Windows node. */
  public static final Rule<Container> NO_HOST_PROCESS =
      Rule.named("no-host-process")
          .severity(CRITICAL)
          .because("A host process container is no container: it is a program on the node.")
          .advise("Remove windowsOptions.hostProcess.")
          .see(PodSecurity.PAGE)
          .alias("windowsHostProcess")
          .alias("disallow-host-process")
          .alias("hostProcess")
          .alias("KSV-0103")
          .alias("C-0211")
          .alias("PSS101")
          .alias("K8sPSPHostProcess")
          .from(BASELINE)
          .forEach(Targets.CONTAINER)
          .requires(container -> PodSecurity.unsetOrFalse(hostProcess(container)))
          .otherwise("runs as a process of its node: {field} {found}")
          .fix(container -> Fixes.set(hostProcess(container), false))
          .build();

  /** No pod starts its containers as processes of their Windows node. */
  public static final Rule<PodSpec> POD_DOES_NOT_DEFAULT_TO_HOST_PROCESS =
      Rule.named("pod-does-not-default-to-host-process")
          .severity(CRITICAL)
          .because(
              "A host process container is no container, and each one of the pod that says nothing"
                  + " else becomes one.")
          .advise("Remove windowsOptions.hostProcess from the pod's securityContext.")
          .see(PodSecurity.PAGE)
          .alias("windowsHostProcess")
          .alias("disallow-host-process")
          .alias("hostProcess")
          .alias("K8sPSPHostProcess")
          .alias("KSV-0103")
          .alias("C-0211")
          .alias("PSS101")
          .from(BASELINE)
          .forEach(Targets.POD)
          .requires(pod -> PodSecurity.unsetOrFalse(hostProcess(pod)))
          .otherwise("runs its containers as processes of their node: {field} {found}")
          .fix(pod -> Fixes.set(hostProcess(pod), false))
          .build();

  private HostRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        NO_HOST_NAMESPACES, NO_HOST_PORTS, NO_HOST_PROCESS, POD_DOES_NOT_DEFAULT_TO_HOST_PROCESS);
  }

  private static void sharedNamespaces(PodSpec pod, Reporter report) {
    List<Namespace> allowed = report.settings().get(ALLOWED);
    for (Namespace namespace : NAMESPACES) {
      if (!allowed.contains(namespace)) {
        PodSecurity.report(
            PodSecurity.unsetOrFalse(pod.place().field(namespace.field)),
            "shares a namespace of its node",
            Fixes::remove,
            report);
      }
    }
  }

  private static void hostPorts(Container container, Reporter report) {
    for (Field port : PodSecurity.items(container.place().field("ports"), report)) {
      Field hostPort = port.field("hostPort");
      PodSecurity.report(
          PodSecurity.unsetOr(hostPort, field -> mayBeTaken(field.integer().orElse(-1), report)),
          "takes a port of its node",
          Fixes::remove,
          report);
    }
  }

  /** The port 0 is none. */
  private static boolean mayBeTaken(long port, Reporter report) {
    return port == 0
        || report.settings().get(PORTS).stream().anyMatch(range -> range.contains(port));
  }

  private static Field hostProcess(Container container) {
    return PodSecurity.own(container, "windowsOptions").field(HOST_PROCESS);
  }

  private static Field hostProcess(PodSpec pod) {
    return PodSecurity.own(pod, "windowsOptions").field(HOST_PROCESS);
  }
}
