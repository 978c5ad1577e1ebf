package dev.avow.k8s.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Field;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityContextTest {

  private static final String OF_POD = "spec.securityContext";
  private static final String OF_CONTAINER = "spec.containers[0].securityContext";

  private static SecurityContext context(String pod, String container) {
    String spec = "{securityContext: %s, containers: [{securityContext: %s}]}";
    return Read.pod(spec.formatted(pod, container)).containers().get(0).securityContext();
  }

  @Nested
  class AFieldOfBothLevels {

    @ParameterizedTest(name = "pod {0}, container {1}: {2}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {runAsNonRoot: true}  | {runAsNonRoot: false} | container
            {runAsNonRoot: true}  | {}                    | pod
            {runAsNonRoot: true}  | null                  | pod
            {runAsNonRoot: true}  | {runAsNonRoot: null}  | pod
            {runAsNonRoot: true}  | {runAsNonRoot: '${x}'} | container
            {runAsNonRoot: true}  | '"${x}"'              | container
            {}                    | {}                    | container
            {}                    | {runAsNonRoot: null}  | container
            {runAsNonRoot: null}  | {runAsNonRoot: null}  | container
            {runAsNonRoot: null}  | {}                    | pod
            '"${x}"'              | {}                    | pod
            '"${x}"'              | {runAsNonRoot: true}  | container
            """)
    void isDecidedByTheContainerWhereItIsSetThere(String pod, String container, String level) {
      assertThat(context(pod, container).field("runAsNonRoot").path())
          .isEqualTo((level.equals("pod") ? OF_POD : OF_CONTAINER) + ".runAsNonRoot");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "seLinuxOptions",
          "windowsOptions",
          "runAsUser",
          "runAsGroup",
          "runAsNonRoot",
          "seccompProfile",
          "appArmorProfile"
        })
    void isInherited(String name) {
      assertThat(context("{" + name + ": 1}", "{}").field(name).path())
          .isEqualTo(OF_POD + "." + name);
    }

    @Test
    void isUnknownBehindAnExpression() {
      Field field = context("{runAsNonRoot: true}", "'${x}'").field("runAsNonRoot");

      assertThat(field.isTrue().isUnknown()).isTrue();
    }
  }

  @Nested
  class AFieldOfOneLevel {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "capabilities",
          "privileged",
          "readOnlyRootFilesystem",
          "allowPrivilegeEscalation",
          "procMount",
          "fsGroup",
          "fsGroupChangePolicy",
          "supplementalGroups",
          "supplementalGroupsPolicy",
          "sysctls",
          "seLinuxChangePolicy"
        })
    void isNeverInherited(String name) {
      Field field = context("{" + name + ": true}", "{}").field(name);

      assertThat(field.path()).isEqualTo(OF_CONTAINER + "." + name);
      assertThat(field.isAbsent()).isTrue();
    }

    @Test
    void ofThePodIsThere() {
      assertThat(context("{fsGroup: 3}", "{}").ofPod().field("fsGroup").integer()).hasValue(3);
    }
  }

  @Test
  void seccompProfilesAreReplacedAsAWhole() {
    SecurityContext context =
        context("{seccompProfile: {type: Localhost, localhostProfile: a}}", "{seccompProfile: {}}");

    assertThat(context.field("seccompProfile").field("localhostProfile").isAbsent()).isTrue();
  }

  @Test
  void windowsOptionsAreInheritedOneByOne() {
    SecurityContext context =
        context(
            "{windowsOptions: {hostProcess: true, runAsUserName: A}}",
            "{windowsOptions: {runAsUserName: B}}");

    assertThat(context.windowsOption("hostProcess").flag()).contains(true);
    assertThat(context.windowsOption("runAsUserName").text()).contains("B");
  }
}
