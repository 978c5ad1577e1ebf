package dev.avow.policy.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesVersionTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "1.31, 1.31",
    "v1.31, 1.31",
    "1.0, 1.0",
    "v1.31.4, 1.31",
    "v1.31.4-gke.1183000, 1.31",
    "1.31.4+k3s1, 1.31",
    "1.99, 1.99",
    "latest, 1.37"
  })
  void isReadAsClustersAndLabelsSayIt(String text, String version) {
    assertThat(KubernetesVersion.parse(text)).hasToString(version);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "1",
        "v",
        "v1",
        "1.",
        ".31",
        "1.x",
        "1.31+",
        "1.31.",
        "1.31.x",
        "1.31.4.",
        "1.031",
        "01.31",
        "-1.31",
        "1.-3",
        "V1.31",
        "vv1.31",
        "1.1234567",
        " 1.31",
        "newest",
        "1.٣"
      })
  void thatIsNoneIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KubernetesVersion.parse(text))
        .withMessage(
            "version must look like \"1.31\" or be \"latest\" but was \"%s\"".formatted(text));
  }

  @Test
  void isOrderedByNumbersNotDigits() {
    KubernetesVersion nine = KubernetesVersion.of(1, 9);
    KubernetesVersion ten = KubernetesVersion.of(1, 10);

    assertThat(nine).isLessThan(ten);
    assertThat(ten.isAtLeast(nine)).isTrue();
    assertThat(ten.isAtLeast(ten)).isTrue();
    assertThat(nine.isAtLeast(ten)).isFalse();
    assertThat(KubernetesVersion.of(2, 0)).isGreaterThan(KubernetesVersion.latest());
  }

  @Test
  void isNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KubernetesVersion.of(1, -1))
        .withMessage("version must not be negative but was 1.-1");
  }
}
