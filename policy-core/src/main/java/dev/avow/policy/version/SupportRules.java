package dev.avow.policy.version;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import java.util.List;

/** The rules by which rows of supported versions are judged. */
final class SupportRules {

  static final RuleDescription READABLE =
      rule("support-row-is-readable", Severity.MEDIUM)
          .reason(
              "What a program cannot read, it cannot answer from; people may differ on it, too.")
          .advice("Name lines such as 1.4.x, bounds such as < 2.0, or the latest release.")
          .build();

  static final RuleDescription AGREE =
      rule("support-rows-agree", Severity.MEDIUM)
          .reason("Users of a version that two rows speak of cannot tell what they can expect.")
          .advice("Let one of the rows leave out what the other one is about.")
          .build();

  static final RuleDescription DECIDES =
      rule("support-row-decides-something", Severity.LOW)
          .reason("A row that is never the most specific one says nothing.")
          .advice("Remove the row, or narrow those that are closer.")
          .build();

  static final RuleDescription IN_TIME =
      rule("support-mark-is-up-to-date", Severity.MEDIUM)
          .reason("Readers see a mark before they work out that its date has passed.")
          .advice("Mark the row as unsupported, or move its end.")
          .build();

  static final RuleDescription NO_GAPS =
      rule("supported-lines-leave-no-gap", Severity.LOW)
          .reason("Of versions between rows nobody can tell whether they get fixes.")
          .advice("Widen a row, or say what other versions can expect.")
          .build();

  static final RuleDescription NEWEST =
      rule("newest-release-is-listed", Severity.HIGH)
          .reason("Most users run the newest release, and look for it in the table.")
          .build();

  static final RuleSet ALL =
      RuleSet.of(List.of(READABLE, AGREE, DECIDES, IN_TIME, NO_GAPS, NEWEST));

  private SupportRules() {}

  private static RuleDescription.Builder rule(String id, Severity severity) {
    return RuleDescription.of(RuleId.of(id)).severity(severity).target("supported versions");
  }
}
