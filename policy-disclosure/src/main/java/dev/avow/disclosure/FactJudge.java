package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Names;
import dev.avow.policy.finding.Subject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says whether a fact is about a milestone that only looks like a known one. */
final class FactJudge {

  private final Set<String> known = new TreeSet<>();
  private final Verdicts verdicts;

  FactJudge(Promises promises, Verdicts verdicts) {
    this.verdicts = verdicts;
    Milestone.common().forEach(this::add);
    Fact.ABOUT_OTHERS.forEach(this::add);
    EmbargoFacts.ALL.forEach(this::add);
    for (StepPromise step : promises.steps()) {
      add(step.milestone());
      step.owed().forEach(owed -> owed.clause().dependsOn().forEach(this::add));
    }
  }

  private void add(Milestone milestone) {
    known.add(milestone.name());
  }

  void judge(Fact fact, Subject subject) {
    String name = fact.what().name();
    Optional<String> meant = known.contains(name) ? Optional.empty() : Names.nearest(name, known);
    if (meant.isEmpty()) {
      verdicts.pass(PlanRules.KNOWN, subject);
    } else {
      String message = "is not known, and looks like %s".formatted(meant.get());
      verdicts.fail(PlanRules.KNOWN, subject, fact.declaredAt(), message);
    }
  }
}
