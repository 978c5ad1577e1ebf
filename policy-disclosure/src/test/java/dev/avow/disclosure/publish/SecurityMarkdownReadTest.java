package dev.avow.disclosure.publish;

import static dev.avow.policy.commitment.Period.businessDays;
import static dev.avow.policy.commitment.Period.days;
import static dev.avow.policy.commitment.Period.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.avow.policy.Channel;
import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.SeverityCondition;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.version.SupportCondition;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.ask.PreReleases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityMarkdownReadTest {

  private static PolicyReading read(String text) {
    return SecurityMarkdown.parse("SECURITY.md", text);
  }

  private static List<SupportRow> rows(String text) {
    return read(text).policy().supportedVersions().rows();
  }

  @Nested
  class Versions {

    @ParameterizedTest
    @CsvSource({
      ":white_check_mark:, SUPPORTED",
      "✅, SUPPORTED",
      "❌, UNSUPPORTED",
      ":x:, UNSUPPORTED",
      "Yes, SUPPORTED",
      "Security patches only, SUPPORTED",
      "Development, DEVELOPMENT"
    })
    void marksAndWordsSayWhetherARowIsSupported(String mark, SupportStatus status) {
      List<SupportRow> rows = rows("| Version | Supported |\n|--|--|\n| `1.x` | " + mark + " |\n");

      assertThat(rows).containsExactly(SupportRow.line("1.x").status(status));
      assertThat(rows.get(0).declaredAt()).hasToString("SECURITY.md:3");
    }

    @Test
    void aTableInACommentIsNoPartOfTheDocument() {
      PolicyReading reading =
          read("# Security\n\n<!--\n| Version | Supported |\n|--|--|\n| 5.1.x | ✅ |\n-->\n");

      assertThat(reading.policy().supportedVersions().isEmpty()).isTrue();
      assertThat(reading.passages()).isEmpty();
    }

    @Test
    void aTableAboutSomethingElseIsToldOf() {
      PolicyReading reading =
          read("| CVE | Affected versions | Patched |\n|--|--|--|\n| 1 | < 2.4 | 2.4 |\n");

      assertThat(reading.policy().supportedVersions().isEmpty()).isTrue();
      assertThat(reading.notUnderstood())
          .extracting(Passage::toString)
          .containsExactly(
              "SECURITY.md:1: not-understood: is a table that is not about support:"
                  + " \"[CVE, Affected versions, Patched]\"");
    }

    @Test
    void aTableCanHaveAnEndABranchAndNoOuterPipes() {
      assertThat(
              rows(
                  """
                  Version | Branch | Support | Until
                  :-- | :-- | :-- | :--
                  2.x | stable | ✅ | 2027-05-18
                  - | main | ✅ |
                  """))
          .containsExactly(
              SupportRow.line("2.x").until("2027-05-18"),
              SupportRow.branch("stable").until("2027-05-18"),
              SupportRow.branch("main"));
    }

    @Test
    void aTableCanBeKeyedByScores() {
      assertThat(
              rows(
                  "| CVSS v3 | Supported Versions |\n|--|--|\n| 4.0-8.9 | Most recent release |\n"))
          .containsExactly(
              SupportRow.line("Most recent release").when(SupportCondition.cvss("4.0-8.9")));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Only the latest version is supported. | latest version | SUPPORTED",
          "We support the last 3 minor versions of Viewer. | last 3 minor versions | SUPPORTED",
          "The latest version `v5` is supported. | v5 | SUPPORTED",
          "Older release lines are not maintained. | older release lines | UNSUPPORTED",
          "In critical cases, we might backport patches for `v4`. | v4 | BEST_EFFORT",
          "Always the latest release. | latest release | SUPPORTED"
        })
    void sentencesNameVersions(String sentence, String line, SupportStatus status) {
      assertThat(rows("## Supported versions\n\n" + sentence + "\n"))
          .containsExactly(SupportRow.line(line).status(status));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "After 1.0, we will document a formal support window.",
          "Users are urged to use the latest version of a maintained branch.",
          "There is no supportability commitment.",
          "Please upgrade to the latest 2.x release to receive fixes."
        })
    void whatIsNoStatementOfSupportGivesNoRow(String sentence) {
      assertThat(
              read("## Supported versions\n\n" + sentence).policy().supportedVersions().isEmpty())
          .isTrue();
    }

    @Test
    void proseCanExcludePreReleasesAndLeaveOthersToBestEffort() {
      PolicyReading reading =
          read(
              """
              ## Supported versions

              Snapshots and release candidates are not supported. Fixes are backported on a best‑effort basis.
              """);

      assertThat(reading.policy().supportedVersions().preReleases())
          .isEqualTo(PreReleases.UNSUPPORTED);
      assertThat(reading.policy().supportedVersions().others()).contains(SupportStatus.BEST_EFFORT);
      assertThat(reading.policy().commitments())
          .containsExactly(
              Commitment.to(Milestone.FIX_BACKPORTED).after(Milestone.FIX_RELEASED).bestEffort());
    }

    @Test
    void versionsListedElsewhereAreAReference() {
      assertThat(
              read("## Supported versions\n\nSee [the releases](https://viewer.dev/releases).\n")
                  .references())
          .extracting(Reference::kind, Reference::target)
          .containsExactly(tuple(Reference.Kind.SUPPORTED_VERSIONS, "https://viewer.dev/releases"));
    }

    @Test
    void aRowListedTwiceContradictsItself() {
      PolicyReading reading = read("| Version | Supported |\n|--|--|\n| 1.x | ✅ |\n| 1.x | ❌ |\n");

      assertThat(reading.passages())
          .extracting(Passage::kind, passage -> passage.at().line())
          .containsExactly(tuple(Passage.Kind.CONTRADICTION, 4));
    }
  }

  @Nested
  class Channels {

    private List<Channel> channels(String text) {
      return read("# Security\n\n## Reporting a vulnerability\n\n" + text)
          .policy()
          .reporting()
          .channels();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Please email security@viewer.dev.",
          "Send a report to **security [at] viewer.dev**.",
          "Please send an email to security[@]viewer.dev.",
          "Report it to [our team](mailto:security@viewer.dev).",
          "Contact: security@viewer.dev",
          "Please report it via email to:\n\n**security@viewer.dev**"
        })
    void mailAddressesAreFoundHoweverTheyAreHidden(String text) {
      assertThat(channels(text)).containsExactly(Channel.email("security@viewer.dev"));
    }

    @Test
    void anAdvisoryFormWinsOverItsMention() {
      assertThat(
              channels(
                  "Open a private security advisory on GitHub:"
                      + " https://github.com/acme/viewer/security/advisories/new."))
          .containsExactly(
              Channel.privateAdvisory("https://github.com/acme/viewer/security/advisories/new"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Subscribe to announcements by sending an email to announce+subscribe@viewer.dev.",
          "We will notify packagers such as maint@distro.org ahead of a release.",
          "If you consider upgrading, contact sales@viewer.dev."
        })
    void otherAddressesAreNoChannels(String text) {
      assertThat(channels(text)).isEmpty();
    }

    @Test
    void anAddressThatMustNotBeUsedIsNone() {
      PolicyReading reading =
          read(
              "# Security\n\n"
                  + "Contact team@viewer.dev for security questions. Do not use it to report"
                  + " vulnerabilities.\n");

      assertThat(reading.policy().reporting().channels()).isEmpty();
      assertThat(reading.policy().reporting().never())
          .containsExactly(Channel.email("team@viewer.dev"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "**Do NOT open a public GitHub issue.**",
          "Please don’t report vulnerabilities via GitHub issues.",
          "Security issues should not be reported via the public issue tracker.",
          "Instead of using the bug tracker please send an email."
        })
    void publicIssuesAreForbidden(String sentence) {
      assertThat(read("# Security\n\n" + sentence).policy().reporting().never())
          .containsExactly(Channel.publicIssue());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "They are not considered vulnerabilities and should be opened as public GitHub issues.",
          "If there is a CVE, please do open an issue on our GitHub tracker.",
        })
    void whatIsAllowedIsNotForbidden(String sentence) {
      assertThat(read("# Security\n\n" + sentence).policy().reporting().never()).isEmpty();
    }

    @Test
    void whatStandsUnderDoNotIsForbidden() {
      PolicyReading reading =
          read("# Security\n\n### Please do NOT:\n\n- Open a public GitHub issue\n");

      assertThat(reading.policy().reporting().never()).containsExactly(Channel.publicIssue());
    }

    @Test
    void maintainersAndPublicIssuesCanBeTheWayToReport() {
      assertThat(channels("Report security issues to the project maintainer directly."))
          .containsExactly(Channel.maintainer());
      assertThat(channels("Please report a vulnerability by creating a new issue."))
          .containsExactly(Channel.publicIssue());
    }

    @Test
    void anAdvisoryNeedsNoAddress() {
      assertThat(channels("Use GitHub's private vulnerability reporting."))
          .containsExactly(Channel.privateAdvisory());
      assertThat(channels("Report it privately via security@viewer.dev."))
          .containsExactly(Channel.email("security@viewer.dev"));
    }

    @Test
    void keysAreReferences() {
      PolicyReading reading =
          read(
              """
              Encrypt reports with [our PGP key](https://viewer.dev/key.asc).

              ```
              -----BEGIN PGP PUBLIC KEY BLOCK-----
              ```
              """);

      assertThat(reading.references())
          .extracting(Reference::toString)
          .containsExactly(
              "Reference[kind=ENCRYPTION_KEY, target=https://viewer.dev/key.asc,"
                  + " at=SECURITY.md:1]",
              "Reference[kind=ENCRYPTION_KEY, target=(in the document), at=SECURITY.md:3]");
    }
  }

  @Nested
  class Promises {

    private List<Commitment> promises(String text) {
      return read("# Security\n\n## Reporting a vulnerability\n\n" + text).policy().commitments();
    }

    @Test
    void hoursDaysAndBusinessDaysAreKeptApart() {
      assertThat(promises("We acknowledge within 48 hours."))
          .containsExactly(Commitment.to(Milestone.ACKNOWLEDGED).within(hours(48)));
      assertThat(promises("You will get a response within two days."))
          .containsExactly(Commitment.to(Milestone.ACKNOWLEDGED).within(days(2)));
      assertThat(promises("We will reply within three (3) business days."))
          .containsExactly(Commitment.to(Milestone.ACKNOWLEDGED).within(businessDays(3)));
    }

    @Test
    void whatIsVagueStaysVague() {
      PolicyReading reading =
          read("## Reporting\n\nWe typically acknowledge reports within a few business days.");

      assertThat(reading.policy().commitments().get(0).period()).isEmpty();
      assertThat(reading.passages()).extracting(Passage::kind).containsExactly(Passage.Kind.VAGUE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "If you do not receive an acknowledgement within 6 business days, escalate.",
          "We will respond as soon as possible.",
          "Six Labors does not guarantee any response time.",
          "Reports will be acknowledged."
        })
    void nothingIsInvented(String sentence) {
      assertThat(promises(sentence)).isEmpty();
    }

    @Test
    void goalsAreBestEffort() {
      assertThat(promises("We aim to respond within 48 hours."))
          .extracting(Commitment::bound)
          .containsExactly(Bound.BEST_EFFORT);
    }

    @Test
    void oneSentenceCanHoldSeveralPromises() {
      assertThat(
              promises(
                  "Your report will be acknowledged within 24 hours, and you'll receive a more"
                      + " detailed response within an additional 72 hours."))
          .containsExactly(
              Commitment.to(Milestone.ACKNOWLEDGED).within(hours(24)),
              Commitment.to(Milestone.of("detailed-response"))
                  .after(Milestone.ACKNOWLEDGED)
                  .within(hours(72)));
    }

    @Test
    void fixesCanDependOnSeverity() {
      assertThat(
              promises(
                  """
                  - **Fix timeline**: Depends on severity
                    - Critical: 1-3 days
                    - Low: Next release
                  """))
          .containsExactly(
              Commitment.to(Milestone.FIX_RELEASED)
                  .called("fix-released-critical")
                  .within(days(3))
                  .when(SeverityCondition.of(Severity.CRITICAL)));
    }

    @Test
    void clocksStartWhereTheDocumentSays() {
      assertThat(
              promises(
                  "Within 90 days after the triage date, the vulnerability must be made public."))
          .containsExactly(
              Commitment.to(Milestone.PUBLIC).after(Milestone.TRIAGED).within(days(90)));
      assertThat(
              promises(
                  "Once the fix is released, we ask for one week of time to pass before publishing"
                      + " about it."))
          .containsExactly(
              Commitment.to(Milestone.PUBLIC).after(Milestone.FIX_RELEASED).notBefore(days(7)));
    }

    @Test
    void silenceThatIsAskedForIsNoDeadline() {
      assertThat(promises("Expect no public disclosure for 90 days."))
          .containsExactly(Commitment.to(Milestone.PUBLIC).notBefore(days(90)));
    }

    @Test
    void twoAnswersContradictEachOther() {
      PolicyReading reading =
          read(
              "## Reporting\n\nWe acknowledge within 48 hours.\n\nWe acknowledge within 72 hours.");

      assertThat(reading.passages())
          .extracting(Passage::kind, passage -> passage.at().line())
          .containsExactly(tuple(Passage.Kind.CONTRADICTION, 5));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "On 2023-04-05 we were notified and fixed it in 3 days.",
          "Our bug bounty pays within 14 days of triage.",
          "Rewards are paid within 30 days after the fix.",
          "Within 14 days of triage you hear from our lawyers."
        })
    void whatWasAndWhatIsPaidAreNoPromises(String text) {
      assertThat(promises(text)).isEmpty();
    }
  }

  @Nested
  class Documents {

    @Test
    void aFileThatHoldsAPathIsALinkThatWasNotFollowed() {
      PolicyReading reading = read("../.github/SECURITY.md\n");

      assertThat(reading.references())
          .extracting(Reference::kind, Reference::target)
          .containsExactly(tuple(Reference.Kind.POLICY, "../.github/SECURITY.md"));
    }

    @Test
    void aPolicyThatIsALinkIsAReference() {
      assertThat(
              read("# Security\n\nThe policy [can be found here](https://viewer.dev/policy).")
                  .references())
          .extracting(Reference::kind)
          .containsExactly(Reference.Kind.POLICY);
    }

    @Test
    void whatIsNotUnderstoodHasItsLine() {
      assertThat(read("# Security\n\nQuantum flux\nis inverted.\n\nThank you.\n").notUnderstood())
          .extracting(Passage::toString)
          .containsExactly(
              "SECURITY.md:3: not-understood: is not understood: \"Quantum flux is inverted.\"");
    }

    @Test
    void anEmptyDocumentSaysNothing() {
      PolicyReading reading = read("");

      assertThat(reading.policy().reporting().isEmpty()).isTrue();
      assertThat(reading.passages()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
      assertThatExceptionOfType(PaperException.class)
          .isThrownBy(() -> SecurityMarkdown.read(Path.of("missing", "SECURITY.md")))
          .withMessageStartingWith("missing/SECURITY.md: a document must be a file");
    }
  }
}
