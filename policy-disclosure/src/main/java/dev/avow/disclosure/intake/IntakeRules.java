package dev.avow.disclosure.intake;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import java.util.List;

/** The rules that reports, and channels for them, are judged by. */
final class IntakeRules {

  static final RuleDescription CHANNEL =
      rule("report-takes-allowed-channel", Severity.HIGH)
          .target("report")
          .reason("What is reported in public can be used before there is a fix.")
          .advice("Move the report to a private channel, and ask the sender to use it.")
          .build();

  static final RuleDescription COMPLETE =
      rule("report-is-complete", Severity.LOW)
          .target("report")
          .reason("Without what the policy asks for the report cannot be judged.")
          .build();

  static final RuleDescription SCOPE =
      rule("report-is-in-scope", Severity.LOW)
          .target("report")
          .reason("Somebody else can mend it, and does not know of it yet.")
          .build();

  static final RuleDescription SUPPORTED =
      rule("report-is-about-supported-version", Severity.LOW)
          .target("report")
          .reason("A version that gets no fixes leaves its users with the vulnerability.")
          .build();

  static final RuleDescription PRIVATE =
      rule("reports-have-private-channel", Severity.MEDIUM)
          .target("policy")
          .reason("Without a private way to report, people report in public or not at all.")
          .build();

  static final RuleDescription ACTIONABLE =
      rule("channel-is-actionable", Severity.LOW)
          .target("channel")
          .reason("Whoever is told to contact somebody must be told how.")
          .advice("Add an address.")
          .build();

  static final RuleSet ALL =
      RuleSet.of(List.of(CHANNEL, COMPLETE, SCOPE, SUPPORTED, PRIVATE, ACTIONABLE));

  private IntakeRules() {}

  private static RuleDescription.Builder rule(String id, Severity severity) {
    return RuleDescription.of(RuleId.of(id)).severity(severity);
  }
}
