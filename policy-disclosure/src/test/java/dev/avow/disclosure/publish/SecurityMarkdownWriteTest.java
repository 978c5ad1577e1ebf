package dev.avow.disclosure.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.Channel;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.version.SupportStatus;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SecurityMarkdownWriteTest {

  @RepeatedTest(500)
  void whatIsWrittenIsReadAgain(RepetitionInfo repetition) {
    SecurityPolicy policy = new PolicyDice(repetition.getCurrentRepetition()).policy();

    String text = SecurityMarkdown.write(policy);
    PolicyReading reading = SecurityMarkdown.parse("SECURITY.md", text);

    assertThat(reading.policy().toYaml())
        .as(text)
        .isEqualTo(SecurityMarkdown.carried(policy).toYaml());
    assertThat(reading.policy()).isEqualTo(SecurityMarkdown.carried(policy));
    assertThat(reading.notUnderstood()).as(text).isEmpty();
    assertThat(SecurityMarkdown.drift(policy, reading).differences()).isEmpty();
  }

  @Test
  void theDocumentReadsAsPeopleWriteIt() {
    SecurityPolicy policy =
        SecurityPolicy.named("viewer")
            .supports("1.x")
            .versions(known -> known.others(SupportStatus.UNSUPPORTED))
            .reportTo(Channel.email("security@viewer.dev"))
            .neverTo(Channel.publicIssue())
            .acknowledgeWithin(Period.hours(48))
            .commitTo(Commitment.to(Milestone.FIX_RELEASED).after(Milestone.CONFIRMED).bestEffort())
            .build();

    assertThat(SecurityMarkdown.write(policy))
        .isEqualTo(
            """
            # Security policy of viewer

            ## Supported versions

            |Version|Supported|
            |---|---|
            |1.x|✅|
            |Other versions|❌|

            ## Reporting a vulnerability

            Report vulnerabilities, the first way being preferred, in one of these ways:

            - Email: security@viewer.dev

            Please do not report vulnerabilities through public issues.

            ## Response times

            This is what you can expect, and when:

            - Acknowledged: within 48 hours after the report
            - Fix released: if possible after confirmation
            """);
  }
}
