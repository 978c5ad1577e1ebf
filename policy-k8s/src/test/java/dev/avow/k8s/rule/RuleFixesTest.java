package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.hardening.HardeningProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the built-in rules propose. */
class RuleFixesTest {

  private static Fix fix(String rule, String spec) {
    String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: %s}".formatted(spec);
    HardeningProfile profile = HardeningProfile.builder().with(rule).build();
    return KubernetesEvaluator.builder(profile)
        .build()
        .evaluate(Manifests.of("pod.yaml", pod))
        .findings()
        .stream()
        .findFirst()
        .flatMap(Finding::fix)
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          read-only-root-filesystem | {}                                        | add     | /securityContext                             | {"readOnlyRootFilesystem":true}
          read-only-root-filesystem | {securityContext: null}                   | replace | /securityContext                             | {"readOnlyRootFilesystem":true}
          read-only-root-filesystem | {securityContext: {}}                     | add     | /securityContext/readOnlyRootFilesystem      | true
          read-only-root-filesystem | {securityContext: {readOnlyRootFilesystem: false}} | replace | /securityContext/readOnlyRootFilesystem | true
          runs-as-non-root          | {}                                        | add     | /securityContext                             | {"runAsNonRoot":true}
          runs-as-non-root          | {securityContext: {runAsNonRoot: false}}  | replace | /securityContext/runAsNonRoot                | true
          no-privilege-escalation   | {}                                        | add     | /securityContext                             | {"allowPrivilegeEscalation":false}
          no-privilege-escalation   | {securityContext: {privileged: true}}     | replace | /securityContext/privileged                  | false
          no-privilege-escalation   | {securityContext: {capabilities: {add: [A, SYS_ADMIN]}}} | remove | /securityContext/capabilities/add/1 | ''
          drops-all-capabilities    | {}                                        | add     | /securityContext                             | {"capabilities":{"drop":["ALL"]}}
          drops-all-capabilities    | {securityContext: {capabilities: {drop: [KILL]}}} | add | /securityContext/capabilities/drop/-        | "ALL"
          drop-all-is-upper-case    | {securityContext: {capabilities: {drop: [KILL, all]}}} | replace | /securityContext/capabilities/drop/1 | "ALL"
          adds-no-capabilities      | {securityContext: {capabilities: {add: [KILL]}}} | remove | /securityContext/capabilities/add/0       | ''
          adds-no-dangerous-capabilities | {securityContext: {capabilities: {add: [BPF]}}} | remove | /securityContext/capabilities/add/0   | ''
          drops-required-capabilities | {}                                      | add     | /securityContext                             | {"capabilities":{"drop":["NET_RAW"]}}
          drops-required-capabilities | {securityContext: {capabilities: {drop: [KILL]}}} | add | /securityContext/capabilities/drop/-    | "NET_RAW"
          is-not-privileged         | {securityContext: {privileged: true}}     | replace | /securityContext/privileged                  | false
          uses-linux-hardening      | {}                                        | add     | /securityContext                             | {"seccompProfile":{"type":"RuntimeDefault"}}
          selinux-options-are-allowed | {securityContext: {seLinuxOptions: {type: spc_t}}} | remove | /securityContext/seLinuxOptions       | ''
          no-interactive-terminal   | {tty: true}                               | remove  | /tty                                         | ''
          no-mount-propagation      | {volumeMounts: [{name: a, mountPropagation: Bidirectional}]} | remove | /volumeMounts/0/mountPropagation | ''
          image-is-always-pulled    | {image: "a:1"}                            | add     | /imagePullPolicy                             | "Always"
          image-is-always-pulled    | {image: "a:1", imagePullPolicy: Never}    | replace | /imagePullPolicy                             | "Always"
          no-cpu-limits             | {resources: {limits: {cpu: 1}}}           | remove  | /resources/limits/cpu                        | ''
          """)
  void isOneChange(String rule, String container, String op, String pointer, String json) {
    assertThat(fix(rule, "{containers: [" + container + "]}").changes())
        .containsExactly(new Fix.Change(op, "/spec/containers/0" + pointer, json));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          host-paths-are-mounted-read-only | volumes: [{name: v, hostPath: {path: /a}}] | add | /containers/0/volumeMounts/0/readOnly | true
          no-ephemeral-containers   | ephemeralContainers: [{name: e}]          | remove  | /ephemeralContainers                         | ''
          no-host-aliases           | hostAliases: [{ip: 10.0.0.1}]             | remove  | /hostAliases                                 | ''
          sysctls-are-allowed       | securityContext: {sysctls: [{name: vm.a}]} | remove | /securityContext/sysctls/0                   | ''
          """)
  void isOneChangeOfThePod(String rule, String spec, String op, String pointer, String json) {
    String container = "containers: [{name: c, volumeMounts: [{name: v, mountPath: /v}]}]";

    assertThat(fix(rule, "{" + container + ", " + spec + "}").changes())
        .containsExactly(new Fix.Change(op, "/spec" + pointer, json));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          runs-as-non-root          | {securityContext: {runAsUser: 0}} | Set runAsUser to an id other than 0, or leave it to the image
          read-only-root-filesystem | {securityContext: text}           | Set spec.containers[0].securityContext.readOnlyRootFilesystem to true
          """)
  void isAdviceWhereNoChangeIsCertain(String rule, String container, String advice) {
    assertThat(fix(rule, "{containers: [" + container + "]}")).isEqualTo(Fix.advice(advice));
  }

  @Test
  void moveTheNameOfAServiceAccount() {
    String spec = "{serviceAccount: backend, containers: [{name: c}]}";

    assertThat(fix("service-account-is-named-by-current-field", spec).changes())
        .containsExactly(
            new Fix.Change("add", "/spec/serviceAccountName", "\"backend\""),
            new Fix.Change("remove", "/spec/serviceAccount", ""));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          batch/v1beta1                        | CronJob           | batch/v1
          rbac.authorization.k8s.io/v1beta1    | Role              | rbac.authorization.k8s.io/v1
          policy/v1beta1                       | PodSecurityPolicy |
          networking.k8s.io/v1beta1            | Ingress           |
          """)
  void takeOverWhatIsWrittenForAnOldApiOnlyWhereItsFieldsAreTheSame(
      String apiVersion, String kind, String expected) {
    String manifest = "{apiVersion: %s, kind: %s, metadata: {name: n}}".formatted(apiVersion, kind);
    HardeningProfile profile = HardeningProfile.builder().with("api-version-is-served").build();

    Fix fix =
        KubernetesEvaluator.builder(profile)
            .build()
            .evaluate(Manifests.of("m.yaml", manifest))
            .findings()
            .stream()
            .filter(finding -> finding.rule().value().equals("api-version-is-served"))
            .findFirst()
            .flatMap(Finding::fix)
            .orElseThrow();

    assertThat(fix.changes()).hasSize(expected == null ? 0 : 1);
    assertThat(fix.changes())
        .allMatch(change -> change.json().equals("\"" + expected + "\""))
        .allMatch(change -> change.pointer().equals("/apiVersion"));
  }
}
