package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of each rule and each thing that it looked at.
 *
 * <p>A finding about a group speaks for its members, too.
 */
final class Judgements {

  private final Evaluation evaluation;
  private final List<Subject> subjects;
  private final Map<RuleId, Map<Subject, List<Ruling>>> rulings = new HashMap<>();

  /**
   * One of them.
   *
   * @param subject what was looked at
   * @param verdict what the rule says of it
   * @param rulings what the gate made of what was found; the weightiest first, usually none
   */
  record Judgement(Subject subject, Verdict verdict, List<Ruling> rulings) {

    /** Returns what weighs most of what the gate made of it. */
    Optional<Ruling> weightiest() {
      return rulings.stream().findFirst();
    }
  }

  Judgements(Decision decision) {
    this.evaluation = decision.evaluation();
    this.subjects = evaluation.subjects().stream().sorted().toList();
    decision.rulings().forEach(this::add);
    rulings.values().stream()
        .map(Map::values)
        .flatMap(Collection::stream)
        .forEach(list -> list.sort(Selection.WEIGHTIEST));
  }

  private void add(Ruling ruling) {
    Finding finding = ruling.finding();
    Map<Subject, List<Ruling>> ofRule =
        rulings.computeIfAbsent(finding.rule(), rule -> new HashMap<>());
    Stream.concat(Stream.of(finding.subject()), finding.members().stream())
        .forEach(
            subject -> ofRule.computeIfAbsent(subject, each -> new ArrayList<>(1)).add(ruling));
  }

  /** Returns what {@code rule} says, by subject. */
  List<Judgement> of(RuleId rule) {
    Map<Subject, List<Ruling>> found = rulings.getOrDefault(rule, Map.of());
    return subjects.stream()
        .flatMap(
            subject ->
                evaluation.verdict(rule, subject).stream()
                    .map(verdict -> judgement(subject, verdict, found)))
        .toList();
  }

  /** What merely has to do with the finding of another may well have passed. */
  private static Judgement judgement(
      Subject subject, Verdict verdict, Map<Subject, List<Ruling>> found) {
    List<Ruling> own =
        found.getOrDefault(subject, List.of()).stream()
            .filter(
                ruling ->
                    ruling.finding().subject().equals(subject)
                        || ruling.finding().verdict() == verdict)
            .toList();
    return new Judgement(subject, verdict, own);
  }
}
