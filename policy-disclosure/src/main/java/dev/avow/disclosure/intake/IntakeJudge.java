package dev.avow.disclosure.intake;

import dev.avow.policy.Channel;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.version.SupportAnswer;
import java.util.List;
import java.util.stream.Collectors;

/** Says of a report what a gate can decide on; never what it says itself. */
final class IntakeJudge {

  private final Partial.Builder verdicts = Partial.under(IntakeRules.ALL);
  private final Subject subject;
  private final Location place;
  private final IntakeView view;
  private final SecurityPolicy policy;

  private IntakeJudge(VulnerabilityReport report, IntakeView view, SecurityPolicy policy) {
    this.subject = Subject.of("Report").with("report", report.id());
    this.place = Location.in(report.id());
    this.view = view;
    this.policy = policy;
  }

  static Partial judge(VulnerabilityReport report, IntakeView view, SecurityPolicy policy) {
    IntakeJudge judge = new IntakeJudge(report, view, policy);
    judge.channel();
    if (report.isComment()) {
      List.of(IntakeRules.COMPLETE, IntakeRules.SCOPE, IntakeRules.SUPPORTED)
          .forEach(rule -> judge.verdict(rule, Verdict.NOT_APPLICABLE));
    } else {
      judge.complete();
      judge.scope();
      judge.supported();
    }
    return judge.verdicts.build();
  }

  private void channel() {
    switch (view.channel()) {
      case ALLOWED -> verdict(IntakeRules.CHANNEL, Verdict.PASS);
      case FORBIDDEN ->
          find(
              IntakeRules.CHANNEL,
              Verdict.FAIL,
              "came through a channel that reports must not take; right is " + channels());
      case NOT_LISTED ->
          find(
              IntakeRules.CHANNEL,
              Verdict.INCONCLUSIVE,
              "came through a channel that the policy does not list; it lists " + channels());
      case UNKNOWN ->
          find(
              IntakeRules.CHANNEL,
              Verdict.INCONCLUSIVE,
              "cannot be decided without the channel through which it came");
    }
  }

  private String channels() {
    return policy.reporting().channels().isEmpty()
        ? "none"
        : policy.reporting().channels().stream()
            .map(Channel::toString)
            .collect(Collectors.joining(", "));
  }

  private void complete() {
    if (view.missing().isEmpty()) {
      verdict(IntakeRules.COMPLETE, Verdict.PASS);
    } else {
      String missing =
          view.missing().stream().map(lack -> lack.item().id()).collect(Collectors.joining(", "));
      find(IntakeRules.COMPLETE, Verdict.FAIL, "lacks " + missing);
    }
  }

  private void scope() {
    String items = view.scope().items().isEmpty() ? "" : " " + view.scope().items();
    switch (view.scope().verdict()) {
      case IN -> verdict(IntakeRules.SCOPE, Verdict.PASS);
      case OUT -> find(IntakeRules.SCOPE, Verdict.FAIL, view.scope().reason() + items);
      case UNDECIDED ->
          find(
              IntakeRules.SCOPE,
              Verdict.INCONCLUSIVE,
              "cannot be decided, as %s%s".formatted(view.scope().reason(), items));
    }
  }

  private void supported() {
    SupportAnswer answer = view.support();
    if (answer == null) {
      undecided("the report names no version");
      return;
    }
    switch (answer.support()) {
      case SUPPORTED, BEST_EFFORT, DEVELOPMENT -> verdict(IntakeRules.SUPPORTED, Verdict.PASS);
      case UNSUPPORTED ->
          find(IntakeRules.SUPPORTED, Verdict.FAIL, "is about a version that gets no fixes");
      case NOT_LISTED -> undecided("the policy does not speak of the version");
      case CONTRADICTORY -> undecided("rows of the policy contradict each other about the version");
      case UNKNOWN -> undecided(answer.missing().map(IntakeJudge::missing).orElse("it is open"));
    }
  }

  private void undecided(String why) {
    find(IntakeRules.SUPPORTED, Verdict.INCONCLUSIVE, "cannot be decided, as " + why);
  }

  /** What is missing, without the version that a report names. */
  private static String missing(dev.avow.policy.version.ask.Missing missing) {
    return switch (missing.kind()) {
      case RELEASES -> "the releases are not known";
      case RELEASE_DATE -> "the day of a release is not known";
      case SEVERITY -> "it depends on how severe it is";
      case IDENTITY -> "the report does not tell which release it is about";
      case MEANING -> "a row of the policy is in words that are not understood";
    };
  }

  private void verdict(RuleDescription rule, Verdict verdict) {
    verdicts.verdict(rule.id(), subject, verdict);
  }

  private void find(RuleDescription rule, Verdict verdict, String message) {
    verdicts.finding(
        Finding.of(rule.id(), verdict, subject, place)
            .severity(rule.severity())
            .message(message)
            .build());
  }
}
