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

  /** Returns what is wrong with {@code fact} as the next one of {@code theCase}. */
  static List<Problem> problems(DisclosureCase theCase, Fact fact) {
    List<Problem> problems = new ArrayList<>();
    order(theCase, fact).ifPresent(problems::add);
    Detail.required(fact.what()).forEach(detail -> detail(theCase, fact, detail, problems));
    Detail.formed(fact).forEach(detail -> detail(theCase, fact, detail, problems));
    if (problems.isEmpty()) {
      correction(theCase.facts(), fact).ifPresent(problems::add);
    }
    if (problems.isEmpty()) {
      whole(theCase.facts(), fact).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<Problem> order(DisclosureCase theCase, Fact fact) {
    Optional<Fact> report = report(theCase.standing());
    if (report.isPresent() && fact.what().equals(Milestone.REPORTED)) {
      return problem(fact, "a case must have one report", "has another at " + report.get().at());
    }
    if (report.isEmpty() && ANSWERS.contains(fact.what())) {
      return problem(fact, fact.what() + " must come after reported", "comes before it");
    }
    List<Fact> before = theCase.facts();
    @Nullable Fact last = before.isEmpty() ? null : before.get(before.size() - 1);
    if (last != null && fact.at().isBefore(last.at())) {
      return problem(
          fact, "%s must not be before %s".formatted(fact.what(), last), "was at " + fact.at());
    }
    return Optional.empty();
  }

  private static Optional<Fact> report(List<Fact> facts) {
    return facts.stream().filter(fact -> fact.what().equals(Milestone.REPORTED)).findFirst();
  }

  private static void detail(
      DisclosureCase theCase, Fact fact, Detail detail, List<Problem> problems) {
    Optional<String> value = fact.detail(detail.key());
    if (value.filter(detail.fits()).isEmpty()) {
      String expected =
          "detail %s of %s must be %s".formatted(detail.key(), fact.what(), detail.form());
      String found = theCase.isRestricted() ? "was something else" : "was \"%s\"";
      problem(fact, expected, value.map(found::formatted).orElse("is not set"))
          .ifPresent(problems::add);
    }
  }

  private static Optional<Problem> correction(List<Fact> before, Fact fact) {
    if (!Corrections.is(fact)) {
      return Optional.empty();
    }
    boolean withdrawn = Corrections.withdraws(fact);
    Optional<Instant> time = Corrections.time(fact);
    boolean changed = time.isPresent() || fact.detail("is-under").isPresent();
    if (withdrawn == changed) {
      String found = withdrawn ? "both are" : "neither is";
      return problem(fact, "one of is-at and withdrawn: true must be set", found);
    }
    if (time.filter(fact.at()::isBefore).isPresent()) {
      return problem(fact, "is-at must not be after the correction", "was at " + time.get());
    }
    return target(fact, Corrections.targets(before, fact));
  }

  private static Optional<Problem> target(Fact fact, List<Fact> targets) {
    if (targets.size() != 1) {
      String expected = "fact and was-at must name one earlier fact";
      return problem(fact, expected, "name " + targets.size());
    }
    return fact.detail("is-under").isPresent() && !Submission.is(targets.get(0))
        ? problem(fact, "is-under must be about what was submitted", "is about " + targets.get(0))
        : Optional.empty();
  }

  /** Returns why the case does not hold together once {@code fact} is added. */
  private static Optional<Problem> whole(List<Fact> before, Fact fact) {
    List<Fact> all = new ArrayList<>(before);
    all.add(fact);
    List<Fact> standing = Corrections.standing(all);
    try {
      if (Corrections.is(fact)) {
        requireReportFirst(standing);
      }
      if (EmbargoFacts.ALL.contains(fact.what()) || Corrections.is(fact)) {
        EmbargoReplay.of(standing);
      }
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      String[] parts = String.valueOf(refused.getMessage()).split(" but ", 2);
      return problem(fact, parts[0], parts.length > 1 ? parts[1] : "");
    }
  }

  private static void requireReportFirst(List<Fact> standing) {
    boolean reported = false;
    for (Fact fact : standing) {
      if (fact.what().equals(Milestone.REPORTED)) {
        reported = true;
      } else if (!reported && ANSWERS.contains(fact.what())) {
        throw new IllegalArgumentException(
            "%s must come after reported but with this correction comes before it"
                .formatted(fact.what()));
      }
    }
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
