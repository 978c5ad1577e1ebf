package dev.avow.disclosure.publish;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.List;

/** Puts what is wrong with documents into findings. */
final class PaperFindings {

  private PaperFindings() {}

  static Subject subject(String source) {
    return Subject.of("Document").with("document", source);
  }

  static void fail(
      RuleDescription rule,
      Subject subject,
      Location at,
      String message,
      Partial.Builder verdicts) {
    verdicts.finding(
        Finding.of(rule.id(), Verdict.FAIL, subject, at)
            .severity(rule.severity())
            .message(message)
            .build());
  }

  /** What was not understood is inconclusive, as it may say anything. */
  static void understood(PolicyReading document, Partial.Builder verdicts) {
    RuleDescription rule = PaperRules.UNDERSTOOD;
    Subject subject = subject(document.source());
    for (Passage passage : document.notUnderstood()) {
      verdicts.finding(
          Finding.of(rule.id(), Verdict.INCONCLUSIVE, subject, passage.at())
              .severity(rule.severity())
              .message("%s: \"%s\"".formatted(passage.reason(), passage.text()))
              .build());
    }
    if (document.notUnderstood().isEmpty()) {
      verdicts.verdict(rule.id(), subject, Verdict.PASS);
    }
  }

  static void passages(
      PolicyReading document, Passage.Kind kind, RuleDescription rule, Partial.Builder verdicts) {
    Subject subject = subject(document.source());
    List<Passage> passages =
        document.passages().stream()
            .filter(passage -> passage.kind() == kind && !isPromise(document, passage))
            .toList();
    for (Passage passage : passages) {
      fail(
          rule,
          subject,
          passage.at(),
          "%s: \"%s\"".formatted(passage.reason(), passage.text()),
          verdicts);
    }
    if (passages.isEmpty()) {
      verdicts.verdict(rule.id(), subject, Verdict.PASS);
    }
  }

  /** A vague passage that is a promise of the policy is told as that promise. */
  private static boolean isPromise(PolicyReading document, Passage passage) {
    return passage.kind() == Passage.Kind.VAGUE
        && document.policy().commitments().stream()
            .anyMatch(promise -> promise.declaredAt().equals(passage.at()));
  }
}
