package dev.avow.disclosure.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.avow.policy.Channel;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Verdict;
import org.junit.jupiter.api.Test;

class DriftTest {

  private static final SecurityPolicy POLICY =
      SecurityPolicy.named("viewer")
          .supports("1.x")
          .reportTo(Channel.email("security@viewer.dev"))
          .acknowledgeWithin(Period.hours(48))
          .build();

  private static final String DOCUMENT =
      """
      # Security policy

      | Version | Supported |
      | ------- | --------- |
      | 1.x     | ✅ |
      | 0.x     | ❌ |

      ## Reporting a vulnerability

      We acknowledge within 72 hours.

      Quantum flux is inverted.
      """;

  private static Drift drift(String text) {
    return SecurityMarkdown.drift(POLICY, SecurityMarkdown.parse("SECURITY.md", text));
  }

  @Test
  void differencesAreTypedAndHaveTheirLines() {
    assertThat(drift(DOCUMENT).differences())
        .extracting(Difference::toString)
        .containsExactly(
            "(code): reporting: does not say what the policy does: email security@viewer.dev, for"
                + " reports",
            "SECURITY.md:6: supported-versions: says what the policy does not: line 0.x,"
                + " unsupported",
            "SECURITY.md:10: commitments: says \"at most 72 hours after reported\" of acknowledged,"
                + " of which the policy says \"at most 48 hours after reported\"");
  }

  @Test
  void differencesAreFindingsOfARuleEach() {
    assertThat(drift(DOCUMENT).evaluation().findings())
        .extracting(finding -> finding.rule().value(), Finding::verdict, at -> at.location().line())
        .containsExactly(
            tuple("promise-is-published", Verdict.FAIL, 0),
            tuple("published-promise-is-in-policy", Verdict.FAIL, 6),
            tuple("published-promise-matches-policy", Verdict.FAIL, 10),
            tuple("document-is-understood", Verdict.INCONCLUSIVE, 12));
  }

  @Test
  void whatIsWrittenFromThePolicyDoesNotDrift() {
    Drift drift = drift(SecurityMarkdown.write(POLICY));

    assertThat(drift.isNone()).isTrue();
    assertThat(drift.evaluation().findings()).isEmpty();
    assertThat(drift.evaluation().lookedAtNothing()).isFalse();
  }
}
