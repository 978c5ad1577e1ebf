package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.RuleDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.xml.stream.XMLStreamException;

/**
 * A decision as JUnit XML: a suite for each rule, and a case for each thing that it looked at.
 *
 * <p>A case fails where the gate blocks, so that a build and its report never disagree.
 */
final class JunitReport {

  private final Decision decision;
  private final ReportStyle style;

  JunitReport(Decision decision, ReportStyle style) {
    this.decision = decision;
    this.style = style;
  }

  void write(XmlText xml) throws XMLStreamException {
    List<JunitSuite> suites = suites();
    xml.start("testsuites")
        .with("name", style.title())
        .with("tests", sum(suites, suite -> suite.cases().size()))
        .with("failures", sum(suites, suite -> suite.count(JunitCase.Kind.FAILURE)))
        .with("errors", sum(suites, suite -> suite.count(JunitCase.Kind.ERROR)));
    for (JunitSuite suite : suites) {
      suite.write(xml);
    }
    xml.end();
  }

  private List<JunitSuite> suites() {
    Judgements judgements = new Judgements(decision);
    List<JunitSuite> suites = new ArrayList<>();
    if (decision.evaluation().lookedAtNothing()) {
      suites.add(JunitSuite.ofNothing(new Summary(decision).outcome(), decision.blocks()));
    }
    for (RuleDescription rule : decision.evaluation().rules().values()) {
      if (decision.evaluation().judged(rule.id())) {
        suites.add(JunitSuite.of(rule, judgements.of(rule.id()), style));
      }
    }
    return suites;
  }

  private static long sum(List<JunitSuite> suites, ToLongFunction<JunitSuite> count) {
    return suites.stream().mapToLong(count).sum();
  }
}
