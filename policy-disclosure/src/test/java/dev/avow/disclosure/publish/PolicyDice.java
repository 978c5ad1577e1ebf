package dev.avow.disclosure.publish;

import dev.avow.policy.Announcement;
import dev.avow.policy.Channel;
import dev.avow.policy.Consideration;
import dev.avow.policy.Obligation;
import dev.avow.policy.Phase;
import dev.avow.policy.PolicyBuilder;
import dev.avow.policy.ReportItem;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.TimelineRow;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.Roll;
import dev.avow.policy.commitment.SeverityCondition;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.version.SupportCondition;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.PreReleases;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Draws policies of what documents carry; the same seed gives the same policy. */
final class PolicyDice {

  private static final List<String> TEXTS =
      List.of(
          "a plain text",
          "Steps or code",
          "two\nlines  of it",
          "a | b",
          "*stars* and _lines_",
          "`code` here",
          "one ` tick",
          "[a](b) <c> &amp; d",
          "# heading",
          "- dash",
          "1. number",
          "> quote",
          "größe ☃ 😀",
          "1. First. Second sentence.",
          "Environment (version, class)",
          "Any special thing",
          "A thing (if possible)",
          "A thing (e.g. this, that)",
          "back\\slash",
          "https://viewer.dev/x_y_z",
          "ends with a stop.",
          "do not report public issues",
          "within 48 hours",
          "a: b",
          "~~no~~",
          "=",
          "---",
          "+ plus",
          "Third parties (please report to their maintainers)",
          "<!-- no comment -->",
          "release of a fix and more",
          "tab\tand (parenthesis");

  private static final List<String> LINES =
      List.of(
          "0.1.x",
          "< 2.0",
          "Latest",
          "last 3 minor versions",
          "7.x, 8.x",
          "Other things",
          "1.x | 2.x",
          "*",
          "v1.0.0-RC1");

  private final Random random;

  PolicyDice(long seed) {
    this.random = new Random(seed);
  }

  SecurityPolicy policy() {
    PolicyBuilder policy = SecurityPolicy.named(text());
    policy.versions(none -> versions());
    channels(policy);
    times(4, i -> policy.askFor(item("item-" + i)));
    times(5, i -> policy.commitTo(commitment(i)));
    timeline(policy);
    times(4, i -> policy.onIncident(obligation(i)));
    times(4, i -> policy.announceIn(announcement().called("place-" + i)));
    times(3, i -> policy.scope(known -> known.covers(ScopeItem.of("in-" + i, text()))));
    times(3, i -> policy.scope(known -> known.leavesOut(out(i))));
    times(3, i -> policy.consider(Consideration.of("advice-" + (char) ('a' + i), text(), text())));
    return policy.build();
  }

  private SupportedVersions versions() {
    SupportedVersions versions = SupportedVersions.none();
    for (int i = random.nextInt(5); i > 0; i--) {
      SupportRow row = row();
      if (versions.rows().stream().noneMatch(row::concernsSameAs)) {
        versions = versions.and(row);
      }
    }
    versions = random.nextBoolean() ? versions.others(any(SupportStatus.values())) : versions;
    return random.nextInt(4) == 0 ? versions.preReleases(PreReleases.UNSUPPORTED) : versions;
  }

  private SupportRow row() {
    SupportRow row =
        switch (random.nextInt(4)) {
          case 0 -> SupportRow.branch("branch" + random.nextInt(3));
          case 1 -> SupportRow.images("released");
          default -> SupportRow.line(any(LINES));
        };
    row = row.status(any(SupportStatus.values()));
    row =
        random.nextInt(3) == 0
            ? row.until(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900)))
            : row;
    row = random.nextInt(5) == 0 ? row.until("The release of 5.2") : row;
    return switch (random.nextInt(5)) {
      case 0 -> row.when(SupportCondition.severities(Severity.HIGH, Severity.CRITICAL));
      case 1 -> row.when(SupportCondition.cvss("4.0-8.9"));
      default -> row;
    };
  }

  private void channels(PolicyBuilder policy) {
    List<Channel> all =
        List.of(
            Channel.email("security_team@viewer.dev"),
            Channel.privateAdvisory(),
            Channel.privateAdvisory("https://viewer.dev/advisory_new"),
            Channel.maintainer(),
            Channel.maintainer("Jo *Doe* on chat"),
            Channel.web("https://viewer.dev/form?a=b&c=d"),
            Channel.publicIssue(),
            Channel.pullRequest());
    for (Channel channel : all) {
      switch (random.nextInt(4)) {
        case 0 -> policy.reportTo(channel);
        case 1 -> policy.commentsTo(channel);
        case 2 -> forbid(policy, channel);
        default -> {}
      }
    }
  }

  /** A kind as a whole cannot be forbidden where one of it is allowed. */
  private static void forbid(PolicyBuilder policy, Channel channel) {
    boolean allowed = policy.build().reporting().channels().stream().anyMatch(channel::covers);
    if ((!allowed && channel.address().isPresent()) || channel.kind().isPublic()) {
      policy.neverTo(channel);
    }
  }

  private ReportItem item(String id) {
    return switch (random.nextInt(4)) {
      case 0 -> ReportItem.optional(id, text());
      case 1 ->
          ReportItem.oneOf(
              id, text(), ReportItem.part("a", "Steps"), ReportItem.part("b", "A proof"));
      case 2 ->
          ReportItem.allOf(
              id, text(), ReportItem.part("a", "Version"), ReportItem.part("b", "Class"));
      default -> ReportItem.required(id, text());
    };
  }

  private Commitment commitment(int number) {
    Commitment promise = Commitment.to(milestone()).called("promise-" + number).after(milestone());
    Period period = new Period(random.nextInt(Period.MOST), any(Period.Unit.values()));
    promise =
        switch (random.nextInt(6)) {
          case 0 -> promise.within(period);
          case 1 -> promise.notBefore(period);
          case 2 -> promise.about(period);
          case 3 -> promise.within(period).bestEffort();
          case 4 -> promise.during(random.nextBoolean() ? DayRange.days(3, 7) : DayRange.from(14));
          default -> promise;
        };
    promise = random.nextInt(3) == 0 ? promise.rolling(any(Roll.values())) : promise;
    return random.nextInt(3) == 0
        ? promise.when(
            SeverityCondition.of(any(List.of(Severity.LOW, Severity.UNKNOWN)), Severity.HIGH))
        : promise;
  }

  private Milestone milestone() {
    return random.nextInt(5) == 0 ? Milestone.of("of-our-own") : any(Milestone.common());
  }

  private void timeline(PolicyBuilder policy) {
    int day = 0;
    for (Phase phase : Phase.values()) {
      if (random.nextBoolean()) {
        int last = day + random.nextInt(9);
        TimelineRow row = TimelineRow.of(DayRange.days(day, last), phase);
        policy.disclosure(known -> known.and(random.nextBoolean() ? row : row.saying(text())));
        day = last + random.nextInt(2);
      }
    }
    if (random.nextBoolean()) {
      policy.disclosure(
          known -> known.grace(new Period(random.nextInt(100), any(Period.Unit.values()))));
    }
  }

  private Obligation obligation(int number) {
    Obligation owed = Obligation.to(Milestone.common().get(number * 5 + random.nextInt(5)));
    return random.nextBoolean() ? owed : owed.ifApplicable();
  }

  private Announcement announcement() {
    Announcement place =
        switch (random.nextInt(6)) {
          case 0 -> Announcement.githubAdvisories();
          case 1 -> Announcement.releaseNotes("*Security* [fix]");
          case 2 -> Announcement.chat("https://viewer.dev/chat_room");
          case 3 -> Announcement.npmAdvisory();
          case 4 -> Announcement.mailingList("announce@viewer.dev");
          default -> Announcement.web("https://viewer.dev/news");
        };
    return random.nextBoolean() ? place : place.ifApplicable();
  }

  private ScopeItem out(int number) {
    ScopeItem item = ScopeItem.of("out-" + number, text());
    return random.nextBoolean() ? item : item.redirectedTo(any(ScopeItem.Redirect.values()));
  }

  private String text() {
    return any(TEXTS);
  }

  private void times(int most, java.util.function.IntConsumer action) {
    java.util.stream.IntStream.range(0, random.nextInt(most + 1)).forEach(action);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
