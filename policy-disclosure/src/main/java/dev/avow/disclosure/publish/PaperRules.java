package dev.avow.disclosure.publish;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import java.util.List;

/** The rules that published documents, and policies to be published, are judged by. */
final class PaperRules {

  static final RuleDescription UNDERSTOOD =
      rule("document-is-understood", Severity.LOW, "document")
          .reason("What a program cannot read it cannot hold anybody to; people may differ, too.")
          .advice("Say it in a sentence or a list of its own, or move it out of the policy.")
          .build();

  static final RuleDescription PUBLISHED =
      rule("promise-is-published", Severity.MEDIUM, "section")
          .reason("Reporters and users see the document, and cannot rely on what is not in it.")
          .advice("Write the document from the policy again.")
          .build();

  static final RuleDescription COVERED =
      rule("published-promise-is-in-policy", Severity.MEDIUM, "section")
          .reason("What is published binds the project, whether or not its policy knows of it.")
          .advice("Add it to the policy, or take it out of the document.")
          .build();

  static final RuleDescription SAME =
      rule("published-promise-matches-policy", Severity.HIGH, "section")
          .reason("Two promises about one thing leave everybody to choose between them.")
          .advice("Decide which holds, and write the document from the policy again.")
          .build();

  static final RuleDescription AGREE =
      rule("statements-agree", Severity.HIGH, "document")
          .reason("Whoever reads one of two statements that disagree is misled.")
          .advice("Take one of them out.")
          .build();

  static final RuleDescription NO_PLACEHOLDER =
      rule("text-is-no-placeholder", Severity.HIGH, "document")
          .reason("Text of a template says nothing of the project, and readers stop trusting it.")
          .advice("Replace it, or remove it.")
          .build();

  static final RuleDescription REAL_CONTACT =
      rule("contact-is-no-placeholder", Severity.HIGH, "channel")
          .reason("A report to an address that was never filled in reaches nobody, or a stranger.")
          .advice("Put in the address of those who deal with reports.")
          .build();

  static final RuleDescription NUMBER =
      rule("promise-has-number", Severity.LOW, "promise")
          .reason("What has no number can be neither kept nor missed.")
          .advice("Say within how many hours or days, or that it is best effort.")
          .build();

  static final RuleDescription FIX_FIRST =
      rule("advisory-waits-for-fix", Severity.MEDIUM, "policy")
          .reason("An advisory before the fix tells attackers and leaves users without help.")
          .advice("Promise the advisory no sooner than the fix.")
          .build();

  static final RuleSet DRIFT = RuleSet.of(List.of(PUBLISHED, COVERED, SAME, UNDERSTOOD));

  static final RuleSet LINT =
      RuleSet.of(List.of(UNDERSTOOD, AGREE, NO_PLACEHOLDER, REAL_CONTACT, NUMBER, FIX_FIRST));

  private PaperRules() {}

  static RuleDescription of(Difference.Kind kind) {
    return switch (kind) {
      case MISSING -> PUBLISHED;
      case ADDED -> COVERED;
      case CHANGED -> SAME;
    };
  }

  private static RuleDescription.Builder rule(String id, Severity severity, String target) {
    return RuleDescription.of(RuleId.of(id)).severity(severity).target(target);
  }
}
