package dev.avow.policy;

import static dev.avow.policy.Phase.FIX;
import static dev.avow.policy.Phase.REPORTED;
import static dev.avow.policy.Phase.TRIAGE;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Period.days;
import static dev.avow.policy.commitment.Period.hours;
import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.UNKNOWN;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.RESTRICTED;
import static dev.avow.policy.version.SupportStatus.BEST_EFFORT;
import static dev.avow.policy.version.SupportStatus.UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.version.SupportRow;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What contradicts an earlier call is refused at the call, by its name. */
class PolicyBuilderTest {

  private static final Channel MAIL = Channel.email("security@example.org");

  @ParameterizedTest
  @MethodSource({"contradictions", "contradictionsOfSections"})
  void aContradictionIsRefusedByItsName(
      UnaryOperator<PolicyBuilder> said, UnaryOperator<PolicyBuilder> again, String message) {
    PolicyBuilder policy = said.apply(SecurityPolicy.named("sample"));

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> again.apply(policy))
        .withMessage(message);
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        refused(
            p -> p.acknowledgeWithin(hours(48)),
            p -> p.acknowledgeWithin(hours(72)),
            "acknowledge was already set to 48 hours"),
        refused(
            p -> p.commitTo(Commitment.to(FIX_RELEASED)),
            p -> p.commitTo(Commitment.to(FIX_RELEASED).within(days(30))),
            "fix-released was already set to no date"),
        refused(
            p -> p.supports("0.1.x"),
            p -> p.supports(SupportRow.line("0.1.x").status(UNSUPPORTED)),
            "line 0.1.x must be listed once but was listed as supported and now as unsupported"),
        refused(
            p -> p.versions(v -> v.others(BEST_EFFORT)),
            p -> p.versions(v -> v.others(UNSUPPORTED)),
            "status of other versions was already set to best-effort"),
        refused(p -> p.failOn(HIGH), p -> p.failOn(LOW), "fail-on was already set to high"),
        refused(
            p -> p.failOn(LOW),
            p -> p.reportFrom(HIGH),
            "report-from must not be above fail-on, low, but was high"),
        refused(
            p -> p.reportFrom(CRITICAL),
            p -> p.failOn(HIGH),
            "report-from must not be above fail-on, high, but was critical"),
        refused(p -> p, p -> p.failOn(UNKNOWN), "fail-on must be a known severity but was unknown"),
        refused(
            p -> p.calendar(WorkingCalendar.of(ZoneId.of("UTC"))),
            p -> p.calendar(WorkingCalendar.of(ZoneId.of("Asia/Tokyo"))),
            "calendar was already set to UTC, weekend [SATURDAY, SUNDAY], holidays []"),
        refused(
            p -> p.harden(with -> with.profile(RESTRICTED)),
            p -> p.harden(with -> with.profile(BASELINE)),
            "hardening was already set to profile restricted"));
  }

  static Stream<Arguments> contradictionsOfSections() {
    return Stream.of(
        refused(
            p -> p.reportTo(MAIL),
            p -> p.neverTo(MAIL),
            "email security@example.org must be allowed or forbidden but was already allowed"),
        refused(
            p -> p.neverTo(Channel.privateAdvisory()),
            p -> p.reportTo(Channel.privateAdvisory("https://example.org/new")),
            "private-advisory https://example.org/new must be allowed or forbidden but was already"
                + " forbidden"),
        refused(
            p -> p.reportTo(MAIL),
            p -> p.reportTo(MAIL),
            "email security@example.org must be said once but was already allowed"),
        refused(
            p -> p.askFor(ReportItem.required("steps", "Steps")),
            p -> p.askFor(ReportItem.optional("steps", "Steps")),
            "report item steps must be said once but was already said"),
        refused(
            p -> p.disclosure(plan -> plan.day(0, REPORTED).days(1, 2, TRIAGE)),
            p -> p.disclosure(plan -> plan.days(5, 7, FIX)),
            "days after 1-2 must begin with day 2 or 3 but begin with day 5"),
        refused(
            p -> p.disclosure(plan -> plan.grace(days(7))),
            p -> p.disclosure(plan -> plan.grace(days(14))),
            "grace was already set to 7 days"),
        refused(
            p -> p.onIncident(Obligation.to(FIX_RELEASED)),
            p -> p.onIncident(Obligation.to(FIX_RELEASED).ifApplicable()),
            "obligation fix-released must be said once but was already said"),
        refused(
            p -> p.announceIn(Announcement.chat("https://example.org/one")),
            p -> p.announceIn(Announcement.chat("https://example.org/two")),
            "announcement chat must be said once but was already said"),
        refused(
            p -> p.scope(scope -> scope.covers(ScopeItem.of("core", "The core"))),
            p -> p.scope(scope -> scope.leavesOut(ScopeItem.of("core", "The core"))),
            "scope item core must be said once but was already said"),
        refused(
            p -> p.check(ci -> ci.scannedInRegistry(Strength.REQUIRED)),
            p -> p.check(ci -> ci.scannedInRegistry(Strength.RECOMMENDED)),
            "scan in the registry was already set to required"),
        refused(
            p -> p.consider(Consideration.of("images", "Pin images")),
            p -> p.consider(Consideration.of("images", "Scan images")),
            "consideration images must be said once but was already said"));
  }

  private static Arguments refused(
      UnaryOperator<PolicyBuilder> said, UnaryOperator<PolicyBuilder> again, String message) {
    return arguments(said, again, message);
  }

  @Test
  void whatCoversLessThanWhatIsForbiddenIsNoContradiction() {
    SecurityPolicy policy =
        SecurityPolicy.named("sample")
            .reportTo(Channel.email("new@example.org"))
            .neverTo(Channel.email("old@example.org"))
            .build();

    assertThat(policy.reporting().channels()).hasSize(1);
    assertThat(policy.reporting().never()).hasSize(1);
  }

  @Test
  void aChannelForCommentsMayBeForbiddenForReports() {
    SecurityPolicy policy =
        SecurityPolicy.named("sample")
            .neverTo(Channel.publicIssue())
            .commentsTo(Channel.publicIssue())
            .build();

    assertThat(policy.reporting().never()).isEqualTo(policy.reporting().comments());
  }

  @Test
  void twoChatsHaveIdsOfTheirOwn() {
    SecurityPolicy policy =
        SecurityPolicy.named("sample")
            .announceIn(
                Announcement.chat("https://example.org/one"),
                Announcement.chat("https://example.org/two").called("chat-for-users"))
            .build();

    assertThat(policy.announcements())
        .extracting(Announcement::id)
        .containsExactly("chat", "chat-for-users");
  }

  @Test
  void aPolicyThatIsBuiltDoesNotChangeWithItsBuilder() {
    PolicyBuilder builder = SecurityPolicy.named("sample").acknowledgeWithin(hours(48));
    SecurityPolicy built = builder.build();

    builder.supports("0.1.x").commitTo(Commitment.to(FIX_RELEASED));

    assertThat(built.commitments()).hasSize(1);
    assertThat(built.supportedVersions().isEmpty()).isTrue();
  }

  @Test
  void aPolicyHasAName() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> SecurityPolicy.named(" "))
        .withMessage("name must say something but was blank");
  }
}
