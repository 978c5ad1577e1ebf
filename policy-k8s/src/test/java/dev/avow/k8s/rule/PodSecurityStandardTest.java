package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.PodSecurityStandard.Level.BASELINE;
import static dev.avow.k8s.rule.PodSecurityStandard.Level.PRIVILEGED;
import static dev.avow.k8s.rule.PodSecurityStandard.Level.RESTRICTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.rule.PodSecurityStandard.Level;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PodSecurityStandardTest {

  /** Keeps every promise of the restricted level, at every version. */
  private static final String CAREFUL =
      """
      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
      containers:
        - name: app
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
      """;

  private static Resource resource(String yaml) {
    try (var manifests = Manifests.of("pod.yaml", yaml).stream()) {
      return (Resource) manifests.findFirst().orElseThrow();
    }
  }

  private static Resource pod(String spec) {
    return pod("{}", spec);
  }

  private static Resource pod(String annotations, String spec) {
    return resource(
        "apiVersion: v1\nkind: Pod\nmetadata: {name: p, annotations: %s}\nspec:\n%s"
            .formatted(annotations, spec.indent(2)));
  }

  private static Evaluation judge(Level level, String version, Resource resource) {
    return PodSecurityStandard.of(level, KubernetesVersion.parse(version)).judge(resource);
  }

  /** Returns each finding as {@code VERDICT rule}. */
  private static List<String> answers(Level level, String version, Resource resource) {
    return judge(level, version, resource).findings().stream()
        .map(finding -> finding.verdict() + " " + finding.rule())
        .toList();
  }

  @Nested
  class ALevel {

    @Test
    void thatForbidsNothingLooksAtNothing() {
      PodSecurityStandard standard = PodSecurityStandard.of(PRIVILEGED, KubernetesVersion.latest());

      assertThat(standard.rules()).isEmpty();
      assertThat(standard.judge(pod("hostNetwork: true")).lookedAtNothing()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void isFoundByItsLabel(Level level) {
      assertThat(Level.labelled(level.label())).contains(level);
    }

    @Test
    void thatIsUnknownIsNotFound() {
      assertThat(Level.labelled("Baseline")).isEmpty();
    }

    @Test
    void forbidsAllThatTheOneBeforeForbids() {
      assertThat(RESTRICTED.includes(BASELINE)).isTrue();
      assertThat(BASELINE.includes(BASELINE)).isTrue();
      assertThat(BASELINE.includes(RESTRICTED)).isFalse();
    }
  }

  @Nested
  class AStandard {

    @Test
    void isKnownByLevelAndVersion() {
      PodSecurityStandard standard =
          PodSecurityStandard.of(RESTRICTED, KubernetesVersion.parse("1.31"));

      assertThat(standard).hasToString("restricted:v1.31");
      assertThat(standard.level()).isEqualTo(RESTRICTED);
      assertThat(standard.version()).isEqualTo(KubernetesVersion.of(1, 31));
      assertThat(standard)
          .isEqualTo(PodSecurityStandard.of(RESTRICTED, KubernetesVersion.of(1, 31)))
          .hasSameHashCodeAs(PodSecurityStandard.of(RESTRICTED, KubernetesVersion.of(1, 31)))
          .isNotEqualTo(PodSecurityStandard.of(BASELINE, KubernetesVersion.of(1, 31)))
          .isNotEqualTo(PodSecurityStandard.of(RESTRICTED, KubernetesVersion.of(1, 30)));
    }

    @Test
    void hasEachRuleOnceAndNamesItsCheck() {
      for (int minor = 0; minor <= 38; minor++) {
        List<Rule<?>> rules =
            PodSecurityStandard.of(RESTRICTED, KubernetesVersion.of(1, minor)).rules();

        assertThat(rules).extracting(rule -> rule.description().id()).doesNotHaveDuplicates();
      }
      for (PodSecurityCheck check : PodSecurityCheck.ALL) {
        assertThat(check.rules())
            .isNotEmpty()
            .allSatisfy(rule -> assertThat(rule.description().aliases()).contains(check.id()));
      }
    }

    @Test
    void ofAVersionYetToComeIsTheNewestThatIsKnown() {
      assertThat(answers(BASELINE, "1.99", pod("hostNetwork: true")))
          .isEqualTo(answers(BASELINE, "latest", pod("hostNetwork: true")));
    }

    @Test
    void saysSomethingOfPodsOnly() {
      Resource service = resource("{apiVersion: v1, kind: Service, metadata: {name: s}}");

      assertThat(judge(RESTRICTED, "latest", service).lookedAtNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "'{template: \"${template}\"}'", "'{template: {spec: {containers: x}}}'"})
    void leavesOpenWhatCannotBeRead(String spec) {
      Resource deployment =
          resource(
              "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: %s}"
                  .formatted(spec));

      assertThat(answers(RESTRICTED, "latest", deployment))
          .contains("INCONCLUSIVE pod-template-is-readable");
    }

    @Test
    void pointsAtTheFieldToMend() {
      Evaluation evaluation =
          judge(
              RESTRICTED,
              "latest",
              resource(
                  """
                  apiVersion: batch/v1
                  kind: CronJob
                  metadata: {name: report, namespace: shop}
                  spec:
                    jobTemplate:
                      spec:
                        template:
                          spec:
                            securityContext: {runAsNonRoot: true, seccompProfile: {type: Localhost}}
                            initContainers:
                              - name: prepare
                                securityContext:
                                  allowPrivilegeEscalation: false
                                  runAsUser: 0
                                  capabilities: {drop: [ALL], add: [SYS_TIME]}
                            containers:
                              - name: app
                                securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                            ephemeralContainers:
                              - name: look
                  """));

      assertThat(evaluation.findings())
          .map(Finding::toString)
          .containsExactly(
              "pod.yaml:14:28 HIGH run-as-user-is-not-zero CronJob shop/report, container prepare:"
                  + " asks to run as root: runAsUser is 0",
              "pod.yaml:15:51 HIGH adds-no-capabilities CronJob shop/report, container prepare:"
                  + " adds a capability: add[0] is \"SYS_TIME\"",
              "pod.yaml:20:15 HIGH no-privilege-escalation CronJob shop/report, container look:"
                  + " may gain privileges: allowPrivilegeEscalation is not set",
              "pod.yaml:20:15 HIGH drops-all-capabilities CronJob shop/report, container look:"
                  + " keeps capabilities, as it does not drop ALL: drop is not set");
    }

    @Test
    void isKeptByACarefulPodAtEveryVersion() {
      for (int minor = 0; minor <= 38; minor++) {
        Evaluation evaluation = judge(RESTRICTED, "1." + minor, pod(CAREFUL));

        assertThat(evaluation.findings()).isEmpty();
        assertThat(evaluation.counts().get(Verdict.PASS)).isPositive();
      }
    }
  }

  @Nested
  class FromAVersionOn {

    /** What an otherwise careful pod is told before a version, and from it on. */
    @ParameterizedTest(name = "{0} 1.{1}: {3}, then {4}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            BASELINE   | 34 | {containers: [{name: a, livenessProbe: {httpGet: {host: b}}}]} | | FAIL probes-stay-in-their-pod
            BASELINE   | 35 | {hostUsers: false, containers: [{name: a, securityContext: {procMount: Unmasked}}]} | FAIL proc-mount-is-default |
            BASELINE   | 31 | {containers: [{name: a, securityContext: {seLinuxOptions: {type: container_engine_t}}}]} | FAIL selinux-options-are-confined |
            BASELINE   | 31 | {securityContext: {seLinuxOptions: {type: container_engine_t}}, containers: [{name: a}]} | FAIL pod-selinux-options-are-confined |
            BASELINE   | 27 | {securityContext: {sysctls: [{name: net.ipv4.ip_local_reserved_ports}]}, containers: [{name: a}]} | FAIL sysctls-are-safe |
            BASELINE   | 29 | {securityContext: {sysctls: [{name: net.ipv4.tcp_keepalive_time}]}, containers: [{name: a}]} | FAIL sysctls-are-safe |
            BASELINE   | 29 | {securityContext: {sysctls: [{name: net.ipv4.tcp_fin_timeout}]}, containers: [{name: a}]} | FAIL sysctls-are-safe |
            BASELINE   | 29 | {securityContext: {sysctls: [{name: net.ipv4.tcp_keepalive_intvl}]}, containers: [{name: a}]} | FAIL sysctls-are-safe |
            BASELINE   | 29 | {securityContext: {sysctls: [{name: net.ipv4.tcp_keepalive_probes}]}, containers: [{name: a}]} | FAIL sysctls-are-safe |
            BASELINE   | 32 | {securityContext: {sysctls: [{name: net.ipv4.tcp_rmem}]}, containers: [{name: a}]} | FAIL sysctls-are-safe |
            BASELINE   | 32 | {securityContext: {sysctls: [{name: net.ipv4.tcp_wmem}]}, containers: [{name: a}]} | FAIL sysctls-are-safe |
            BASELINE   | 37 | {securityContext: {sysctls: [{name: net.ipv4.tcp_notsent_lowat}]}, containers: [{name: a}]} | FAIL sysctls-are-safe |
            BASELINE   | 37 | {securityContext: {sysctls: [{name: net.ipv4.tcp_slow_start_after_idle}]}, containers: [{name: a}]} | FAIL sysctls-are-safe |
            BASELINE   | 19 | {containers: [{name: a, securityContext: {seccompProfile: {type: Unconfined}}}]} | | FAIL seccomp-profile-is-confined
            BASELINE   | 19 | {securityContext: {seccompProfile: {type: Unconfined}}, containers: [{name: a}]} | | FAIL pod-seccomp-profile-is-confined
            RESTRICTED | 8  | {securityContext: {runAsNonRoot: true}, containers: [{name: a}]} | | FAIL no-privilege-escalation
            RESTRICTED | 19 | {securityContext: {runAsNonRoot: true}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false}}]} | | FAIL seccomp-profile-is-set
            RESTRICTED | 22 | {securityContext: {runAsNonRoot: true, seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false}}]} | | FAIL drops-all-capabilities
            RESTRICTED | 22 | {securityContext: {runAsNonRoot: true, seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [all]}}}]} | | FAIL drop-all-is-upper-case
            RESTRICTED | 22 | {securityContext: {runAsNonRoot: true, seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL], add: [KILL]}}}]} | | FAIL adds-no-capabilities
            RESTRICTED | 22 | {securityContext: {runAsNonRoot: true, seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL], add: [BPF]}}}]} | FAIL adds-default-capabilities-only | FAIL adds-no-capabilities
            RESTRICTED | 23 | {securityContext: {runAsNonRoot: true, runAsUser: 0, seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]} | | FAIL pod-run-as-user-is-not-zero
            RESTRICTED | 25 | {os: {name: windows}, securityContext: {runAsNonRoot: true}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]} | FAIL seccomp-profile-is-set |
            RESTRICTED | 25 | {os: {name: windows}, securityContext: {runAsNonRoot: true, seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {capabilities: {drop: [ALL]}}}]} | FAIL no-privilege-escalation |
            RESTRICTED | 25 | {os: {name: windows}, securityContext: {runAsNonRoot: true, seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false}}]} | FAIL drops-all-capabilities |
            RESTRICTED | 25 | {os: {name: "${os}"}, securityContext: {runAsNonRoot: true, seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false}}]} | FAIL drops-all-capabilities | INCONCLUSIVE drops-all-capabilities
            RESTRICTED | 35 | {hostUsers: false, securityContext: {runAsNonRoot: true, seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false, procMount: Unmasked, capabilities: {drop: [ALL]}}}]} | FAIL proc-mount-is-default | FAIL proc-mount-is-default-in-user-namespaces
            RESTRICTED | 35 | {hostUsers: false, securityContext: {seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]} | FAIL run-as-non-root-is-set |
            RESTRICTED | 35 | {hostUsers: "${u}", securityContext: {seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]} | FAIL run-as-non-root-is-set | INCONCLUSIVE run-as-non-root-is-set
            RESTRICTED | 35 | {hostUsers: false, securityContext: {runAsNonRoot: true, runAsUser: 0, seccompProfile: {type: Localhost}}, containers: [{name: a, securityContext: {allowPrivilegeEscalation: false, runAsUser: 1, capabilities: {drop: [ALL]}}}]} | FAIL pod-run-as-user-is-not-zero |
            """)
    void theAnswerIsAnother(Level level, int since, String spec, String before, String after) {
      assertThat(String.join(", ", answers(level, "1." + (since - 1), pod(spec))))
          .isEqualTo(before == null ? "" : before);
      assertThat(String.join(", ", answers(level, "1." + since, pod(spec))))
          .isEqualTo(after == null ? "" : after);
    }
  }

  @Nested
  class Before119 {

    private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            pod             | runtime/default |
            pod             | docker/default  |
            pod             | localhost/own   |
            pod             | localhost/${p}  |
            pod             | unconfined      | FAIL pod-seccomp-profile-is-confined
            pod             | "''"            | FAIL pod-seccomp-profile-is-confined
            pod             | null            | FAIL pod-seccomp-profile-is-confined
            pod             | ${profile}      | INCONCLUSIVE pod-seccomp-profile-is-confined
            ${which}        | unconfined      | INCONCLUSIVE pod-seccomp-profile-is-confined
            ${which}        | localhost/own   |
            """)
    void podsSayTheirSeccompProfileInAnAnnotation(String name, String value, String answer) {
      Resource pod = pod(annotation(SECCOMP + name, value), "containers: [{name: app}]");

      assertThat(answers(BASELINE, "1.18", pod)).isEqualTo(listOf(answer));
      assertThat(answers(BASELINE, "1.19", pod)).isEmpty();
    }

    @ParameterizedTest(name = "container {0}, annotation of {1}: {2}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            app      | app      | runtime/default |
            app      | app      | unconfined      | FAIL seccomp-profile-is-confined
            app      | another  | unconfined      |
            app      | ${name}  | unconfined      | INCONCLUSIVE seccomp-profile-is-confined
            app      | a${name} | unconfined      | INCONCLUSIVE seccomp-profile-is-confined
            app      | b${name} | unconfined      |
            ${name}  | ${name}  | unconfined      | FAIL seccomp-profile-is-confined
            ${name}  | app      | unconfined      | INCONCLUSIVE seccomp-profile-is-confined
            b${name} | app      | unconfined      |
            """)
    void containersSayTheirsByTheirName(
        String container, String named, String value, String answer) {
      Resource pod =
          pod(
              annotation("container." + SECCOMP + named, value),
              "initContainers: [{name: \"%s\"}]".formatted(container));

      assertThat(answers(BASELINE, "1.18", pod)).isEqualTo(listOf(answer));
      assertThat(answers(BASELINE, "1.19", pod)).isEmpty();
    }

    @Test
    void annotationsThatCannotBeReadLeaveItOpen() {
      assertThat(answers(BASELINE, "1.18", pod("\"${all}\"", "containers: [{name: app}]")))
          .contains("INCONCLUSIVE seccomp-profile-is-confined")
          .contains("INCONCLUSIVE pod-seccomp-profile-is-confined");
    }

    private static String annotation(String name, String value) {
      return "{\"%s\": %s}".formatted(name, value.contains("${") ? "\"" + value + "\"" : value);
    }

    private static List<String> listOf(String answer) {
      return answer == null ? List.of() : List.of(answer);
    }
  }

  @Nested
  class RunAs {

    private static List<String> answers(String podContext, String containerContext) {
      String spec =
          """
          securityContext: %s
          initContainers: [{name: app, securityContext: %s}]
          """
              .formatted(podContext, containerContext);
      return PodSecurityStandardTest.answers(RESTRICTED, "latest", pod(spec)).stream()
          .filter(answer -> answer.contains("run-as"))
          .toList();
    }

    @ParameterizedTest(name = "pod {0}, container {1}: {2}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {}                      | {runAsNonRoot: true}  |
            null                    | {runAsNonRoot: true}  |
            {runAsNonRoot: true}    | {}                    |
            {runAsNonRoot: true}    | {runAsNonRoot: null}  |
            {runAsNonRoot: true}    | null                  |
            {}                      | {}                    | FAIL run-as-non-root-is-set
            {runAsNonRoot: null}    | {runAsNonRoot: null}  | FAIL run-as-non-root-is-set
            {runAsNonRoot: true}    | {runAsNonRoot: false} | FAIL run-as-non-root-is-set
            {runAsNonRoot: true}    | {runAsNonRoot: "yes"} | FAIL run-as-non-root-is-set
            {runAsNonRoot: false}   | {runAsNonRoot: true}  | FAIL pod-run-as-non-root-is-not-off
            {runAsNonRoot: "${r}"}  | {runAsNonRoot: true}  | INCONCLUSIVE pod-run-as-non-root-is-not-off
            {runAsNonRoot: true}    | {runAsNonRoot: "${r}"} | INCONCLUSIVE run-as-non-root-is-set
            {runAsNonRoot: true}    | "${context}"          | INCONCLUSIVE run-as-non-root-is-set, INCONCLUSIVE run-as-user-is-not-zero
            """)
    void nonRootIsAskedOfThePodAndOfEachContainer(String pod, String container, String answer) {
      assertThat(String.join(", ", answers(pod, container)))
          .isEqualTo(answer == null ? "" : answer);
    }

    @ParameterizedTest(name = "runAsUser {0}: {1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            1000   |
            null   |
            0      | FAIL
            '"0"'  | FAIL
            """)
    void userZeroIsForbiddenInThePodAndInEachContainer(String user, String verdict) {
      String promised = "runAsNonRoot: true, runAsUser: " + user;

      assertThat(answers("{" + promised + "}", "{}"))
          .isEqualTo(
              verdict == null ? List.of() : List.of(verdict + " pod-run-as-user-is-not-zero"));
      assertThat(answers("{}", "{" + promised + "}"))
          .isEqualTo(verdict == null ? List.of() : List.of(verdict + " run-as-user-is-not-zero"));
    }

    @Test
    void userIsLeftOpenWhereItIsAnExpression() {
      assertThat(answers("{runAsNonRoot: true}", "{runAsUser: \"${u}\"}"))
          .containsExactly("INCONCLUSIVE run-as-user-is-not-zero");
    }
  }
}
