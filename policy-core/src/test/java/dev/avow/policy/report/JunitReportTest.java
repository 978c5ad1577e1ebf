package dev.avow.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitReportTest {

  private static final ReportStyle STYLE = ReportStyle.standard();

  /** What Jenkins takes: the elements, those within them, and their attributes. */
  private static final Map<String, Set<String>> ELEMENTS =
      Map.of(
          "testsuites", Set.of("testsuite"),
          "testsuite", Set.of("properties", "testcase"),
          "properties", Set.of("property"),
          "property", Set.of(),
          "testcase", Set.of("skipped", "error", "failure"),
          "skipped", Set.of(),
          "error", Set.of(),
          "failure", Set.of());

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "testsuites", Set.of("name", "tests", "failures", "errors"),
          "testsuite", Set.of("name", "tests", "failures", "errors", "skipped", "time"),
          "properties", Set.of(),
          "property", Set.of("name", "value"),
          "testcase", Set.of("classname", "name", "time"),
          "skipped", Set.of("message"),
          "error", Set.of("message", "type"),
          "failure", Set.of("message", "type"));

  private static Element parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError(xml, e);
    }
  }

  private static Element root(Decision decision) {
    return parse(Written.junit(decision, STYLE));
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
        children.add((Element) nodes.item(i));
      }
    }
    return children;
  }

  private static Element testCase(Decision decision, String suite, String name) {
    return children(root(decision)).stream()
        .filter(each -> each.getAttribute("name").equals(suite))
        .flatMap(each -> children(each).stream())
        .filter(each -> each.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns {@code failure: message}, or {@code passed}. */
  private static String outcome(Decision decision, String suite, String name) {
    return children(testCase(decision, suite, name)).stream()
        .map(each -> each.getTagName() + ": " + each.getAttribute("message"))
        .findFirst()
        .orElse("passed");
  }

  static Stream<Decision> decisions() {
    return Stream.of(
        Sample.decision(),
        Written.hostile(),
        Written.decision(Written.GATE, Written.roots(20)),
        Written.GATE.decide(Evaluation.empty(), Sample.DAY));
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void itHasTheShapeThatJenkinsTakes(Decision decision) {
    for (ReportStyle style : List.of(STYLE, STYLE.showingPerRule(1), Written.hostileStyle())) {
      check(parse(Written.junit(decision, style)));
    }
  }

  private static void check(Element element) {
    String tag = element.getTagName();
    assertThat(ELEMENTS).containsKey(tag);
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      assertThat(ATTRIBUTES.get(tag)).contains(element.getAttributes().item(i).getNodeName());
    }
    List<Element> children = children(element);
    assertThat(ELEMENTS.get(tag)).containsAll(children.stream().map(Element::getTagName).toList());
    if (tag.equals("testsuite") || tag.equals("testsuites")) {
      assertThat(element.getAttribute("tests")).isEqualTo(count(element, "testcase"));
      assertThat(element.getAttribute("failures")).isEqualTo(count(element, "failure"));
      assertThat(element.getAttribute("errors")).isEqualTo(count(element, "error"));
    }
    if (tag.equals("testsuite")) {
      assertThat(element.getAttribute("skipped")).isEqualTo(count(element, "skipped"));
    }
    children.forEach(JunitReportTest::check);
  }

  private static String count(Element element, String tag) {
    return Integer.toString(element.getElementsByTagName(tag).getLength());
  }

  @Test
  void eachRuleIsASuiteAndEachThingThatItLookedAtACase() {
    Element root = root(Sample.decision());

    assertThat(children(root))
        .map(suite -> suite.getAttribute("name") + " " + suite.getAttribute("tests"))
        .containsExactly(
            "drops-all-capabilities 2",
            "image-tag-is-specific 5",
            "runs-as-non-root 3",
            "secrets-stay-secret 1");
    assertThat(root.getAttribute("failures")).isEqualTo("1");
    assertThat(root.getAttribute("errors")).isEqualTo("1");
  }

  @Test
  void aCaseFailsWhereTheGateBlocksAndIsAnErrorWhereNothingCouldBeDecided() {
    Decision decision = Sample.decision();

    assertThat(
            outcome(decision, "drops-all-capabilities", "Deployment prod/backend, container api"))
        .isEqualTo(
            "failure: Deployment prod/backend, container api: capabilities.drop does not contain"
                + " ALL");
    assertThat(outcome(decision, "runs-as-non-root", "Deployment prod/web, container api"))
        .startsWith("error: Deployment prod/web, container api: cannot be decided");
    assertThat(outcome(decision, "drops-all-capabilities", "Deployment prod/web, container api"))
        .isEqualTo("passed");
  }

  @Test
  void aCaseIsSkippedWithTheReasonWhereNothingBlocks() {
    Decision decision = Sample.decision();

    assertThat(outcome(decision, "image-tag-is-specific", "Deployment dev/preview, container api"))
        .isEqualTo("skipped: waived until 2027-01-31: preview builds, says team-web");
    assertThat(outcome(decision, "image-tag-is-specific", "Deployment prod/a, container api"))
        .startsWith("skipped: does not block: Deployment prod/a, container api: takes an image");
    assertThat(outcome(decision, "runs-as-non-root", "Deployment prod/backend, container api"))
        .isEqualTo("skipped: not applicable");
    assertThat(outcome(decision, "runs-as-non-root", "Deployment dev/job, container api"))
        .isEqualTo("skipped: below what the gate reports");
  }

  @Test
  void aFailureTellsPlaceSeverityFixAndSource() {
    Finding finding =
        Written.root("web", Location.at("web.yaml", 2, 3)).via(Location.in("x"), "hop").build();
    ReportStyle style =
        STYLE.withExcerpts(each -> Optional.of(new Excerpt(1, List.of("a:", "  b: 1"))));

    Element failure =
        (Element)
            parse(Written.junit(Written.decision(Written.GATE, finding), style))
                .getElementsByTagName("failure")
                .item(0);

    assertThat(failure.getAttribute("type")).isEqualTo("HIGH");
    assertThat(failure.getTextContent())
        .isEqualTo(
            """
            web.yaml:2:3  HIGH  Pod a/web: may run as root
              via x  hop
              1 | a:
            > 2 |   b: 1
            """);
  }

  @Test
  void aFindingAboutAGroupSpeaksForItsMembersToo() {
    Subject pod = Subject.of("Pod").with(Subject.NAME, "web");
    Subject group = Subject.of("Namespace").with(Subject.NAMESPACE, "a");
    Partial part =
        Partial.under(Sample.RULES)
            .verdict(Sample.ROOT, pod, Verdict.FAIL)
            .finding(
                Sample.finding(Sample.ROOT, Verdict.FAIL, group, Location.in("a"))
                    .message("is open")
                    .member(pod)
                    .build())
            .build();
    Decision decision =
        Written.GATE.decide(Evaluation.of(Sample.RULES, Stream.of(part)), Sample.DAY);

    assertThat(outcome(decision, "runs-as-non-root", "Namespace a"))
        .isEqualTo("failure: Namespace a: is open");
    assertThat(outcome(decision, "runs-as-non-root", "Pod web"))
        .isEqualTo("failure: Namespace a: is open");
  }

  @Test
  void severalFindingsOfOneThingAreOneCaseOfTheWeightiestKind() {
    Finding low =
        Written.root("web", Location.in("a")).severity(Severity.LOW).message("is odd").build();

    Element root = root(Written.decision(Written.GATE, low, Written.root("web")));

    assertThat(root.getAttribute("tests")).isEqualTo("1");
    assertThat(root.getElementsByTagName("failure").item(0).getTextContent())
        .contains("may run as root", "is odd");
  }

  @Test
  void whatIsNotToldIsOneCaseThatSaysHowMany() {
    Element root =
        parse(
            Written.junit(
                Written.decision(Written.GATE, Written.roots(12)), STYLE.showingPerRule(3)));

    List<Element> cases = children(children(root).get(0)).stream().skip(1).toList();

    assertThat(cases).hasSize(4);
    assertThat(cases.get(3).getAttribute("name")).isEqualTo("… and 9 more");
    assertThat(children(cases.get(3)).get(0).getAttribute("message")).isEqualTo("9 failure");
  }

  @Test
  void whereNothingWasLookedAtACaseSaysSo() {
    Gate accepting = Written.GATE.acceptingInconclusive();

    assertThat(
            outcome(
                Written.GATE.decide(Evaluation.empty(), Sample.DAY),
                "evaluation",
                "something is looked at"))
        .startsWith("error: INCONCLUSIVE on 2026-11-22: nothing was looked at");
    assertThat(
            outcome(
                accepting.decide(Evaluation.empty(), Sample.DAY),
                "evaluation",
                "something is looked at"))
        .startsWith("skipped: INCONCLUSIVE");
  }

  @Test
  void charactersThatXmlForbidsAreWrittenOut() {
    String xml = Written.junit(Written.hostile(), STYLE);

    assertThat(xml).contains("\\u0000", "\\u001b", "\\u202e").doesNotContain("<script", "\u0000");
    assertThat(parse(xml).getElementsByTagName("failure").item(0).getTextContent())
        .contains("</script><img src=x onerror=alert(1)>");
  }
}
