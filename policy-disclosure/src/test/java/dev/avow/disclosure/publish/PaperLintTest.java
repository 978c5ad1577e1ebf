package dev.avow.disclosure.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.Channel;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperLintTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  private static final String SOUND =
      """
      # Security policy

      | Version | Supported |
      | ------- | --------- |
      | 1.x     | ✅ |
      | < 1.0   | ❌ |
      | Other versions | ❌ |

      ## Reporting a vulnerability

      Email security@viewer.dev. We acknowledge within 48 hours.
      """;

  private static List<String> lint(String text) {
    Evaluation evaluation =
        PaperLint.of(SecurityMarkdown.parse("SECURITY.md", text), DAY, ReleaseCatalog.none());
    return evaluation.findings().stream()
        .map(finding -> "%s %s %s".formatted(finding.location(), finding.rule(), finding.message()))
        .toList();
  }

  private static String with(String more) {
    return SOUND + "\n" + more + "\n";
  }

  @Test
  void aSoundDocumentPasses() {
    assertThat(lint(SOUND)).isEmpty();
  }

  @Test
  void twoStatementsDisagree() {
    assertThat(lint(with("We acknowledge within 72 hours.")))
        .containsExactly(
            "SECURITY.md:13 statements-agree acknowledge was already set to 48 hours on line 11:"
                + " \"We acknowledge within 72 hours.\"");
  }

  @Test
  void aTickIsPastItsDate() {
    assertThat(
            lint(
                """
                | Version | Supported | Until |
                | ------- | --------- | ----- |
                | 4.5     | ✅ | 2026-09-09 |

                Report vulnerabilities to security@viewer.dev.
                """))
        .contains(
            "SECURITY.md:3 support-mark-is-up-to-date is marked as supported but ended: until"
                + " 2026-09-09");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "security@example.com",
        "security@yourdomain.com",
        "your-email@viewer.dev",
        "security@viewer.example"
      })
  void aContactWasNeverFilledIn(String address) {
    assertThat(lint(SOUND.replace("security@viewer.dev", address)))
        .containsExactly(
            "SECURITY.md:11 contact-is-no-placeholder has an address that was left over from an"
                + " example");
  }

  @Test
  void aTemplateWasNeverFilledIn() {
    assertThat(lint(with("Use this section to tell people how to report a vulnerability.")))
        .containsExactly(
            "SECURITY.md:13 text-is-no-placeholder was left over from a template: \"Use this"
                + " section to tell people how to report a vulnerability.\"");
  }

  @Test
  void thereIsNoContactAtAll() {
    assertThat(lint(SOUND.replace("Email security@viewer.dev. ", "")))
        .containsExactly(
            "SECURITY.md reports-have-private-channel lists no private channel for reports");
  }

  @Test
  void thereAreOnlyPublicChannels() {
    String text =
        SOUND.replace(
            "Email security@viewer.dev.",
            "Report vulnerabilities in [our issues](https://github.com/acme/viewer/issues).");

    assertThat(lint(text))
        .containsExactly(
            "SECURITY.md:11 reports-have-private-channel lists no private channel for reports");
  }

  @Test
  void aPromiseHasNoNumber() {
    assertThat(lint(with("If it is confirmed, we will release a patch as soon as possible.")))
        .contains("SECURITY.md:13 promise-has-number is promised without a number");
  }

  @Test
  void theAdvisoryComesBeforeThePatch() {
    assertThat(lint(with("We publish an advisory within 7 days. We release a fix within 14 days.")))
        .containsExactly(
            "SECURITY.md:13 advisory-waits-for-fix is promised at most 7 days after reported,"
                + " before the fix, which is promised at most 14 days after reported");
  }

  @Test
  void theAdvisoryMayComeWithThePatch() {
    assertThat(lint(with("We release a fix within 7 days. We publish an advisory within 7 days.")))
        .isEmpty();
  }

  @Test
  void theTimelineLeavesNoTimeToUpdate() {
    assertThat(
            lint(
                with(
                    """
                    ## Disclosure timeline

                    - Day 0: Vulnerability reported
                    - Day 1-7: Patch release and security advisory
                    - Day 8+: Public disclosure
                    """)))
        .containsExactly(
            "SECURITY.md:16 advisory-waits-for-disclosure publishes advisories from day 1 on but"
                + " discloses from day 8 on",
            "SECURITY.md:17 time-to-update-is-stated does not say how long users have to update:"
                + " grace is not set");
  }

  @Test
  void whatIsNotUnderstoodIsInconclusive() {
    assertThat(lint(with("Quantum flux is inverted.")))
        .containsExactly(
            "SECURITY.md:13 document-is-understood is not understood: \"Quantum flux is"
                + " inverted.\"");
  }

  @Test
  void theNewestReleaseMustBeListedWhereItIsKnown() {
    ReleaseCatalog releases = ReleaseCatalog.of(Release.of(Version.of("2.0.0")));
    String text = SOUND.replace("| Other versions | ❌ |\n", "");

    assertThat(PaperLint.of(SecurityMarkdown.parse("SECURITY.md", text), DAY, releases).findings())
        .extracting(finding -> finding.rule().value())
        .contains("newest-release-is-listed");
  }

  @Test
  void aPolicyIsLintedBeforeItIsPublished() {
    SecurityPolicy policy =
        SecurityPolicy.named("viewer")
            .reportTo(Channel.email("security@example.org"))
            .acknowledgeWithin(Period.hours(48))
            .commitTo(Commitment.to(Milestone.FIX_RELEASED))
            .build();

    assertThat(PaperLint.of(policy, DAY, ReleaseCatalog.none()).findings())
        .extracting(finding -> finding.rule().value())
        .containsExactlyInAnyOrder("contact-is-no-placeholder", "promise-has-number");
  }
}
