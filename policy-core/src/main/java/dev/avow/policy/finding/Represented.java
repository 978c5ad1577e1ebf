package dev.avow.policy.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a finding about a group speaks for: those of its members that the rule judges as it judges
 * the group, and of which it has nothing else to say.
 *
 * <p>A waiver of one of them takes it out of the group's finding. Others, who merely have to do
 * with a finding, do not count.
 */
final class Represented {

  private record Told(RuleId rule, Subject subject) {}

  private final Evaluation evaluation;
  private final Set<Told> told = new HashSet<>();

  Represented(Evaluation evaluation) {
    this.evaluation = evaluation;
    if (evaluation.findings().stream().anyMatch(finding -> !finding.members().isEmpty())) {
      evaluation
          .findings()
          .forEach(finding -> told.add(new Told(finding.rule(), finding.subject())));
    }
  }

  /** Returns those whom {@code finding} speaks for; usually none. */
  List<Subject> by(Finding finding) {
    return finding.members().stream().filter(member -> speaksFor(finding, member)).toList();
  }

  private boolean speaksFor(Finding finding, Subject member) {
    return !told.contains(new Told(finding.rule(), member))
        && evaluation.verdict(finding.rule(), member).filter(finding.verdict()::equals).isPresent();
  }
}
