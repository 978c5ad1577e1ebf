package dev.avow.policy.repository;

import dev.avow.policy.document.Unreadable;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.rule.Activation;
import dev.avow.policy.rule.Declaration;
import java.util.Optional;

/** The rule that what is to be judged can be read; without it, damage would look like success. */
final class FileReadability implements Declaration {

  static final RuleId ID = RuleId.of("repository-file-is-readable");

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(ID)
          .severity(Severity.HIGH)
          .reason("Of what cannot be read nothing is known, so nothing about it is promised.")
          .target("file")
          .advice("Mend the file.")
          .see("https://yaml.org/spec/1.2.2/")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Activation activation() {
    return new Activation.Always();
  }

  /** Adds whether each file that was read could be. */
  static void judge(Repository repository, Severity severity, Partial.Builder into) {
    repository
        .read()
        .forEach(
            (path, problem) ->
                judge(Subject.of("File").with("file", path), problem, severity, into));
  }

  private static void judge(
      Subject subject, Optional<Unreadable> problem, Severity severity, Partial.Builder into) {
    if (problem.isEmpty()) {
      into.verdict(ID, subject, Verdict.PASS);
      return;
    }
    into.finding(
        Finding.of(ID, Verdict.INCONCLUSIVE, subject, problem.get().location())
            .severity(severity)
            .message("cannot be read: " + problem.get().reason())
            .build());
  }
}
