package dev.avow.policy;

import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.Roll;
import dev.avow.policy.commitment.SeverityCondition;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Selector;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.hardening.StorageOverrides;
import dev.avow.policy.hardening.StorageOverrides.StorageContext;
import dev.avow.policy.hardening.WatchScope;
import dev.avow.policy.hardening.WatchScope.Globs;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Policies made at random from a seed: any section, any value, and texts that are hard to write.
 */
final class RandomPolicy {

  private static final List<String> TEXTS =
      List.of(
          "a plain text",
          "yes",
          "off",
          "null",
          "~",
          "true",
          "42",
          "1.0",
          "-.inf",
          "0x1F",
          "1e3",
          "12:30",
          "2027-01-31",
          "a: b",
          "a #b",
          "- dash",
          "? question",
          "[list]",
          "{map}",
          "*alias",
          "&anchor",
          "!tag",
          "%directive",
          "@at",
          "`tick`",
          "'single'",
          "\"double\"",
          " leading and trailing ",
          "two\nlines",
          "tab\tand\\backslash",
          "größe ☃ 😀",
          "<<",
          "=",
          "---",
          "...",
          "bell\u0007, next line\u0085, separator\u2028, mark\uFEFF");

  private static final List<String> GLOBS =
      List.of("*", "**", "kube-*", "[!a-z]*", "{a,b{c,d}}", "\\*", "?", "a b", "null", "1");

  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneOffset.UTC, ZoneId.of("+05:30"), ZoneId.of("Europe/Berlin"));

  private final Random random;

  private RandomPolicy(long seed) {
    this.random = new Random(seed);
  }

  static SecurityPolicy of(long seed) {
    return new RandomPolicy(seed).policy();
  }

  private SecurityPolicy policy() {
    PolicyBuilder policy = SecurityPolicy.named(text());
    times(3, i -> policy.supports(row(i)));
    maybe(() -> policy.versions(known -> known.others(any(SupportStatus.values()))));
    reporting(policy);
    times(4, i -> policy.commitTo(commitment(i)));
    maybe(() -> policy.disclosure(plan -> timeline()));
    maybe(() -> policy.disclosure(plan -> plan.grace(period())));
    times(3, i -> policy.onIncident(obligation(i)));
    times(4, i -> policy.announceIn(announcement().called("place-" + i)));
    times(3, i -> policy.scope(scope -> scope.covers(item("in-" + i))));
    times(3, i -> policy.scope(scope -> scope.leavesOut(left("out-" + i))));
    maybe(() -> policy.check(this::checks));
    maybe(() -> policy.harden(this::harden));
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
    return random.nextBoolean() ? row : row.until(day());
  }

  private void reporting(PolicyBuilder policy) {
    times(3, i -> policy.reportTo(channel(i)));
    maybe(() -> policy.neverTo(Channel.publicIssue()));
    maybe(() -> policy.commentsTo(Channel.pullRequest()));
    times(4, i -> policy.askFor(reportItem("item-" + i)));
  }

  private Channel channel(int number) {
    return switch (random.nextInt(5)) {
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
    return switch (random.nextInt(4)) {
      case 0 -> ReportItem.required(id, text());
      case 1 -> ReportItem.optional(id, text());
      case 2 -> ReportItem.oneOf(id, text(), one, two);
      default -> ReportItem.allOf(id, text(), one);
    };
  }

  private Commitment commitment(int number) {
    Commitment promise = Commitment.to(any(List.of(Milestone.ACKNOWLEDGED, Milestone.of("own"))));
    promise = random.nextBoolean() ? promise : promise.after(Milestone.CONFIRMED);
    promise =
        switch (random.nextInt(6)) {
          case 0 -> promise.within(period());
          case 1 -> promise.notBefore(period());
          case 2 -> promise.about(period());
          case 3 -> promise.during(DayRange.days(number, number + 3));
          case 4 -> promise.during(DayRange.from(number));
          default -> promise;
        };
    promise =
        random.nextInt(4) > 0 || promise.bound() == Bound.AT_LEAST ? promise : promise.bestEffort();
    promise = random.nextBoolean() ? promise : promise.rolling(any(Roll.values()));
    promise =
        random.nextBoolean()
            ? promise
            : promise.when(SeverityCondition.of(Severity.UNKNOWN, Severity.LOW));
    promise = random.nextBoolean() ? promise : promise.source(text());
    return promise.called("promise-" + number);
  }

  private Timeline timeline() {
    Timeline timeline = Timeline.none();
    int day = 0;
    for (Phase phase : Phase.values()) {
      int last = day + random.nextInt(5);
      boolean open = phase == Phase.PUBLIC_DISCLOSURE;
      TimelineRow row = TimelineRow.of(open ? DayRange.from(day) : DayRange.days(day, last), phase);
      timeline = timeline.and(random.nextBoolean() ? row : row.saying(text()));
      day = last + random.nextInt(2);
    }
    return timeline;
  }

  private Obligation obligation(int number) {
    Obligation obligation = Obligation.to(Milestone.of("milestone-" + number));
    return random.nextBoolean() ? obligation : obligation.ifApplicable();
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
    return random.nextBoolean() ? announcement : announcement.ifApplicable();
  }

  private ScopeItem item(String id) {
    ScopeItem item = ScopeItem.of(id, text());
    return random.nextBoolean() ? item : item.matching(any(GLOBS), any(GLOBS));
  }

  private ScopeItem left(String id) {
    return random.nextBoolean()
        ? item(id)
        : item(id).redirectedTo(any(ScopeItem.Redirect.values()));
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
    checks = random.nextBoolean() ? checks : checks.scannedInRegistry(any(Strength.values()));
    checks = random.nextBoolean() ? checks : checks.pinnedBaseInProduction(any(Strength.values()));
    BaseImage base = BaseImage.from(any(GLOBS)).withoutShell();
    return checks.baseImage(
        random.nextBoolean() ? base : base.runningAsNonRoot().withoutPackageManager());
  }

  private void harden(HardeningProfile.Builder with) {
    maybe(() -> with.profile(any(Profile.values())));
    times(2, i -> with.trustRegistries(any(List.of("ghcr.io/acme", "localhost:5000", "busybox"))));
    times(2, i -> with.with(id()));
    times(2, i -> with.without(id()));
    times(2, i -> with.severity(id(), any(List.of(Severity.LOW, Severity.CRITICAL))));
    times(2, i -> with.set(id(), "a-number", random.nextLong()));
    times(2, i -> with.set(id(), "a-flag", random.nextBoolean()));
    times(2, i -> with.set(id(), "a-text", text()));
    times(2, i -> with.set(id(), "some-texts", List.of(text(), text())));
    maybe(() -> with.watch(new WatchScope(globs(), globs(), globs())));
    maybe(() -> with.storage(storage()));
  }

  private Globs globs() {
    return switch (random.nextInt(3)) {
      case 0 -> Globs.unstated();
      case 1 -> Globs.of(List.of(), List.of());
      default -> Globs.of(List.of(Glob.of(any(GLOBS))), List.of(Glob.of(any(GLOBS))));
    };
  }

  private StorageOverrides storage() {
    return new StorageOverrides(
        context(),
        List.of(
            new StorageOverrides.Entry(Glob.of(any(GLOBS)), null, context()),
            new StorageOverrides.Entry(null, Glob.of(any(GLOBS)), context())));
  }

  private StorageContext context() {
    return new StorageContext(
        number(),
        number(),
        number(),
        random.nextBoolean() ? List.of() : List.of(1L, 0L),
        random.nextBoolean());
  }

  private @Nullable Long number() {
    return random.nextBoolean() ? null : (Long) (long) random.nextInt();
  }

  private Waiver waiver() {
    Selector selector =
        random.nextBoolean()
            ? Selector.everything()
            : Selector.where("namespace", any(GLOBS)).and("my part", any(GLOBS));
    Waiver waiver = Waiver.of(any(GLOBS)).on(selector).because(text());
    waiver = random.nextBoolean() ? waiver : waiver.by(text());
    return random.nextBoolean() ? waiver : waiver.until(day());
  }

  private void gate(PolicyBuilder policy) {
    maybe(() -> policy.failOn(any(List.of(Severity.MEDIUM, Severity.CRITICAL))));
    maybe(() -> policy.reportFrom(any(List.of(Severity.LOW, Severity.MEDIUM))));
    maybe(() -> policy.treatUnknownAs(any(List.of(Severity.LOW, Severity.HIGH))));
    maybe(policy::acceptInconclusive);
  }

  private WorkingCalendar calendar() {
    WorkingCalendar calendar = WorkingCalendar.of(any(ZONES));
    calendar = random.nextBoolean() ? calendar : calendar.weekend(DayOfWeek.FRIDAY);
    return random.nextBoolean() ? calendar : calendar.holidays(List.of(day(), day()));
  }

  private Period period() {
    return new Period(random.nextInt(Period.MOST), any(Period.Unit.values()));
  }

  private LocalDate day() {
    return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(4000));
  }

  private String id() {
    return any(List.of("one", "two-words", "r2-d2"));
  }

  private String text() {
    return any(TEXTS);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private void maybe(Runnable action) {
    if (random.nextBoolean()) {
      action.run();
    }
  }

  private void times(int most, IntConsumer action) {
    IntStream.range(0, random.nextInt(most + 1)).forEach(action);
  }
}
