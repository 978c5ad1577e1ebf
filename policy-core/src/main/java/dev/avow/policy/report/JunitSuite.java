package dev.avow.policy.report;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.report.JunitCase.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * What one rule says, as a test suite.
 *
 * @param name the rule's id
 * @param severity how much the rule matters; empty for no rule
 * @param cases a case for each thing that it looked at, and perhaps one for those not told
 */
record JunitSuite(String name, String severity, List<JunitCase> cases) {

  /** Returns the suite that says that there was nothing to look at. */
  static JunitSuite ofNothing(String outcome, boolean blocks) {
    Kind kind = blocks ? Kind.ERROR : Kind.SKIPPED;
    JunitCase only = new JunitCase("something is looked at", kind, "", outcome, List.of());
    return new JunitSuite("evaluation", "", List.of(only));
  }

  static JunitSuite of(
      RuleDescription rule, List<Judgements.Judgement> judgements, ReportStyle style) {
    Map<String, Integer> names = new HashMap<>();
    List<JunitCase> all = new ArrayList<>();
    for (Judgements.Judgement judgement : judgements) {
      String subject = judgement.subject().toString();
      int number = names.merge(subject, 1, Integer::sum);
      all.add(JunitCase.of(number == 1 ? subject : subject + " #" + number, judgement, style));
    }
    String severity = rule.severity().name();
    return new JunitSuite(rule.id().value(), severity, shown(all, style.perRule()));
  }

  /** What is not told one by one is one case, of the weightiest kind among them. */
  private static List<JunitCase> shown(List<JunitCase> all, int most) {
    List<JunitCase> weighty =
        all.stream()
            .filter(each -> each.kind().isFound())
            .sorted(Comparator.comparing(JunitCase::kind))
            .toList();
    if (weighty.size() <= most) {
      return all;
    }
    List<JunitCase> rest = weighty.subList(most, weighty.size());
    List<JunitCase> shown = new ArrayList<>(all);
    shown.removeAll(Set.copyOf(rest));
    shown.add(inOne(rest));
    return shown;
  }

  private static JunitCase inOne(List<JunitCase> rest) {
    String counts =
        new TreeMap<>(
                rest.stream()
                    .collect(Collectors.groupingBy(JunitCase::kind, Collectors.counting())))
            .entrySet().stream()
                .map(count -> count.getValue() + " " + Words.label(count.getKey()))
                .collect(Collectors.joining(", "));
    String name = "… and %s more".formatted(rest.size());
    return new JunitCase(name, rest.get(0).kind(), "", counts, List.of());
  }

  long count(Kind kind) {
    return cases.stream().filter(each -> each.kind() == kind).count();
  }

  void write(XmlText xml) throws XMLStreamException {
    xml.start("testsuite")
        .with("name", name)
        .with("tests", cases.size())
        .with("failures", count(Kind.FAILURE))
        .with("errors", count(Kind.ERROR))
        .with("skipped", count(Kind.SKIPPED))
        .with("time", "0");
    if (!severity.isEmpty()) {
      xml.start("properties");
      xml.empty("property").with("name", "severity").with("value", severity);
      xml.end();
    }
    for (JunitCase each : cases) {
      each.write(name, xml);
    }
    xml.end();
  }
}
