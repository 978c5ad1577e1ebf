package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;

import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rules about the settings of the kernel that a pod changes. */
public final class SysctlRules {

  private static final String SYSCTLS =
      "https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/";

  /** The version of the standard from which on each of them is taken for safe. */
  private static final Map<String, KubernetesVersion> SAFE_FROM = new TreeMap<>();

  static {
    safe(
        KubernetesVersion.of(1, 0),
        "kernel.shm_rmid_forced",
        "net.ipv4.ip_local_port_range",
        "net.ipv4.ip_unprivileged_port_start",
        "net.ipv4.ping_group_range",
        "net.ipv4.tcp_syncookies");
    safe(KubernetesVersion.of(1, 27), "net.ipv4.ip_local_reserved_ports");
    safe(
        KubernetesVersion.of(1, 29),
        "net.ipv4.tcp_fin_timeout",
        "net.ipv4.tcp_keepalive_intvl",
        "net.ipv4.tcp_keepalive_probes",
        "net.ipv4.tcp_keepalive_time");
    safe(KubernetesVersion.of(1, 32), "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem");
    safe(
        KubernetesVersion.of(1, 37),
        "net.ipv4.tcp_notsent_lowat",
        "net.ipv4.tcp_slow_start_after_idle");
  }

  /** No pod sets a sysctl that concerns more than itself. */
  public static final Rule<PodSpec> SYSCTLS_ARE_SAFE =
      Rule.named("sysctls-are-safe")
          .severity(MEDIUM)
          .because(
              "A sysctl that the kernel does not keep apart for each pod changes the whole node,"
                  + " and some switch its defences off.")
          .advise("Remove it from securityContext.sysctls, or set it on the node.")
          .see(PodSecurity.PAGE)
          .see(SYSCTLS)
          .alias("sysctls")
          .alias("restrict-sysctls")
          .alias("unsafe-sysctls")
          .alias("KSV-0026")
          .alias("C-0211")
          .alias("PSS111")
          .alias("K8sPSPForbiddenSysctls")
          .from(BASELINE)
          .forEach(Targets.POD)
          .finds(SysctlRules::unsafeSysctls);

  private static final Parameter<List<Glob>> ALLOWED =
      Parameter.globs(
              "allowed",
              List.of("kernel.shm*", "kernel.msg*", "kernel.sem", "fs.mqueue.*", "net.*"),
              "the sysctls that a pod may set; none if empty")
          .stricterIf(Stricter.FEWER);

  private static final Parameter<List<Glob>> FORBIDDEN =
      Parameter.globs(
              "forbidden", List.of(), "the sysctls that no pod may set, though they are allowed")
          .stricterIf(Stricter.MORE);

  /**
   * Every sysctl that a pod sets is one that the policy allows: those that the kernel keeps apart
   * for each pod, unless others are named. Off unless named, as {@link #SYSCTLS_ARE_SAFE} says
   * more.
   */
  public static final Rule<PodSpec> SYSCTLS_ARE_ALLOWED =
      Rule.named("sysctls-are-allowed")
          .severity(MEDIUM)
          .because("What a sysctl does to its node, the owner of the node must have thought of.")
          .advise("Remove it from securityContext.sysctls, or allow it in the policy.")
          .see(SYSCTLS)
          .alias("K8sPSPForbiddenSysctls")
          .alias("unsafe-sysctls")
          .with(ALLOWED)
          .with(FORBIDDEN)
          .onlyByName()
          .forEach(Targets.POD)
          .finds(SysctlRules::foreignSysctls);

  private SysctlRules() {}

  private static void safe(KubernetesVersion from, String... names) {
    for (String name : names) {
      SAFE_FROM.put(name, from);
    }
  }

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(SYSCTLS_ARE_SAFE, SYSCTLS_ARE_ALLOWED);
  }

  private static void unsafeSysctls(PodSpec pod, Reporter report) {
    KubernetesVersion version = report.settings().profile().kubernetes();
    for (Field sysctl : PodSecurity.items(PodSecurity.own(pod, "sysctls"), report)) {
      PodSecurity.report(
          PodSecurity.set(
              sysctl.field("name"),
              name -> name.text().filter(text -> isSafe(text, version)).isPresent()),
          "sets a sysctl that may concern the whole node",
          name -> Fixes.remove(sysctl),
          report);
    }
  }

  private static void foreignSysctls(PodSpec pod, Reporter report) {
    for (Field sysctl : PodSecurity.items(PodSecurity.own(pod, "sysctls"), report)) {
      PodSecurity.report(
          PodSecurity.set(
              sysctl.field("name"),
              name -> name.text().filter(text -> isAllowed(text, report)).isPresent()),
          "sets a sysctl that is not allowed",
          name -> Fixes.remove(sysctl),
          report);
    }
  }

  private static boolean isAllowed(String sysctl, Reporter report) {
    String name = withDots(sysctl);
    return report.settings().get(ALLOWED).stream().anyMatch(glob -> glob.matches(name))
        && report.settings().get(FORBIDDEN).stream().noneMatch(glob -> glob.matches(name));
  }

  /** Where a slash comes first, slashes part the words and dots belong to them. */
  private static String withDots(String sysctl) {
    int slash = sysctl.indexOf('/');
    int dot = sysctl.indexOf('.');
    return slash < 0 || (dot >= 0 && dot < slash) ? sysctl : sysctl.replace('/', '.');
  }

  private static boolean isSafe(String sysctl, KubernetesVersion version) {
    KubernetesVersion from = SAFE_FROM.get(sysctl);
    return from != null && version.isAtLeast(from);
  }
}
