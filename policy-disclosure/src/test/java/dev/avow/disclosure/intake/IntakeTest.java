package dev.avow.disclosure.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.disclosure.intake.Reply.Kind;
import dev.avow.disclosure.intake.ScopeAnswer.Verdict;
import dev.avow.policy.Channel;
import dev.avow.policy.PolicyScope;
import dev.avow.policy.ReportItem;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.ScopeItem.Redirect;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.version.Support;
import dev.avow.policy.version.SupportAnswer;
import dev.avow.policy.version.SupportCondition;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.ReleaseCatalog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final SecurityPolicy TYPEKRO = policy("typekro");
  private static final SecurityPolicy PVC_VIEWER = policy("pvc-viewer");

  private static SecurityPolicy policy(String name) {
    return SecurityPolicy.read(Path.of("..", "docs", "policies", name + ".yaml"));
  }

  private static IntakeAnswer assess(SecurityPolicy policy, VulnerabilityReport report) {
    return Intake.of(policy).assess(report, TODAY);
  }

  private static List<String> findings(IntakeAnswer answer) {
    return answer.evaluation().findings().stream()
        .map(finding -> finding.verdict() + " " + finding.rule() + ": " + finding.sentence())
        .toList();
  }

  private static VulnerabilityReport complete() {
    return VulnerabilityReport.of("R-1")
        .through(Channel.email("security@typekro.run"))
        .about("core-library")
        .version("0.1.7")
        .with("issue-type", "SECRET overflow")
        .with("source-paths", "SECRET/path.ts")
        .with("source-location", "main")
        .with("steps", "SECRET steps")
        .with("impact", "SECRET impact");
  }

  @Test
  void aCompleteReportNeedsNothingMore() {
    IntakeAnswer answer = assess(TYPEKRO, complete());

    assertThat(answer.channel()).isEqualTo(ChannelAnswer.ALLOWED);
    assertThat(answer.missing()).isEmpty();
    assertThat(answer.scope().verdict()).isEqualTo(Verdict.IN);
    assertThat(answer.support().map(SupportAnswer::support)).contains(Support.SUPPORTED);
    assertThat(answer.replies()).extracting(Reply::kind).containsExactly(Kind.RECEIVED);
    assertThat(answer.evaluation().findings()).isEmpty();
    assertThat(answer.evaluation().subjects()).hasSize(1);
  }

  @Nested
  class Channels {

    @Test
    void inPublicAreForbiddenAndTheRightOneIsNamed() {
      IntakeAnswer answer = assess(TYPEKRO, complete().through(Channel.publicIssue()));

      assertThat(answer.channel()).isEqualTo(ChannelAnswer.FORBIDDEN);
      assertThat(findings(answer))
          .containsExactly(
              "FAIL report-takes-allowed-channel: Report R-1: came through a channel that reports"
                  + " must not take; right is email security@typekro.run");
      assertThat(answer.replies()).extracting(Reply::kind).containsExactly(Kind.MOVE_TO_PRIVATE);
      assertThat(answer.replies().get(0).text())
          .contains("email security@typekro.run")
          .doesNotContain("SECRET", "0.1.7", "core-library");
    }

    @Test
    void inPublicAreForbiddenEvenIfThePolicyForgotThem() {
      assertThat(assess(PVC_VIEWER, complete().through(Channel.publicIssue())).channel())
          .isEqualTo(ChannelAnswer.FORBIDDEN);
      assertThat(assess(TYPEKRO, complete().through(Channel.pullRequest())).channel())
          .isEqualTo(ChannelAnswer.FORBIDDEN);
    }

    @Test
    void thatAreNotListedAreUndecided() {
      IntakeAnswer other = assess(TYPEKRO, complete().through(Channel.email("info@typekro.run")));

      assertThat(other.channel()).isEqualTo(ChannelAnswer.NOT_LISTED);
      assertThat(findings(other)).singleElement().asString().startsWith("INCONCLUSIVE");
      assertThat(other.reply(Kind.USE_A_LISTED_CHANNEL)).isPresent();
    }

    @Test
    void mayBeUnknown() {
      IntakeAnswer answer = assess(TYPEKRO, VulnerabilityReport.of("R-2"));

      assertThat(answer.channel()).isEqualTo(ChannelAnswer.UNKNOWN);
      assertThat(findings(answer))
          .anySatisfy(finding -> assertThat(finding).contains("cannot be decided without"));
    }

    @Test
    void areTakenForTheListedOneWhereTheReportTellsNoAddress() {
      SecurityPolicy policy =
          SecurityPolicy.named("p")
              .reportTo(Channel.privateAdvisory("https://example.org/advisories"))
              .build();

      assertThat(assess(policy, complete().through(Channel.privateAdvisory())).channel())
          .isEqualTo(ChannelAnswer.ALLOWED);
    }
  }

  @Nested
  class Lint {

    @Test
    void wantsAddresses() {
      assertThat(Intake.of(PVC_VIEWER).lint().findings())
          .extracting(Finding::sentence)
          .containsExactly(
              "Policy pvc-viewer, channel maintainer: is not actionable: it has no address");
      assertThat(Intake.of(PVC_VIEWER).lint().findings().get(0).location().hasLine()).isTrue();
      assertThat(Intake.of(TYPEKRO).lint().findings()).isEmpty();
    }

    @Test
    void wantsAPrivateChannel() {
      SecurityPolicy open = SecurityPolicy.named("p").reportTo(Channel.publicIssue()).build();
      SecurityPolicy silent = SecurityPolicy.named("p").build();

      assertThat(Intake.of(open).lint().findings())
          .extracting(finding -> finding.rule().toString())
          .containsExactly("reports-have-private-channel");
      assertThat(Intake.of(silent).lint().findings()).hasSize(1);
    }
  }

  @Nested
  class Asking {

    @Test
    void namesEverythingThatTypekroAsksFor() {
      IntakeAnswer answer =
          assess(
              TYPEKRO,
              VulnerabilityReport.of("R-1")
                  .through(Channel.email("security@typekro.run"))
                  .about("typekro"));

      assertThat(answer.missing())
          .extracting(missing -> missing.item().id())
          .containsExactly("issue-type", "source-paths", "source-location", "steps", "impact");
      assertThat(answer.reply(Kind.ASK_FOR_CONTENTS).orElseThrow().text())
          .contains("- Step-by-step instructions to reproduce the issue")
          .doesNotContain("Proof-of-concept", "special configuration");
      assertThat(answer.reply(Kind.ASK_FOR_VERSION)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
      "description steps affected-versions kubernetes-version storage-class, ''",
      "description proof-of-concept affected-versions kubernetes-version storage-class, ''",
      "description reproduction affected-versions environment, ''",
      "description steps affected-versions kubernetes-version, environment",
      "description affected-versions environment, reproduction",
      "'', description reproduction affected-versions environment"
    })
    void takesWholesAndParts(String given, String missing) {
      VulnerabilityReport report = VulnerabilityReport.of("R-1").about("backend");
      for (String item : given.split(" ", -1)) {
        report = item.isEmpty() ? report : report.with(item, "text");
      }

      assertThat(
              assess(PVC_VIEWER, report).missing().stream().map(lack -> lack.item().id()).toList())
          .isEqualTo(missing.isEmpty() ? List.of() : List.of(missing.split(" ", -1)));
    }

    @Test
    void tellsWhichPartsAreLacking() {
      IntakeAnswer answer =
          assess(PVC_VIEWER, VulnerabilityReport.of("R-1").with("kubernetes-version", "1.37"));

      assertThat(answer.missing())
          .extracting(Missing::text)
          .containsExactly(
              "A description of the issue and impact",
              "Steps to reproduce or a proof of concept: Steps to reproduce or A proof of concept",
              "Affected versions (image tag/commit)",
              "Environment details: Storage class");
    }

    @Test
    void takesABlankTextForNothing() {
      assertThat(assess(TYPEKRO, complete().with("impact", "  ")).missing()).hasSize(1);
    }

    @Test
    void asksNothingWhereThePolicyAsksNothing() {
      SecurityPolicy silent =
          SecurityPolicy.named("p").askFor(ReportItem.optional("proof", "A proof")).build();

      assertThat(assess(silent, VulnerabilityReport.of("R-1")).missing()).isEmpty();
    }
  }

  @Nested
  class Scopes {

    @ParameterizedTest
    @CsvSource({
      "typekro, IN",
      "core-library, IN",
      "pkg:npm/typekro@0.1.3, IN",
      "examples-and-documentation, IN",
      "user-definitions, OUT",
      "deployed-infrastructure, OUT",
      "pkg:npm/lodash@4.17.20, OUT",
      "pkg:maven/org.example/lib@1.0, OUT",
      "something-else, UNDECIDED"
    })
    void areToldOrLeftOpen(String component, Verdict verdict) {
      assertThat(Intake.of(TYPEKRO).scope(component).verdict()).isEqualTo(verdict);
    }

    @Test
    void redirectDependenciesToTheirMaintainersByPackageUrl() {
      IntakeAnswer answer = assess(TYPEKRO, complete().about("pkg:npm/lodash@4.17.20"));

      assertThat(answer.scope().redirect()).contains(Redirect.THEIR_MAINTAINERS);
      assertThat(answer.reply(Kind.FORWARD_TO_MAINTAINER).orElseThrow().text())
          .contains("pkg:npm/lodash@4.17.20");
      assertThat(answer.reply(Kind.ASK_FOR_CONTENTS)).isEmpty();
      assertThat(findings(answer))
          .containsExactly(
              "FAIL report-is-in-scope: Report R-1: it is none of the policy's packages"
                  + " [third-party-dependencies]");
    }

    @Test
    void coverDependenciesThatTheProjectShipsAndStillSendThemOn() {
      IntakeAnswer answer = assess(TYPEKRO, complete().about("pkg:npm/lodash@4.17.20").bundled());

      assertThat(answer.scope().verdict()).isEqualTo(Verdict.IN);
      assertThat(answer.reply(Kind.FORWARD_TO_MAINTAINER).orElseThrow().text())
          .contains("As we ship it, we will also update it in our own releases");
    }

    @Test
    void leaveToUsersWhatIsTheirs() {
      IntakeAnswer answer = assess(TYPEKRO, complete().about("deployed-infrastructure"));

      assertThat(answer.reply(Kind.NOT_COVERED).orElseThrow().text())
          .contains("Infrastructure deployed using TypeKro", "for whoever uses our software");
    }

    @Test
    void areUndecidedWhereThePolicySaysBoth() {
      SecurityPolicy both =
          SecurityPolicy.named("p")
              .scope(
                  scope ->
                      scope
                          .covers(ScopeItem.of("examples", "Examples").matching("examples/**"))
                          .leavesOut(ScopeItem.of("yours", "Definitions").matching("**/user/**")))
              .build();
      ScopeAnswer answer = Intake.of(both).scope("examples/user/a.ts");

      assertThat(answer.verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(answer.items()).extracting(ScopeItem::id).containsExactly("examples", "yours");
    }

    @Test
    void areUndecidedWhereThePolicyIsSilent() {
      SecurityPolicy silent = SecurityPolicy.named("p").scope(scope -> PolicyScope.none()).build();

      assertThat(Intake.of(silent).scope("pkg:npm/lodash").verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(assess(silent, VulnerabilityReport.of("R-1")).reply(Kind.ASK_FOR_COMPONENT))
          .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"pkg:", "pkg:npm", "pkg:npm/", "pkg:/lodash", "pkg:n pm/x", "pkg:npm/a b"})
    void refusePackageUrlsThatAreNone(String component) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> VulnerabilityReport.of("R-1").about(component))
          .withMessageStartingWith("package URL must look like pkg:npm/lodash@4.17.20");
    }

    @ParameterizedTest
    @CsvSource({
      "pkg:npm/lodash@4.17.20, npm, lodash",
      "pkg:npm/%40scope/lib@1.0?os=linux#sub, npm, %40scope/lib",
      "PKG:Maven/org.example/lib, maven, org.example/lib"
    })
    void readPackageUrls(String text, String type, String name) {
      assertThat(PackageUrl.parse(text)).isEqualTo(new PackageUrl(text, type, name));
    }
  }

  @Nested
  class Versions {

    @ParameterizedTest
    @CsvSource({
      "0.1.7, SUPPORTED, ",
      "v0.1.7, SUPPORTED, ",
      "0.1.x, SUPPORTED, ",
      "0.1.0-rc.1, SUPPORTED, ",
      "0.10.1, NOT_LISTED, the policy does not speak of the version",
      "0.33.7, NOT_LISTED, the policy does not speak of the version",
      "main, UNKNOWN, the report does not tell which release it is about",
      "latest, UNKNOWN, the report does not tell which release it is about",
      "0d1c2b3, UNKNOWN, the report does not tell which release it is about",
      "'sha256:abc', UNKNOWN, the report does not tell which release it is about",
      "' ', , the report names no version"
    })
    void areWhatThePolicySays(String version, Support support, String open) {
      IntakeAnswer answer = assess(TYPEKRO, complete().version(version));

      assertThat(support(answer)).isEqualTo(Optional.ofNullable(support));
      assertThat(findings(answer))
          .isEqualTo(
              open == null
                  ? List.of()
                  : List.of(
                      "INCONCLUSIVE report-is-about-supported-version: Report R-1: cannot be"
                          + " decided, as "
                          + open));
    }

    @ParameterizedTest
    @CsvSource({
      "2.4.1, SUPPORTED",
      "1.9.0, UNSUPPORTED",
      "2.9.0, BEST_EFFORT",
      "3.0.0, DEVELOPMENT",
      "4.1.0, CONTRADICTORY",
      "9.0.0, BEST_EFFORT"
    })
    void areDecidedByTheRowThatIsMostSpecific(String version, Support support) {
      SecurityPolicy policy =
          SecurityPolicy.named("p")
              .versions(
                  known ->
                      known
                          .and(SupportRow.line("2.x"))
                          .and(SupportRow.line("2.9").status(SupportStatus.BEST_EFFORT))
                          .and(SupportRow.line("< 2.0").status(SupportStatus.UNSUPPORTED))
                          .and(SupportRow.line("3.x").status(SupportStatus.DEVELOPMENT))
                          .and(SupportRow.line("4.x"))
                          .and(SupportRow.line("4.*").status(SupportStatus.UNSUPPORTED))
                          .others(SupportStatus.BEST_EFFORT))
              .build();

      assertThat(support(assess(policy, complete().version(version)))).contains(support);
    }

    @Test
    void areOpenWhereTheReleasesAreNotKnown() {
      VulnerabilityReport report = complete().version("1.4.2");
      ReleaseCatalog releases =
          ReleaseCatalog.of(Release.of("1.4.2", TODAY), Release.of("1.4.1", TODAY.minusDays(9)));
      Intake knowing = Intake.of(PVC_VIEWER).knowing(releases);

      assertThat(support(assess(PVC_VIEWER, report))).contains(Support.UNKNOWN);
      assertThat(findings(assess(PVC_VIEWER, report)).toString())
          .contains("as the releases are not known");
      assertThat(support(knowing.assess(report, TODAY))).contains(Support.SUPPORTED);
      assertThat(support(knowing.assess(report.version("9.9.9"), TODAY))).contains(Support.UNKNOWN);
      assertThat(support(knowing.assess(report.version("main"), TODAY)))
          .contains(Support.SUPPORTED);
    }

    @Test
    void areAskedForWhereANameCanBeAny() {
      IntakeAnswer answer = assess(TYPEKRO, complete().version("latest"));

      assertThat(answer.reply(Kind.ASK_FOR_VERSION).orElseThrow().text())
          .isEqualTo("Please tell us which release you found this in: latest can be any.");
    }

    @Test
    void endWithTheirLastDay() {
      SecurityPolicy policy =
          SecurityPolicy.named("p").supports(SupportRow.line("2.x").until(TODAY)).build();
      Intake intake = Intake.of(policy);
      VulnerabilityReport report = complete().version("2.4.1");

      assertThat(support(intake.assess(report, TODAY))).contains(Support.SUPPORTED);
      IntakeAnswer over = intake.assess(report, TODAY.plusDays(1));
      assertThat(support(over)).contains(Support.UNSUPPORTED);
      assertThat(over.reply(Kind.VERSION_NOT_SUPPORTED).orElseThrow().text())
          .contains("2.4.1 gets no security fixes any more");
      assertThat(findings(over))
          .anySatisfy(finding -> assertThat(finding).contains("a version that gets no fixes"));
    }

    @Test
    void mayGetFixesAsFarAsPossible() {
      SecurityPolicy policy =
          SecurityPolicy.named("p")
              .supports(SupportRow.line("0.1.x").status(SupportStatus.BEST_EFFORT))
              .build();

      assertThat(assess(policy, complete()).reply(Kind.VERSION_NOT_SUPPORTED).orElseThrow().text())
          .contains("only where they can be backported");
    }

    @Test
    void mayDependOnHowSevereItIs() {
      SecurityPolicy policy =
          SecurityPolicy.named("p")
              .supports(SupportRow.line("0.1.x").when(SupportCondition.cvss(">= 7.0")))
              .build();

      assertThat(findings(assess(policy, complete())).toString())
          .contains("as it depends on how severe it is");
    }

    private Optional<Support> support(IntakeAnswer answer) {
      return answer.support().map(SupportAnswer::support);
    }
  }

  @Nested
  class Comments {

    private final VulnerabilityReport comment = VulnerabilityReport.of("C-1").aboutPolicy();

    @Test
    void areWelcomeInPublic() {
      IntakeAnswer answer = assess(TYPEKRO, comment.through(Channel.publicIssue()));

      assertThat(answer.isComment()).isTrue();
      assertThat(answer.channel()).isEqualTo(ChannelAnswer.ALLOWED);
      assertThat(answer.replies()).extracting(Reply::kind).containsExactly(Kind.COMMENT_WELCOME);
      assertThat(answer.missing()).isEmpty();
      assertThat(answer.evaluation().findings()).isEmpty();
    }

    @Test
    void areToldWhereTheyAreRead() {
      IntakeAnswer answer = assess(TYPEKRO, comment.through(Channel.email("x@example.org")));

      assertThat(answer.reply(Kind.COMMENT_ELSEWHERE).orElseThrow().text())
          .contains("pull-request or public-issue");
    }

    @Test
    void areNoneWhereAVulnerabilityIsTold() {
      assertThat(assess(TYPEKRO, complete().aboutPolicy().through(Channel.publicIssue())).channel())
          .isEqualTo(ChannelAnswer.FORBIDDEN);
      assertThat(comment.about("typekro").isComment()).isFalse();
      assertThat(comment.with("impact", "text").isComment()).isFalse();
    }
  }

  @Test
  void nothingThatAReportSaysIsShown() {
    IntakeAnswer answer = assess(TYPEKRO, complete().about("pkg:npm/SECRET"));

    assertThat(List.of(complete(), answer, answer.scope(), answer.replies(), answer.missing()))
        .allSatisfy(shown -> assertThat(shown.toString()).doesNotContain("SECRET"));
    assertThat(findings(answer).toString()).doesNotContain("SECRET");
  }

  @Test
  void aReportHasAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VulnerabilityReport.of(" "))
        .withMessage("report must be named but was blank");
  }
}
