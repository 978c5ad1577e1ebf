package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a case asks of its facts. */
final class CaseChecks {

  /** What only happens to a report that came in. */
  private static final Set<Milestone> ANSWERS =
      Set.of(
          Milestone.ACKNOWLEDGED,
          Milestone.TRIAGED,
          Milestone.PLAN_SHARED,
          Milestone.REJECTED,
          Milestone.DUPLICATE);

  private CaseChecks() {}

  /** Returns what is wrong with {@code fact} as the next one behind {@code before}. */
  static List<Problem> problems(List<Fact> before, Fact fact) {
    List<Problem> problems = new ArrayList<>();
    order(before, fact).ifPresent(problems::add);
    for (Detail detail : Detail.required(fact.what())) {
      detail(fact, detail).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<Problem> order(List<Fact> before, Fact fact) {
    Optional<Fact> report =
        before.stream().filter(known -> known.what().equals(Milestone.REPORTED)).findFirst();
    if (report.isPresent() && fact.what().equals(Milestone.REPORTED)) {
      return problem(fact, "a case must have one report", "has another at " + report.get().at());
    }
    if (report.isEmpty() && ANSWERS.contains(fact.what())) {
      return problem(fact, fact.what() + " must come after reported", "comes before it");
    }
    @Nullable Fact last = before.isEmpty() ? null : before.get(before.size() - 1);
    if (last != null && fact.at().isBefore(last.at())) {
      return problem(
          fact, "%s must not be before %s".formatted(fact.what(), last), "was at " + fact.at());
    }
    return Optional.empty();
  }

  private static Optional<Problem> detail(Fact fact, Detail detail) {
    Optional<String> value = fact.detail(detail.key());
    if (value.filter(detail.fits()).isPresent()) {
      return Optional.empty();
    }
    return problem(
        fact,
        "detail %s of %s must be %s".formatted(detail.key(), fact.what(), detail.form()),
        value.map("was \"%s\""::formatted).orElse("is not set"));
  }

  /** Returns whether {@code fact} says whether a conditional step is owed. */
  static boolean isDecision(Fact fact) {
    return fact.what().equals(Fact.STEP_APPLIES) || fact.what().equals(Fact.STEP_DOES_NOT_APPLY);
  }

  /** Returns that {@code fact} lies behind {@code now}, if it does. */
  static Optional<Problem> future(Fact fact, Instant now) {
    return fact.at().isAfter(now)
        ? problem(
            fact,
            "%s must not be after %s, which is now,".formatted(fact.what(), now),
            "was at " + fact.at())
        : Optional.empty();
  }

  private static Optional<Problem> problem(Fact fact, String expected, String found) {
    Location place = fact.declaredAt();
    return Optional.of(new Problem(place, expected, found));
  }
}
