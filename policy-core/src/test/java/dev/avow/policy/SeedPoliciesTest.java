package dev.avow.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies of docs/policies say the same in Java, YAML and JSON. */
class SeedPoliciesTest {

  @ParameterizedTest
  @MethodSource("dev.avow.policy.Seeds#all")
  void whatIsReadEqualsWhatIsSaidInJava(SecurityPolicy policy) {
    assertThat(SecurityPolicy.read(Seeds.file(policy)).toYaml()).isEqualTo(policy.toYaml());
    assertThat(SecurityPolicy.read(Seeds.file(policy))).isEqualTo(policy);
  }

  @ParameterizedTest
  @MethodSource("dev.avow.policy.Seeds#all")
  void whatIsWrittenAsYamlIsReadAsAnEqualPolicy(SecurityPolicy policy) {
    assertThat(SecurityPolicy.parse(policy.toYaml())).isEqualTo(policy).hasSameHashCodeAs(policy);
  }

  @ParameterizedTest
  @MethodSource("dev.avow.policy.Seeds#all")
  void whatIsWrittenAsJsonIsReadAsAnEqualPolicy(SecurityPolicy policy) {
    assertThat(SecurityPolicy.parse(policy.toJson())).isEqualTo(policy);
  }

  @Test
  void aCommitmentKnowsWhereItIsWritten() throws IOException {
    Path file = Seeds.file(Seeds.typekro());

    Commitment acknowledge = SecurityPolicy.read(file).commitments().get(0);

    Location place = acknowledge.declaredAt();
    assertThat(acknowledge.period()).contains(Period.hours(48));
    assertThat(place.path()).isEqualTo("commitments[0]");
    assertThat(place.source()).endsWith("docs/policies/typekro.yaml");
    assertThat(Files.readAllLines(file).get(place.line() - 1)).isEqualTo("  - to: acknowledged");
  }

  @Test
  void theReportOfOneHasSevenItemsAndOfTheOtherFour() {
    assertThat(ids(Seeds.typekro()))
        .containsExactly(
            "issue-type",
            "source-paths",
            "source-location",
            "special-configuration",
            "steps",
            "proof-of-concept",
            "impact");
    assertThat(ids(Seeds.pvcViewer()))
        .containsExactly("description", "reproduction", "affected-versions", "environment");
  }

  private static List<String> ids(SecurityPolicy policy) {
    return policy.reporting().contents().stream().map(ReportItem::id).toList();
  }
}
