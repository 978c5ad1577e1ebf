package dev.avow.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.policy.finding.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A policy with something wrong in it is refused, and everything that is wrong is said at once. */
class BadPolicyTest {

  @ParameterizedTest
  @MethodSource("dev.avow.policy.BadPolicies#all")
  void allThatIsWrongIsSaidInTheOrderOfThePlaces(BadPolicies.Case bad) {
    PolicyException refused = refused(bad.text());

    assertThat(refused.problems())
        .extracting(Problem::toString)
        .containsExactlyElementsOf(bad.problems());
    assertThat(refused.problems()).isSortedAccordingTo(Comparator.comparing(Problem::at));
    assertThat(refused).hasMessage(String.join("\n", bad.problems()));
  }

  @Test
  void aProblemHasItsParts() {
    Problem problem =
        refused(
                """
                apiVersion: avow.dev/v1
                kind: SecurityPolicy
                name: sample
                commitments:
                  - to: acknowledged
                    within: soon
                """)
            .problems()
            .get(0);

    assertThat(problem.at())
        .returns("p.yaml", place -> place.source())
        .returns(6, place -> place.line())
        .returns(13, place -> place.column())
        .returns("commitments[0].within", place -> place.path());
    assertThat(problem.expected())
        .isEqualTo("period must look like \"48h\", \"3d\", \"3cd\", \"5bd\", \"2w\" or \"1mo\"");
    assertThat(problem.found()).isEqualTo("was \"soon\"");
  }

  @Test
  void placesInJsonAreToldAsWell() {
    String json =
        """
        {
          "apiVersion": "avow.dev/v1",
          "kind": "SecurityPolicy",
          "name": "sample",
          "gate": {"fail-on": "severe"}
        }
        """;

    assertThat(refused(json).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "p.yaml:5:23 (gate.fail-on): fail-on must be one of info, low, medium, high, critical"
                + " but is \"severe\"");
  }

  @Test
  void aTextWithoutANameIsCalledText() {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> SecurityPolicy.parse("42"))
        .withMessageStartingWith("(text):1:1: document must be a mapping");
  }

  @Test
  void aFileThatIsMissingIsNamed(@TempDir Path folder) {
    Path missing = folder.resolve("policy.yaml");

    PolicyException refused =
        catchThrowableOfType(PolicyException.class, () -> SecurityPolicy.read(missing));

    assertThat(refused.problems()).hasSize(1);
    assertThat(refused.problems().get(0).at().source()).endsWith("/policy.yaml");
  }

  @Test
  void aFileInAnotherEncodingIsReadByItsMark(@TempDir Path folder) throws IOException {
    SecurityPolicy policy = SecurityPolicy.named("größe").supports("0.1.x").build();
    Path file = folder.resolve("policy.yaml");
    Files.writeString(file, '\uFEFF' + policy.toYaml(), StandardCharsets.UTF_16LE);

    assertThat(SecurityPolicy.read(file)).isEqualTo(policy);
  }

  @Test
  void problemsCannotBeChanged() {
    List<Problem> problems = refused("42").problems();

    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(problems::clear);
  }

  private static PolicyException refused(String text) {
    return catchThrowableOfType(PolicyException.class, () -> SecurityPolicy.parse("p.yaml", text));
  }
}
