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

  static final RuleDescription TOGETHER =
      rule("dates-of-a-step-go-together", Severity.MEDIUM)
          .target("step")
          .reason("One asks for the step before another allows it: somebody must give way.")
          .advice("Talk to both, and record what was agreed.")
          .build();

  static final RuleDescription EMBARGO_KEPT =
      rule("embargo-is-kept", Severity.HIGH)
          .target("case")
          .reason("Whoever agreed to be silent was relied on, and others are not ready.")
          .build();

  static final RuleDescription EMBARGO_ENDS =
      rule("embargo-ends-with-secrecy", Severity.MEDIUM)
          .target("case")
          .reason("Silence about what attackers know helps only them.")
          .advice("End the embargo; that obliges nobody to publish.")
          .build();

  static final RuleDescription EMBARGO_IN_TIME =
      rule("embargo-is-negotiated-in-time", Severity.MEDIUM)
          .target("case")
          .reason("What is public or exploited cannot be kept secret any more.")
          .build();

  static final RuleDescription OPEN_UNDER_EMBARGO =
      rule("case-stays-open-under-embargo", Severity.LOW)
          .target("case")
          .reason("Whoever closes the case no longer hears when the embargo changes or ends.")
          .build();

  static final RuleDescription EMBARGO_LENGTH =
      rule("embargo-is-within-limits", Severity.MEDIUM)
          .target("case")
          .reason("A list publishes what is kept from the public for longer than it accepts.")
          .build();

  static final RuleDescription FITS_REPORT =
      rule("fact-follows-from-others", Severity.LOW)
          .target("case")
          .reason("A fact that cannot follow from those before it is wrong, or one is missing.")
          .advice("Add what is missing, or correct it.")
          .build();

  static final RuleDescription FIX_OF_ACCEPTED =
      rule("fix-is-of-accepted-report", Severity.LOW)
          .target("case")
          .reason("A fix for what was judged to be no vulnerability tells attackers that it is.")
          .build();

  static final RuleDescription PLANNABLE =
      rule("case-can-be-planned", Severity.HIGH)
          .target("case")
          .reason("Nobody sees what is due in a case that cannot be planned.")
          .build();

  static final RuleSet ALL =
      RuleSet.of(
          List.of(
              IN_TIME,
              NOT_EARLY,
              IN_ORDER,
              TOGETHER,
              MARKED,
              REACHABLE,
              KNOWN,
              EMBARGO_KEPT,
              EMBARGO_ENDS,
              EMBARGO_IN_TIME,
              EMBARGO_LENGTH,
              OPEN_UNDER_EMBARGO,
              FITS_REPORT,
              FIX_OF_ACCEPTED,
              PLANNABLE,
              GRACE,
              ADVISORY_WAITS));

  private PlanRules() {}

  private static RuleDescription.Builder rule(String id, Severity severity) {
    return RuleDescription.of(RuleId.of(id)).severity(severity);
  }
}
