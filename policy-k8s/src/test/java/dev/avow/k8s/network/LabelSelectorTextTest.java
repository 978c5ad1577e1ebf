package dev.avow.k8s.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Label selectors in one line. */
class LabelSelectorTextTest {

  private static Labels labels(String key, String value) {
    return new Labels(new TreeMap<>(), new TreeSet<>(), false).with(key, value);
  }

  @ParameterizedTest(name = "{0}: {1}={2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          role=agent                  | role | agent | true
          role==agent                 | role | agent | true
          role = agent                | role | agent | true
          role=agent                  | role | web   | false
          role!=agent                 | role | web   | true
          role!=agent                 | app  | web   | true
          role                        | role | web   | true
          !role                       | app  | web   | true
          role in (agent, web)        | role | web   | true
          role notin (agent, web)     | role | web   | false
          role in (agent,web),!app    | role | agent | true
          role=agent,tier=a           | role | agent | false
          role=                       | role | ''    | true
          app.kubernetes.io/name=a.b  | app.kubernetes.io/name | a.b | true
          """)
  void selectAsKubectlHasIt(String text, String key, String value, boolean selects) {
    assertThat(LabelSelector.parse(text).matches(labels(key, value)).holds()).isEqualTo(selects);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"role=agent", "role!=a,tier in (a, b),zone notin (x, y),!legacy,managed", "role="})
  void areWrittenAsTheyAreRead(String text) {
    assertThat(LabelSelector.parse(text)).hasToString(text);
    assertThat(LabelSelector.parse(LabelSelector.parse(text).toString()))
        .isEqualTo(LabelSelector.parse(text));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {"", ",", "role=a,", "=a", "role=a b", "role in a", "role>1", "-role", "a=b=c"})
  void mustHaveTheForm(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelSelector.parse(text))
        .withMessage(
            "a label selector must look like \"role=agent,tier in (a, b),!legacy\" but was \"%s\"",
            text);
  }

  @Test
  void sayWhatIsMissing() {
    LabelSelector open = new LabelSelector(List.of(), List.of("a value"));

    assertThat(open).hasToString(" without [a value]");
    assertThat(open.selectsEverything()).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"8080, 8080/TCP", "53/UDP, 53/UDP", "7/SCTP, 7/SCTP"})
  void portsAreReadAsServicesWriteThem(String text, String written) {
    assertThat(Port.parse(text)).hasToString(written);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", "http", "53/udp", "0", "65536", "123456", "-1", "80/"})
  void portsMustHaveTheForm(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Port.parse(text));
  }
}
