package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.Statements.Statement;
import dev.avow.policy.PolicySection;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a policy and a document that should state it disagree.
 *
 * <p>Names that only programs use do not count, nor does the order of what is listed. Immutable.
 */
public final class Drift {

  private final PolicyReading document;
  private final List<Difference> differences;

  private Drift(PolicyReading document, List<Difference> differences) {
    this.document = document;
    this.differences = List.copyOf(differences);
  }

  static Drift between(SecurityPolicy policy, PolicyReading document) {
    Location whole = Location.in(document.source());
    Map<Object, List<Statement>> promised = byKey(Statements.of(Carried.of(policy), whole));
    Map<Object, List<Statement>> stated = byKey(Statements.of(document.policy(), whole));
    List<Difference> differences = new ArrayList<>();
    promised.forEach((key, all) -> compare(all, stated.getOrDefault(key, List.of()), differences));
    stated.forEach(
        (key, all) -> {
          if (!promised.containsKey(key)) {
            compare(List.of(), all, differences);
          }
        });
    differences.sort(Comparator.comparing(Difference::at).thenComparing(Difference::what));
    return new Drift(document, differences);
  }

  private static Map<Object, List<Statement>> byKey(List<Statement> statements) {
    Map<Object, List<Statement>> byKey = new LinkedHashMap<>();
    for (Statement one : statements) {
      byKey.computeIfAbsent(one.key(), any -> new ArrayList<>()).add(one);
    }
    return byKey;
  }

  /** Compares what both say of one thing; what both say is left out, the rest goes in pairs. */
  private static void compare(
      List<Statement> promised, List<Statement> stated, List<Difference> differences) {
    List<Statement> owed = without(promised, stated);
    List<Statement> more = without(stated, promised);
    int pairs = Math.min(owed.size(), more.size());
    for (int i = 0; i < pairs; i++) {
      differences.add(
          difference(
              Difference.Kind.CHANGED,
              owed.get(i),
              owed.get(i).said(),
              more.get(i).said(),
              more.get(i).at()));
    }
    owed.stream()
        .skip(pairs)
        .forEach(
            one ->
                differences.add(
                    difference(Difference.Kind.MISSING, one, one.said(), "", one.at())));
    more.stream()
        .skip(pairs)
        .forEach(
            one ->
                differences.add(difference(Difference.Kind.ADDED, one, "", one.said(), one.at())));
  }

  private static List<Statement> without(List<Statement> some, List<Statement> others) {
    List<String> said = others.stream().map(Statement::said).toList();
    return some.stream().filter(one -> !said.contains(one.said())).toList();
  }

  private static Difference difference(
      Difference.Kind kind, Statement one, String promised, String stated, Location at) {
    return new Difference(one.section(), kind, one.what(), promised, stated, at);
  }

  /** Returns the differences, by place. */
  public List<Difference> differences() {
    return differences;
  }

  /** Returns whether there are none. */
  public boolean isNone() {
    return differences.isEmpty();
  }

  /**
   * Returns the differences as findings, a rule each for what is missing, what is added and what is
   * changed; sections without any pass. Passages that were not understood are inconclusive.
   */
  public Evaluation evaluation() {
    Partial.Builder verdicts = Partial.under(PaperRules.DRIFT);
    for (PolicySection section : PolicySection.values()) {
      for (Difference.Kind kind : Difference.Kind.values()) {
        section(section, kind, verdicts);
      }
    }
    PaperFindings.understood(document, verdicts);
    return Evaluation.of(PaperRules.DRIFT, Stream.of(verdicts.build()));
  }

  private void section(PolicySection section, Difference.Kind kind, Partial.Builder verdicts) {
    RuleDescription rule = PaperRules.of(kind);
    Subject subject = PaperFindings.subject(document.source()).with("section", section.label());
    List<Difference> some =
        differences.stream().filter(one -> one.section() == section && one.kind() == kind).toList();
    for (Difference one : some) {
      verdicts.finding(
          Finding.of(rule.id(), Verdict.FAIL, subject, one.at())
              .severity(rule.severity())
              .message(one.words())
              .build());
    }
    if (some.isEmpty()) {
      verdicts.verdict(rule.id(), subject, Verdict.PASS);
    }
  }

  /** Returns the differences, a line each. */
  @Override
  public String toString() {
    return differences.isEmpty()
        ? "no difference"
        : differences.stream().map(Difference::toString).reduce((a, b) -> a + "\n" + b).orElse("");
  }
}
