package dev.avow.disclosure;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import java.util.List;

/** The rules that plans are judged by. */
final class PlanRules {

  static final RuleDescription IN_TIME =
      rule("step-is-done-in-time", Severity.HIGH)
          .target("step")
          .reason("A reporter and the users were told by when this happens, and rely on it.")
          .advice("Do the step, or agree on an extension and record it.")
          .build();

  static final RuleDescription NOT_EARLY =
      rule("step-is-not-done-early", Severity.HIGH)
          .target("step")
          .reason("What becomes public before the promised day finds users without protection.")
          .build();

  static final RuleDescription IN_ORDER =
      rule("step-comes-after-what-it-needs", Severity.HIGH)
          .target("step")
          .reason(
              "A published advisory without a fix, or details without an advisory, help attackers.")
          .build();

  static final RuleDescription MARKED =
      rule("announcement-marks-security-fix", Severity.MEDIUM)
          .target("step")
          .reason("Users find security fixes in release notes only if these are marked.")
          .advice("Put the words that the policy promises into the text.")
          .build();

  static final RuleDescription REACHABLE =
      rule("announcement-address-works", Severity.LOW)
          .target("step")
          .reason("Invitations expire; who follows a dead one hears of no update.")
          .advice("Try the address, and record what came of it.")
          .build();

  static final RuleDescription KNOWN =
      rule("fact-is-not-mistyped", Severity.LOW)
          .target("fact")
          .reason("A milestone that nobody knows starts no clock and does no step.")
          .advice("Mend the name, or choose one that is further from the known ones.")
          .build();

  static final RuleDescription GRACE =
      rule("time-to-update-is-stated", Severity.LOW)
          .target("policy")
          .reason("Users cannot tell how long they have between a fix and its disclosure.")
          .advice("State the grace, such as 7d, with the timeline.")
          .build();

  static final RuleDescription ADVISORY_WAITS =
      rule("advisory-waits-for-disclosure", Severity.LOW)
          .target("policy")
          .reason("An advisory can be read by everybody once it is published: that is disclosure.")
          .advice("Let disclosure begin when the advisory is published, or move the advisory.")
          .build();

  static final RuleSet ALL =
      RuleSet.of(
          List.of(IN_TIME, NOT_EARLY, IN_ORDER, MARKED, REACHABLE, KNOWN, GRACE, ADVISORY_WAITS));

  private PlanRules() {}

  private static RuleDescription.Builder rule(String id, Severity severity) {
    return RuleDescription.of(RuleId.of(id)).severity(severity);
  }
}
