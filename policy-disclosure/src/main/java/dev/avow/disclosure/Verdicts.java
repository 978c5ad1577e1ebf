package dev.avow.disclosure;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;

/** Collects what the rules of plans say; not thread-safe. */
final class Verdicts {

  private final Partial.Builder verdicts = Partial.under(PlanRules.ALL);

  Verdicts pass(RuleDescription rule, Subject subject) {
    verdicts.verdict(rule.id(), subject, Verdict.PASS);
    return this;
  }

  Verdicts notApplicable(RuleDescription rule, Subject subject) {
    verdicts.verdict(rule.id(), subject, Verdict.NOT_APPLICABLE);
    return this;
  }

  Verdicts fail(RuleDescription rule, Subject subject, Location place, String message) {
    return fail(rule, rule.severity(), subject, place, message);
  }

  Verdicts fail(
      RuleDescription rule, Severity severity, Subject subject, Location place, String message) {
    verdicts.finding(
        Finding.of(rule.id(), Verdict.FAIL, subject, place)
            .severity(severity)
            .message(message)
            .build());
    return this;
  }

  /** Adds that the rule cannot be decided without {@code missing}. */
  Verdicts missing(RuleDescription rule, Subject subject, Location place, String missing) {
    verdicts.finding(
        Finding.of(rule.id(), Verdict.INCONCLUSIVE, subject, place)
            .severity(rule.severity())
            .message("cannot be decided without " + missing)
            .build());
    return this;
  }

  Partial build() {
    return verdicts.build();
  }
}
