package dev.avow.disclosure;

import dev.avow.disclosure.regime.Regimes;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Names;
import dev.avow.policy.finding.Subject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says whether a fact is about a milestone that only looks like a known one. */
final class FactJudge {

  private final Set<String> known = new TreeSet<>();
  private final Set<String> regimes = new TreeSet<>();
  private final Verdicts verdicts;

  FactJudge(Promises promises, Verdicts verdicts) {
    this.verdicts = verdicts;
    Milestone.common().forEach(this::add);
    Fact.ABOUT_OTHERS.forEach(this::add);
    Regimes.all().forEach(regime -> regimes.add(regime.name()));
    EmbargoFacts.ALL.forEach(this::add);
    for (StepPromise step : promises.steps()) {
      add(step.milestone());
      step.owed().forEach(owed -> owed.clause().dependsOn().forEach(this::add));
      step.owners().stream().filter(owner -> !owner.equals(Owed.POLICY)).forEach(regimes::add);
    }
  }

  private void add(Milestone milestone) {
    known.add(milestone.name());
  }

  void judge(Fact fact, Subject subject) {
    Optional<String> message =
        meant(fact.what().name(), known)
            .map("is not known, and looks like %s"::formatted)
            .or(() -> regime(fact));
    if (message.isEmpty()) {
      verdicts.pass(PlanRules.KNOWN, subject);
    } else {
      verdicts.fail(PlanRules.KNOWN, subject, fact.declaredAt(), message.get());
    }
  }

  private static Optional<String> meant(String name, Set<String> known) {
    return known.contains(name) ? Optional.empty() : Names.nearest(name, known);
  }

  /** Returns that a submission, or what corrects one, names a regime that is none. */
  private Optional<String> regime(Fact fact) {
    Set<String> named =
        Submission.is(fact) ? fact.under() : Submission.regimes(fact.details(), "is-under");
    return named.stream()
        .flatMap(
            name ->
                meant(name, regimes)
                    .map(near -> "names regime %s, which looks like %s".formatted(name, near))
                    .stream())
        .findFirst();
  }
}
