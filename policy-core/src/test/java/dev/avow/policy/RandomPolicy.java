package dev.avow.policy;

import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Roll;
import dev.avow.policy.commitment.SeverityCondition;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Selector;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.version.SupportCondition;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.ask.PreReleases;
import dev.avow.policy.version.scheme.VersionScheme;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/**
 * Policies made at random from a seed: any section, any value, and texts that are hard to write.
 */
final class RandomPolicy extends Dice {

  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneOffset.UTC, ZoneId.of("+05:30"), ZoneId.of("Europe/Berlin"));

  private RandomPolicy(long seed) {
    super(new Random(seed));
  }

  static SecurityPolicy of(long seed) {
    return new RandomPolicy(seed).policy();
  }

  private SecurityPolicy policy() {
    PolicyBuilder policy = SecurityPolicy.named(text());
    times(3, i -> policy.supports(row(i)));
    maybe(() -> policy.versions(known -> known.others(any(SupportStatus.values()))));
    maybe(() -> policy.versions(known -> known.scheme(any(VersionScheme.all()))));
    maybe(() -> policy.versions(known -> known.preReleases(any(PreReleases.values()))));
    times(2, i -> policy.versions(known -> known.ofPackage("pkg:npm/" + text())));
    reporting(policy);
    times(4, i -> policy.commitTo(commitment(i)));
    maybe(() -> policy.disclosure(plan -> timeline()));
    maybe(() -> policy.disclosure(plan -> plan.grace(period())));
    times(3, i -> policy.onIncident(obligation(i)));
    times(4, i -> policy.announceIn(announcement().called("place-" + i)));
    times(3, i -> policy.scope(scope -> scope.covers(item("in-" + i))));
    times(3, i -> policy.scope(scope -> scope.leavesOut(left("out-" + i))));
    maybe(() -> policy.check(this::checks));
    maybe(() -> policy.harden(new RandomHardening(random)::harden));
    times(2, i -> policy.consider(Consideration.of("advice-" + i, text(), text()).checkedBy(id())));
    times(3, i -> policy.waive(waiver()));
    gate(policy);
    maybe(() -> policy.calendar(calendar()));
    return policy.build();
  }

  private SupportRow row(int number) {
    SupportRow row =
        SupportRow.of(
            any(SupportRow.Kind.values()), number + any(List.of("", ".x", ".10", " " + text())));
    row = row.status(any(SupportStatus.values()));
    row = even() ? row : row.until(day());
    row = even() ? row : row.until(any(List.of("The release of 5.2", "June 2027", "TBD")));
    row = even() ? row : row.when(SupportCondition.severities(Severity.HIGH, Severity.LOW));
    return even() ? row : row.when(SupportCondition.cvss(any(List.of("4.0-8.9", "9.8", "7+"))));
  }

  private void reporting(PolicyBuilder policy) {
    times(3, i -> policy.reportTo(channel(i)));
    maybe(() -> policy.neverTo(Channel.publicIssue()));
    maybe(() -> policy.commentsTo(Channel.pullRequest()));
    times(4, i -> policy.askFor(reportItem("item-" + i)));
  }

  private Channel channel(int number) {
    return switch (below(5)) {
      case 0 -> Channel.email("security+" + number + "@example.org");
      case 1 -> Channel.privateAdvisory("https://example.org/" + number);
      case 2 -> Channel.maintainer(number + text());
      case 3 -> Channel.web("http://example.org/?a=%20&n=" + number);
      default -> Channel.maintainer("nr. " + number);
    };
  }

  private ReportItem reportItem(String id) {
    ReportItem.Part one = ReportItem.part("one", text());
    ReportItem.Part two = ReportItem.part("two", text());
    return switch (below(4)) {
      case 0 -> ReportItem.required(id, text());
      case 1 -> ReportItem.optional(id, text());
      case 2 -> ReportItem.oneOf(id, text(), one, two);
      default -> ReportItem.allOf(id, text(), one);
    };
  }

  private Commitment commitment(int number) {
    Commitment promise = Commitment.to(any(List.of(Milestone.ACKNOWLEDGED, Milestone.of("own"))));
    promise = even() ? promise : promise.after(Milestone.CONFIRMED);
    promise =
        switch (below(6)) {
          case 0 -> promise.within(period());
          case 1 -> promise.notBefore(period());
          case 2 -> promise.about(period());
          case 3 -> promise.during(DayRange.days(number, number + 3));
          case 4 -> promise.during(DayRange.from(number));
          default -> promise;
        };
    promise = below(4) > 0 || promise.bound() == Bound.AT_LEAST ? promise : promise.bestEffort();
    promise = even() ? promise : promise.rolling(any(Roll.values()));
    promise = even() ? promise : promise.when(SeverityCondition.of(Severity.UNKNOWN, Severity.LOW));
    promise = even() ? promise : promise.source(text());
    return promise.called("promise-" + number);
  }

  private Timeline timeline() {
    Timeline timeline = Timeline.none();
    int day = 0;
    for (Phase phase : Phase.values()) {
      int last = day + below(5);
      boolean open = phase == Phase.PUBLIC_DISCLOSURE;
      TimelineRow row = TimelineRow.of(open ? DayRange.from(day) : DayRange.days(day, last), phase);
      timeline = timeline.and(even() ? row : row.saying(text()));
      day = last + below(2);
    }
    return timeline;
  }

  private Obligation obligation(int number) {
    Obligation obligation = Obligation.to(Milestone.of("milestone-" + number));
    return even() ? obligation : obligation.ifApplicable();
  }

  private Announcement announcement() {
    Announcement announcement =
        switch (any(Announcement.Medium.values())) {
          case GITHUB_ADVISORIES -> Announcement.githubAdvisories();
          case RELEASE_NOTES -> Announcement.releaseNotes(text());
          case CHAT -> Announcement.chat("https://example.org/chat#room");
          case NPM_ADVISORY -> Announcement.npmAdvisory();
          case MAILING_LIST -> Announcement.mailingList("announce@example.org");
          case WEB -> Announcement.web("https://example.org");
        };
    return even() ? announcement : announcement.ifApplicable();
  }

  private ScopeItem item(String id) {
    ScopeItem item = ScopeItem.of(id, text());
    return even() ? item : item.matching(glob(), glob());
  }

  private ScopeItem left(String id) {
    return even() ? item(id) : item(id).redirectedTo(any(ScopeItem.Redirect.values()));
  }

  private CiChecks checks(CiChecks none) {
    CiScan scan =
        CiScan.named("scan")
            .by(text())
            .of(any(CiScan.Target.values()))
            .on(CiScan.Trigger.values())
            .failingOn(Severity.CRITICAL, Severity.HIGH)
            .reporting(any(List.of(Severity.LOW, Severity.INFO)));
    CiChecks checks = none.scan(scan).scan(CiScan.named("other"));
    checks = checks.updates(DependencyUpdates.by(any(DependencyUpdates.Tool.values())));
    checks = even() ? checks : checks.scannedInRegistry(any(Strength.values()));
    checks = even() ? checks : checks.pinnedBaseInProduction(any(Strength.values()));
    BaseImage base = BaseImage.oneOf(glob()).withoutShell();
    return checks.baseImage(even() ? base : base.runningAsNonRoot().withoutPackageManager());
  }

  private Waiver waiver() {
    Selector selector =
        even() ? Selector.everything() : Selector.where("namespace", glob()).and("my part", glob());
    Waiver waiver = Waiver.of(glob()).on(selector).because(text());
    waiver = even() ? waiver : waiver.by(text());
    return even() ? waiver : waiver.until(day());
  }

  private void gate(PolicyBuilder policy) {
    maybe(() -> policy.failOn(any(List.of(Severity.MEDIUM, Severity.CRITICAL))));
    maybe(() -> policy.reportFrom(any(List.of(Severity.LOW, Severity.MEDIUM))));
    maybe(() -> policy.treatUnknownAs(any(List.of(Severity.LOW, Severity.HIGH))));
    maybe(policy::acceptInconclusive);
    maybe(policy::heedWaiverAnnotations);
    maybe(() -> policy.overlaysMayChange("calendar", "commitments.*.within"));
  }

  private WorkingCalendar calendar() {
    WorkingCalendar calendar = WorkingCalendar.of(any(ZONES));
    calendar = even() ? calendar : calendar.weekend(DayOfWeek.FRIDAY);
    return even() ? calendar : calendar.holidays(List.of(day(), day()));
  }
}
