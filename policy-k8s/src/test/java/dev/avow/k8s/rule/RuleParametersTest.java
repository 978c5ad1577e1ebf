package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.PolicyException;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules about pods answer under settings other than the standard ones. */
class RuleParametersTest {

  private static KubernetesEvaluator evaluator(String rule, String settings) {
    String policy =
        """
        apiVersion: avow.dev/v1
        kind: SecurityPolicy
        name: p
        hardening:
          rules:
            %s: %s
        """
            .formatted(rule, settings.replaceFirst("^\\{", "{enabled: on, ").replace(", }", "}"));
    return KubernetesEvaluator.of(SecurityPolicy.parse("policy.yaml", policy));
  }

  private static List<String> messages(String rule, String settings, String pod) {
    String manifest = "{apiVersion: v1, kind: Pod, metadata: {name: p%s".formatted(pod);
    return evaluator(rule, settings)
        .evaluate(Manifests.of("pod.yaml", manifest + "}"))
        .findings()
        .stream()
        .map(Finding::message)
        .toList();
  }

  private static void answers(String rule, String settings, String pod, @Nullable String message) {
    assertThat(String.join(" # ", messages(rule, settings, pod)))
        .isEqualTo(message == null ? "" : message);
  }

  private static String containers(String container) {
    return "}, spec: {containers: [{name: c, " + container + "}]}";
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          is-not-privileged            | {}                                        | {}                          |
          is-not-privileged            | {must-be-stated: true}                    | {}                          | is all but a process of its node: privileged is not set
          is-not-privileged            | {must-be-stated: true}                    | {privileged: null}          | is all but a process of its node: privileged is null
          is-not-privileged            | {must-be-stated: true}                    | {privileged: false}         |
          is-not-privileged            | {must-be-stated: true}                    | {privileged: true}          | is all but a process of its node: privileged is true
          no-privilege-escalation      | {}                                        | {}                          | may gain privileges: allowPrivilegeEscalation is not set
          no-privilege-escalation      | {silence-is-enough: true}                 | {}                          |
          no-privilege-escalation      | {silence-is-enough: true}                 | {allowPrivilegeEscalation: null}  |
          no-privilege-escalation      | {silence-is-enough: true}                 | {allowPrivilegeEscalation: true}  | may gain privileges: allowPrivilegeEscalation is true
          no-privilege-escalation      | {silence-is-enough: true}                 | {privileged: true}          | may gain privileges: privileged is true
          no-privilege-escalation      | {silence-is-enough: true}                 | {allowPrivilegeEscalation: "${a}"} | cannot be decided without the value of spec.containers[0].securityContext.allowPrivilegeEscalation
          adds-no-capabilities         | {allowed: ["*"]}                          | {capabilities: {add: [ALL, SYS_TIME]}} |
          adds-no-capabilities         | {allowed: []}                             | {capabilities: {add: [NET_BIND_SERVICE]}} | adds a capability: add[0] is "NET_BIND_SERVICE"
          adds-no-dangerous-capabilities | {capabilities: [KILL]}                  | {capabilities: {add: [KILL, SYS_ADMIN]}} | adds a capability that comes close to owning the node: add[0] is "KILL"
          drops-required-capabilities  | {capabilities: [KILL, CHOWN]}             | {capabilities: {drop: [kill]}} | keeps CHOWN: drop is ["kill"]
          drops-required-capabilities  | {capabilities: [ALL]}                     | {capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}} |
          drops-required-capabilities  | {prefix-counts: true}                     | {capabilities: {drop: [CAP_NET_RAW]}} |
          runs-as-non-root             | {silence-is-enough: true}                 | {}                          |
          runs-as-non-root             | {silence-is-enough: true}                 | {runAsUser: 0}              | runs as root: runAsUser is 0
          runs-as-non-root             | {silence-is-enough: true}                 | {runAsNonRoot: false}       | may run as root: runAsNonRoot is false
          runs-as-non-root             | {silence-is-enough: true}                 | {runAsNonRoot: false, runAsUser: 7} |
          runs-as-non-root             | {silence-is-enough: true}                 | {runAsUser: "${u}"}         | cannot be decided without the value of spec.containers[0].securityContext.runAsUser
          user-id-is-high              | {minimum: 10001}                          | {runAsUser: 10000}          | may run as a user below 10001: runAsUser is 10000
          group-id-is-high             | {minimum: 1}                              | {runAsGroup: 1}             |
          user-id-is-in-range          | {}                                        | {runAsUser: 0}              | may run as a user outside the allowed ids (1-): runAsUser is 0
          user-id-is-in-range          | {required: false}                         | {}                          |
          user-id-is-in-range          | {ranges: ["5"], required: false}          | {runAsUser: 6}              | may run as a user outside the allowed ids (5): runAsUser is 6
          user-id-is-in-range          | {ranges: [], required: false}             | {runAsUser: 6}              | may run as a user outside the allowed ids (): runAsUser is 6
          group-id-is-in-range         | {ranges: ["5-6"], required: false}        | {}                          |
          group-is-not-root            | {required: true}                          | {}                          | may run in root's group: runAsGroup is not set
          group-is-not-root            | {required: true}                          | {runAsGroup: 1}             |
          security-context-is-set      | {level: pod}                              | {runAsUser: 1}              | has no security settings: spec.securityContext is not set
          security-context-is-set      | {level: both}                             | {runAsUser: 1}              | has no security settings: spec.securityContext is not set
          security-context-is-set      | {level: container}                        | {runAsUser: 1}              |
          seccomp-profile-is-allowed   | {types: [Unconfined]}                     | {seccompProfile: {type: Unconfined}} |
          seccomp-profile-is-allowed   | {may-be-absent: true}                     | {}                          |
          seccomp-profile-is-allowed   | {may-be-absent: true}                     | {seccompProfile: {type: Unconfined}} | runs with a seccomp profile that is not allowed: type is "Unconfined"
          apparmor-profile-is-allowed  | {may-be-absent: false}                    | {}                          | runs with an AppArmor profile that is not allowed: appArmorProfile is not set
          """)
  void ofAContainersSecurityContext(
      String rule, String settings, String context, @Nullable String message) {
    answers(rule, settings, containers("securityContext: " + context), message);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          no-host-ports           | {allowed: ["80-90", "8080"]} | ports: [{hostPort: 80}, {hostPort: 8080}, {hostPort: 0}] |
          no-host-ports           | {allowed: ["80-90"]}       | ports: [{hostPort: 91}]                   | takes a port of its node: hostPort is 91
          no-mount-propagation    | {from-node: true}          | volumeMounts: [{name: a, mountPropagation: HostToContainer}] |
          no-mount-propagation    | {from-node: true}          | volumeMounts: [{name: a, mountPropagation: Bidirectional}]   | shares a mount with its node: mountPropagation is "Bidirectional"
          image-tag-is-specific   | {tags: [latest, "dev*"]}   | image: "a:dev-7"                          | runs whatever is newest: a:dev-7
          image-tag-is-specific   | {tags: [next]}             | image: "a:latest"                         |
          image-tag-is-specific   | {digest-is-enough: false}  | image: "a:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" | runs whatever is newest: a:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
          image-tag-is-specific   | {digest-is-enough: false}  | image: "a@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" | runs whatever is newest: a@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
          image-tag-is-specific   | {digest-is-enough: false}  | image: "a:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" |
          image-is-pinned-by-digest | {algorithms: [sha256]}   | image: "a@blake3:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" | is not pinned by a digest: image is "a@blake3:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
          image-is-allowed        | {}                         | image: a                                  |
          image-registry-is-maintained | {registries: [quay.io/old]} | image: "quay.io/old/app:1"          | takes an image from a registry that gets no new ones: image is "quay.io/old/app:1"
          """)
  void ofAContainer(String rule, String settings, String container, @Nullable String message) {
    answers(rule, settings, containers(container), message);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          no-host-namespaces      | {allowed: [hostNetwork]}   | hostNetwork: true, hostPID: true          | shares a namespace of its node: hostPID is true
          no-host-namespaces      | {allowed: [hostNetwork, hostPID, hostIPC]} | hostNetwork: true, hostPID: true, hostIPC: true |
          volume-types-are-restricted | {types: ["*"]}         | volumes: [{name: a, nfs: {}}]             |
          volume-types-are-restricted | {types: [nfs]}         | volumes: [{name: a, nfs: {}}, {name: b, emptyDir: {}}] | mounts a volume past persistent volumes: volume b is of type emptyDir
          volume-types-are-restricted | {types: [emptyDir]}    | volumes: [{name: a, hostPath: {path: /a}}] | mounts a volume past persistent volumes: volume a is of type hostPath
          volume-types-are-restricted | {types: [hostPath]}    | volumes: [{name: a, hostPath: {path: /a}}] |
          no-sensitive-host-paths | {exact: true}              | volumes: [{name: a, hostPath: {path: /etc/x}}, {name: b, hostPath: {path: /var}}] |
          no-sensitive-host-paths | {exact: true}              | volumes: [{name: a, hostPath: {path: /etc}}] | mounts files that its node needs: volume a, path is "/etc"
          no-sensitive-host-paths | {paths: [/data]}           | volumes: [{name: a, hostPath: {path: /data/x}}, {name: b, hostPath: {path: /etc}}] | mounts files that its node needs: volume a, path is "/data/x"
          no-container-runtime-sockets | {exact: true}         | volumes: [{name: a, hostPath: {path: /run}}] |
          no-container-runtime-sockets | {paths: [/my.sock]}   | volumes: [{name: a, hostPath: {path: /my.sock}}] | reaches the container runtime of its node: volume a, path is "/my.sock"
          host-paths-are-allowed  | {}                         | volumes: [{name: a, hostPath: {path: /a}}] | mounts files of its node that are not allowed: volume a, path is "/a"
          host-paths-are-allowed  | {paths: [/]}               | volumes: [{name: a, hostPath: {path: /a}}] |
          host-paths-are-allowed  | {paths: ["/:ro", /a]}      | volumes: [{name: a, hostPath: {path: /a/b}}] |
          flex-volume-drivers-are-allowed | {}                 | volumes: [{name: a, flexVolume: {driver: x}}] | mounts by a driver that is not allowed: volume a, driver is "x"
          sysctls-are-allowed     | {allowed: []}              | securityContext: {sysctls: [{name: net.a}]} | sets a sysctl that is not allowed: name is "net.a"
          sysctls-are-allowed     | {allowed: ["**"]}          | securityContext: {sysctls: [{name: vm.a}]} |
          sysctls-are-allowed     | {allowed: ["**"], forbidden: ["*"]} | securityContext: {sysctls: [{name: vm.a}]} | sets a sysctl that is not allowed: name is "vm.a"
          pod-does-not-default-to-root | {only-user-id: true}  | securityContext: {runAsNonRoot: false}    |
          pod-does-not-default-to-root | {only-user-id: true}  | securityContext: {runAsUser: 0}           | defaults its containers to root: runAsUser is 0
          supplemental-groups-are-in-range | {required: true}  | securityContext: {}                       | gives its containers no group of the ranges: supplementalGroups is not set
          supplemental-groups-are-in-range | {required: true}  | securityContext: {supplementalGroups: []} | gives its containers no group of the ranges: supplementalGroups is an empty list
          supplemental-groups-are-in-range | {required: true}  | securityContext: {supplementalGroups: [1]} |
          fs-group-is-in-range    | {required: true}           | securityContext: {}                       | gives its volumes to a group outside the allowed ids (1-): fsGroup is not set
          fs-group-is-in-range    | {ranges: []}               | securityContext: {fsGroup: 500}           | gives its volumes to a group outside the allowed ids (): fsGroup is 500
          """)
  void ofAPod(String rule, String settings, String spec, @Nullable String message) {
    answers(rule, settings, "}, spec: {containers: [{name: c}], " + spec + "}", message);
  }

  @Test
  void oldAnnotationsOfSeccompCanCount() {
    String annotated =
        """
        , annotations: {seccomp.security.alpha.kubernetes.io/pod: runtime/default,
          container.seccomp.security.alpha.kubernetes.io/own: localhost/mine.json}},
        spec: {containers: [{name: c}, {name: own}]}\
        """;

    assertThat(messages("seccomp-profile-is-allowed", "{annotations-count: true}", annotated))
        .isEmpty();
    assertThat(messages("seccomp-profile-is-allowed", "{}", annotated)).hasSize(2);
    assertThat(
            messages(
                "seccomp-profile-is-allowed",
                "{annotations-count: true, types: [RuntimeDefault]}",
                annotated))
        .containsExactly(
            "runs with a seccomp profile that is not allowed:"
                + " container.seccomp.security.alpha.kubernetes.io/own is \"localhost/mine.json\"");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-container-runtime-sockets | /run/docker.sock
          no-sensitive-host-paths      | /etc
          """)
  void narrowerRulesStandInWhereFilesOfTheNodeAreNotForbidden(String rule, String path) {
    HardeningProfile.Builder baseline = HardeningProfile.builder().profile(Profile.BASELINE);
    String pod =
        """
        {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c}],
          volumes: [{name: v, hostPath: {path: %s}}, {name: w, hostPath: {path: /var/log}}]}}
        """
            .formatted(path);

    assertThat(rulesThatFail(baseline, pod)).doesNotContain(rule).contains("no-host-path-volumes");
    assertThat(rulesThatFail(baseline.without("no-host-path-volumes"), pod))
        .containsOnlyOnce(rule)
        .doesNotContain("no-host-path-volumes");
  }

  private static List<String> rulesThatFail(HardeningProfile.Builder policy, String pod) {
    return KubernetesEvaluator.builder(policy.build())
        .build()
        .evaluate(Manifests.of("pod.yaml", pod))
        .findings()
        .stream()
        .map(finding -> finding.rule().value())
        .toList();
  }

  @Nested
  class AreRefused {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            no-host-namespaces          | {allowed: [network]}    | namespace must be hostNetwork, hostPID or hostIPC but was "network"
            no-sensitive-host-paths     | {paths: [etc]}          | path must begin with "/" but was "etc"
            host-paths-are-allowed      | {paths: ["logs:ro"]}    | path must begin with "/" but was "logs"
            seccomp-profile-is-allowed  | {types: [unconfined]}   | type must be RuntimeDefault, Localhost or Unconfined but was "unconfined"
            selinux-options-are-allowed | {options: [container_t]} | options must look like "type=container_t level=s0:c1,c2" but were "container_t"
            selinux-options-are-allowed | {options: ["type=a type=b"]} | options must look like "type=container_t level=s0:c1,c2" but were "type=a type=b"
            user-id-is-in-range         | {ranges: ["2-1"]}       | range must go upwards from 0 or more but was 2-1
            security-context-is-set     | {level: all}            | level of security-context-is-set must be one of either, container, pod, both
            image-registry-is-maintained | {registries: [A/b/C]}  | registry must look like "ghcr.io/acme" but was "A/b/C"
            """)
    void whereTheyAreMalformed(String rule, String settings, String what) {
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> evaluator(rule, settings))
          .withMessageContaining(what)
          .withMessageContaining("policy.yaml:6");
    }

    @ParameterizedTest
    @CsvSource({
      "user-id-is-in-range",
      "group-id-is-in-range",
      "fs-group-is-in-range",
      "supplemental-groups-are-in-range"
    })
    void whereAnIdIsRequiredAndNoneIsAllowed(String rule) {
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> evaluator(rule, "{ranges: [], required: true}"))
          .withMessageContaining("ranges must hold an id where one is required");
    }
  }
}
