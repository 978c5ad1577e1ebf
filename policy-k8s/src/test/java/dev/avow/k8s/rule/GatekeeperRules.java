package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.PeerRule.notComparable;
import static dev.avow.k8s.rule.PeerRule.says;
import static java.util.Map.entry;

import dev.avow.policy.document.Field;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.KubernetesVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a policy says the constraints of Gatekeeper's library. */
final class GatekeeperRules {

  private static final String SEVERAL = "needs several resources";
  private static final String OTHER = "is about availability or metadata";

  private static final String RULE = "requests-and-limits-are-set";

  static final Map<String, PeerRule> ALL =
      Map.ofEntries(
          entry(
              "K8sAllowedRepos",
              says("image-is-allowed")
                  .with(
                      (given, profile) ->
                          profile.set(
                              "image-is-allowed", "images", prefixes(given.field("repos"))))),
          entry(
              "K8sAllowedReposv2",
              says("image-is-allowed")
                  .with(
                      (given, profile) ->
                          profile.set(
                              "image-is-allowed",
                              "images",
                              patterns(given.field("allowedImages"))))),
          entry(
              "K8sDisallowedRepos",
              says("image-is-not-forbidden")
                  .with(
                      (given, profile) ->
                          profile.set(
                              "image-is-not-forbidden", "images", prefixes(given.field("repos"))))),
          entry(
              "K8sDisallowedTags",
              says("image-tag-is-specific")
                  .with(
                      (given, profile) ->
                          profile.set(
                              "image-tag-is-specific", "tags", texts(given.field("tags"))))),
          entry("K8sDisallowInteractiveTTY", says("no-interactive-terminal")),
          entry(
              "K8sPSPAllowedUsers",
              says("runs-as-non-root").set("runs-as-non-root", "user-id-is-enough", true)),
          entry(
              "K8sPSPAppArmor",
              says("apparmor-profile-is-allowed")
                  .with(
                      (given, profile) -> profiles("apparmor-profile-is-allowed", given, profile))),
          entry(
              "K8sPSPSeccomp",
              says("seccomp-profile-is-allowed")
                  .set("seccomp-profile-is-allowed", "annotations-count", true)
                  .with(
                      (given, profile) -> profiles("seccomp-profile-is-allowed", given, profile))),
          entry(
              "K8sPSPSeccompV2",
              says("seccomp-profile-is-allowed")
                  .with(
                      (given, profile) -> profiles("seccomp-profile-is-allowed", given, profile))),
          entry(
              "K8sPSPCapabilities",
              says("adds-no-capabilities", "drops-required-capabilities")
                  .with(GatekeeperRules::capabilities)),
          entry("K8sPSPFSGroup", says("fs-group-is-in-range").with(GatekeeperRules::fsGroup)),
          entry(
              "K8sPSPFlexVolumes",
              says("flex-volume-drivers-are-allowed").with(GatekeeperRules::drivers)),
          entry(
              "K8sPSPForbiddenSysctls", says("sysctls-are-allowed").with(GatekeeperRules::sysctls)),
          entry(
              "K8sPSPHostFilesystem",
              says("host-paths-are-allowed").with(GatekeeperRules::hostPaths)),
          entry(
              "K8sPSPHostNetworkingPorts",
              says("no-host-ports", "no-host-namespaces").with(GatekeeperRules::hostPorts)),
          entry(
              "K8sPSPProcMount",
              says("proc-mount-is-default", "proc-mount-is-default-in-user-namespaces")),
          entry(
              "K8sPSPSELinuxV2",
              says("selinux-options-are-allowed").with(GatekeeperRules::seLinux)),
          entry(
              "K8sPSPVolumeTypes",
              says("volume-types-are-restricted", "host-paths-are-allowed")
                  .with(
                      (given, profile) ->
                          profile.set(
                              "volume-types-are-restricted",
                              "types",
                              texts(given.field("volumes"))))),
          entry("K8sRequiredProbes", says("probes-are-set").with(GatekeeperRules::probes)),
          entry(
              "K8sContainerLimits",
              says("requests-and-limits-are-set", "limits-are-in-range")
                  .with((given, profile) -> amounts("limit", given, profile))),
          entry(
              "K8sContainerRequests",
              says("requests-and-limits-are-set", "requests-are-in-range")
                  .with((given, profile) -> amounts("request", given, profile))),
          entry(
              "K8sContainerRatios",
              says("requests-and-limits-are-set", "limits-are-near-requests")
                  .with(GatekeeperRules::ratios)),
          entry(
              "K8sRequiredResources",
              says("requests-and-limits-are-set").with(GatekeeperRules::required)),
          entry(
              "K8sContainerEphemeralStorageLimit",
              says("requests-and-limits-are-set", "limits-are-in-range")
                  .with(GatekeeperRules::ephemeral)),
          entry(
              "VerifyDeprecatedAPI",
              says("api-version-is-served").with(GatekeeperRules::deprecated)),
          entry(
              "K8sPSPAutomountServiceAccountTokenPod",
              says("service-account-token-is-not-mounted")
                  .set("service-account-token-is-not-mounted", "pod-must-say", true)),
          entry("K8sImageDigests", says("image-is-pinned-by-digest")),
          entry("K8sPSPHostNamespace", says("no-host-namespaces")),
          entry(
              "K8sPSPHostProcess", says("no-host-process", "pod-does-not-default-to-host-process")),
          entry("K8sPSPHostProbesLifecycle", says("probes-stay-in-their-pod")),
          entry("K8sPSPAllowPrivilegeEscalationContainer", says("no-privilege-escalation")),
          entry("K8sPSPPrivilegedContainer", says("is-not-privileged")),
          entry("K8sPSPReadOnlyRootFilesystem", says("read-only-root-filesystem")),
          entry("K8sBlockWildcardIngress", says("ingress-host-is-specific")),
          entry(
              "K8sHttpsOnly",
              says("ingress-uses-tls")
                  .set("ingress-uses-tls", "http-must-be-refused", true)
                  .with(GatekeeperRules::tls)),
          entry(
              "K8sUniqueIngressHost",
              says("ingress-paths-are-unique").set("ingress-paths-are-unique", "host-alone", true)),
          entry(
              "K8sBlockEndpointEditDefaultRole",
              says("role-does-not-write-endpoints")
                  .set("role-does-not-write-endpoints", "built-in-roles-count", true)),
          entry(
              "K8sDisallowAnonymous",
              says("unauthenticated-callers-have-no-roles").with(GatekeeperRules::anonymous)),
          entry(
              "NoUpdateServiceAccount",
              notComparable("compares with the object that was there before")),
          entry("K8sBlockLoadBalancer", says("no-load-balancer-services")),
          entry("K8sBlockNodePort", says("no-node-port-services")),
          entry(
              "K8sExternalIPs", says("external-ips-are-allowed").with(GatekeeperRules::addresses)),
          entry(
              "K8sStorageClass",
              says("storage-class-is-allowed").knowing(GatekeeperRules::classes)),
          entry("K8sUniqueServiceSelector", notComparable(SEVERAL)),
          entry("K8sHorizontalPodAutoscaler", notComparable(OTHER)),
          entry("K8sPodDisruptionBudget", notComparable(OTHER)),
          entry("K8sReplicaLimits", notComparable(OTHER)),
          entry("K8sRequiredAnnotations", notComparable(OTHER)),
          entry("K8sRequiredLabels", notComparable(OTHER)));

  private GatekeeperRules() {}

  private static void tls(Field parameters, HardeningProfile.Builder profile) {
    boolean optional = parameters.field("tlsOptional").isTrue().holds();
    profile.set("ingress-uses-tls", "tls-is-needed", !optional);
  }

  private static void addresses(Field parameters, HardeningProfile.Builder profile) {
    List<String> allowed =
        parameters.field("allowedIPs").items().stream()
            .flatMap(item -> item.text().stream())
            .toList();
    profile.set("external-ips-are-allowed", "allowed", allowed);
  }

  private static void anonymous(Field given, HardeningProfile.Builder profile) {
    String unauthenticated = "unauthenticated-callers-have-no-roles";
    String authenticated = "authenticated-callers-have-no-common-roles";
    profile.set(unauthenticated, "allowed-roles", texts(given.field("allowedRoles")));
    if (given.field("disallowAuthenticated").isTrue().holds()) {
      profile.with(authenticated);
      profile.set(authenticated, "allowed-roles", texts(given.field("allowedRoles")));
    }
  }

  /** Allowed are those that are named or, where none is, those that the cluster has. */
  private static void classes(PeerCase given, HardeningProfile.Builder profile) {
    List<String> named = texts(given.parameters().field("allowedStorageClasses"));
    profile.set(
        "storage-class-is-allowed",
        "classes",
        named.isEmpty() ? given.inventory("StorageClass") : named);
  }

  private static List<String> texts(Field list) {
    return list.items().stream().flatMap(item -> item.text().stream()).toList();
  }

  private static void probes(Field given, HardeningProfile.Builder profile) {
    List<String> probes = texts(given.field("probes"));
    profile.set("probes-are-set", "liveness", probes.contains("livenessProbe"));
    profile.set("probes-are-set", "readiness", probes.contains("readinessProbe"));
    profile.set("probes-are-set", "startup", probes.contains("startupProbe"));
    profile.set("probes-are-set", "types", texts(given.field("probeTypes")));
  }

  private static void amounts(String side, Field given, HardeningProfile.Builder profile) {
    only(Set.of(), profile);
    for (String resource : List.of("cpu", "memory")) {
      String most = given.field(resource).text().orElse("-1");
      if (!most.equals("-1")) {
        profile.set(RULE, "require-" + resource + "-" + side, true);
        profile.set(side + "s-are-in-range", "maximum-" + resource, most);
      }
    }
  }

  private static void ephemeral(Field given, HardeningProfile.Builder profile) {
    only(Set.of("ephemeral-storage-limit"), profile);
    String most = given.field("ephemeral-storage").text().orElseThrow();
    profile.set("limits-are-in-range", "maximum-ephemeral-storage", most);
  }

  private static void ratios(Field given, HardeningProfile.Builder profile) {
    String ratio = given.field("ratio").text().orElse("2");
    profile.set("limits-are-near-requests", "memory-ratio", ratio);
    profile.set(
        "limits-are-near-requests", "cpu-ratio", given.field("cpuRatio").text().orElse(ratio));
  }

  private static void required(Field given, HardeningProfile.Builder profile) {
    Set<String> wanted = new HashSet<>();
    texts(given.field("limits")).forEach(each -> wanted.add(each + "-limit"));
    texts(given.field("requests")).forEach(each -> wanted.add(each + "-request"));
    only(wanted, profile);
    profile.set(RULE, "written-out", true);
  }

  private static void only(Set<String> wanted, HardeningProfile.Builder profile) {
    for (String side : List.of("-request", "-limit")) {
      for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
        profile.set(RULE, "require-" + resource + side, wanted.contains(resource + side));
      }
    }
  }

  private static void deprecated(Field given, HardeningProfile.Builder profile) {
    Field version = given.field("k8sVersion");
    profile.kubernetes(KubernetesVersion.parse(version.found().replace("is ", "")));
    List<String> also = new ArrayList<>();
    for (Field each : given.field("kvs").items()) {
      texts(each.field("kinds"))
          .forEach(kind -> also.add(each.field("deprecatedAPI").text().orElseThrow() + "/" + kind));
    }
    profile.set("api-version-is-served", "also", also);
  }

  private static List<String> prefixes(Field list) {
    return texts(list).stream().map(prefix -> prefix + "**").toList();
  }

  private static List<String> patterns(Field list) {
    return texts(list).stream().map(image -> image.replaceFirst("[*]$", "**")).toList();
  }

  /** Profiles are named as annotations named them once, or as fields do. */
  private static void profiles(String rule, Field given, HardeningProfile.Builder profile) {
    List<String> types = new ArrayList<>();
    List<String> files = new ArrayList<>(texts(given.field("allowedLocalhostFiles")));
    boolean absent = false;
    for (String each : texts(given.field("allowedProfiles"))) {
      String name = each.toLowerCase(Locale.ROOT);
      absent |= name.equals("not configured");
      if (name.startsWith("localhost/")) {
        files.add(each.substring("localhost/".length()));
      }
      type(name).ifPresent(types::add);
    }
    profile.set(rule, "types", types.stream().distinct().toList());
    profile.set(
        rule, "localhost-files", files.stream().map(file -> file.replace("*", "**")).toList());
    profile.set(rule, "may-be-absent", absent);
  }

  private static Optional<String> type(String name) {
    return switch (name) {
      case "runtime/default", "runtimedefault" -> Optional.of("RuntimeDefault");
      case "unconfined" -> Optional.of("Unconfined");
      default -> name.startsWith("localhost") ? Optional.of("Localhost") : Optional.empty();
    };
  }

  private static void capabilities(Field given, HardeningProfile.Builder profile) {
    profile.set("adds-no-capabilities", "allowed", texts(given.field("allowedCapabilities")));
    profile.set(
        "drops-required-capabilities",
        "capabilities",
        texts(given.field("requiredDropCapabilities")));
  }

  private static void fsGroup(Field given, HardeningProfile.Builder profile) {
    if (given.field("rule").isAbsent()) {
      profile.set("fs-group-is-in-range", "ranges", List.of("0-"));
      return;
    }
    boolean any = !given.field("ranges").items().isEmpty();
    boolean required = any && given.field("rule").is("MustRunAs").holds();
    profile.set("fs-group-is-in-range", "required", required);
    profile.set(
        "fs-group-is-in-range",
        "ranges",
        given.field("ranges").items().stream()
            .map(
                each ->
                    each.field("min").integer().orElse(0)
                        + "-"
                        + each.field("max").integer().orElse(0))
            .toList());
  }

  private static void drivers(Field given, HardeningProfile.Builder profile) {
    List<String> drivers =
        given.field("allowedFlexVolumes").items().stream()
            .flatMap(each -> each.field("driver").text().stream())
            .toList();
    profile.set("flex-volume-drivers-are-allowed", "drivers", drivers);
  }

  private static void sysctls(Field given, HardeningProfile.Builder profile) {
    Field allowed = given.field("allowedSysctls");
    profile.set("sysctls-are-allowed", "allowed", allowed.isList() ? texts(allowed) : List.of("*"));
    profile.set("sysctls-are-allowed", "forbidden", texts(given.field("forbiddenSysctls")));
  }

  private static void hostPaths(Field given, HardeningProfile.Builder profile) {
    List<String> paths =
        given.field("allowedHostPaths").items().stream()
            .map(
                each ->
                    each.field("pathPrefix").text().orElseThrow()
                        + (each.field("readOnly").isTrue().holds() ? ":ro" : ""))
            .toList();
    profile.set("host-paths-are-allowed", "paths", paths);
  }

  private static void hostPorts(Field given, HardeningProfile.Builder profile) {
    List<String> shared = new ArrayList<>(List.of("hostPID", "hostIPC"));
    if (given.field("hostNetwork").isTrue().holds()) {
      shared.add("hostNetwork");
    }
    profile.set("no-host-namespaces", "allowed", shared);
    given
        .field("min")
        .integer()
        .ifPresent(
            least ->
                profile.set(
                    "no-host-ports",
                    "allowed",
                    List.of(least + "-" + given.field("max").integer().orElseThrow())));
  }

  private static void seLinux(Field given, HardeningProfile.Builder profile) {
    List<String> options =
        given.field("allowedSELinuxOptions").items().stream()
            .map(
                each ->
                    each.fields().stream()
                        .map(option -> option.name() + "=" + option.text().orElseThrow())
                        .collect(Collectors.joining(" ")))
            .toList();
    profile.set("selinux-options-are-allowed", "options", options);
  }
}
