package dev.avow.disclosure.publish;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import java.util.List;

/** The rules by which a file of Security Insights is judged. */
final class InsightsRules {

  static final RuleDescription COMPLETE =
      rule("security-insights-are-complete", Severity.MEDIUM)
          .reason("Programs refuse a file that lacks what the form asks for.")
          .build();

  static final RuleDescription VALID =
      rule("security-insights-value-is-valid", Severity.MEDIUM)
          .reason("Programs refuse a file in which a value is of another form.")
          .build();

  static final RuleDescription KNOWN =
      rule("security-insights-field-is-known", Severity.LOW)
          .reason("What the form does not define nobody reads; often it is misspelt.")
          .build();

  static final RuleDescription DATED =
      rule("security-insights-are-dated", Severity.LOW)
          .reason("A day that is yet to come cannot be that of a review.")
          .build();

  static final RuleDescription CONTACT =
      rule("security-insights-name-contact", Severity.MEDIUM)
          .reason("Whoever may report must be told where.")
          .advice("Add a contact with a mail address, or the address of the policy.")
          .build();

  static final RuleSet ALL = RuleSet.of(List.of(COMPLETE, VALID, KNOWN, DATED, CONTACT));

  private InsightsRules() {}

  private static RuleDescription.Builder rule(String id, Severity severity) {
    return RuleDescription.of(RuleId.of(id))
        .severity(severity)
        .target("security insights")
        .see("https://security-insights.openssf.org/schema.html");
  }
}
