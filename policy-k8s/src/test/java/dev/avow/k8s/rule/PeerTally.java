package dev.avow.k8s.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far the rules agree with another tool, by kind of rule. */
final class PeerTally {

  /**
   * How far they agree on one kind of rule.
   *
   * @param agreed the same verdicts
   * @param differed other verdicts, all of which are explained
   * @param contested other verdicts where the tools disagree among themselves
   * @param notComparable no verdict to compare, or no rule to compare it with
   */
  record Line(int agreed, int differed, int contested, int notComparable) {

    static final Line NONE = new Line(0, 0, 0, 0);

    Line plus(Line other) {
      return new Line(
          agreed + other.agreed,
          differed + other.differed,
          contested + other.contested,
          notComparable + other.notComparable);
    }

    String cells() {
      return "%d | %d | %d | %d".formatted(agreed, differed, contested, notComparable);
    }
  }

  private final Map<String, Line> lines = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  PeerTally(String corpus, Map<String, PeerRule> rules) {
    PeerCase.of(corpus).forEach(each -> add(each, rules));
  }

  private void add(PeerCase each, Map<String, PeerRule> rules) {
    PeerRule rule = rules.get(each.rule());
    if (rule == null) {
      throw new IllegalStateException("no word on " + each.rule() + " of " + each);
    }
    lines.merge(kind(each), judge(each, rule), Line::plus);
  }

  private Line judge(PeerCase each, PeerRule rule) {
    if (!rule.isComparable() || each.verdicts().isEmpty()) {
      return new Line(0, 0, 0, 1);
    }
    if (rule.agreesOn(each)) {
      return new Line(1, 0, 0, 0);
    }
    if (each.isContested()) {
      return new Line(0, 0, 1, 0);
    }
    differences.add(each.name());
    return new Line(0, 1, 0, 0);
  }

  private static String kind(PeerCase each) {
    return each.kind().isEmpty() ? "others" : each.kind();
  }

  /** Returns the cases on which they differ without being contested. */
  List<String> differences() {
    return List.copyOf(differences);
  }

  /** Returns how far they agree on all kinds together. */
  Line total() {
    return lines.values().stream().reduce(Line.NONE, Line::plus);
  }

  /** Returns the counts as rows of a table for people. */
  List<String> rows(String corpus) {
    List<String> rows = new ArrayList<>();
    lines.forEach(
        (kind, line) -> rows.add("| %s | %s | %s |".formatted(corpus, kind, line.cells())));
    rows.add("| **%s** | **all** | %s |".formatted(corpus, total().cells()));
    return rows;
  }
}
