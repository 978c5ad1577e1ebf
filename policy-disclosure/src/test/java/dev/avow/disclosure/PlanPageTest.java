package dev.avow.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.disclosure.Step.State;
import dev.avow.disclosure.regime.Regimes;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.form.Forms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/plan.md says what the code does. */
class PlanPageTest {

  private static final String POLICY = "docs/policies/pvc-viewer.yaml";
  private static final String CASE = "docs/examples/samples/cases/path-traversal.yaml";
  private static final String PAGE = text("docs/plan.md");

  private static String text(String file) {
    try {
      return Files.readString(Path.of("..").resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Plan plan() {
    SecurityPolicy policy = SecurityPolicy.parse(POLICY, text(POLICY));
    DisclosureCase theCase = DisclosureCase.parse(CASE, text(CASE));
    return DisclosurePlanner.of(policy).plan(theCase, Instant.parse("2026-11-22T09:00:00Z"));
  }

  private static String json() {
    StringBuilder json = new StringBuilder();
    PlanReport.json(plan(), json);
    return json.toString();
  }

  /** Returns the blocks of the page that are written in {@code language}. */
  private static List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    String fence = "```" + language + "\n";
    for (int open = PAGE.indexOf(fence); open >= 0; open = PAGE.indexOf(fence, open + 1)) {
      int start = open + fence.length();
      blocks.add(PAGE.substring(start, PAGE.indexOf("```", start)));
    }
    return blocks;
  }

  @Test
  void showsTheSampleCase() {
    assertThat(blocks("yaml")).containsExactly(text(CASE));
  }

  @Test
  void showsItsPlanAndAnExplanation() {
    Plan plan = plan();
    StringBuilder table = new StringBuilder();
    PlanReport.text(plan, table);
    String sentence = plan.explain(plan.next().orElseThrow()).sentence();

    assertThat(blocks("text")).containsExactly(table.toString(), sentence + "\n", change() + "\n");
  }

  private static String change() {
    Instant report = Instant.parse("2026-09-01T10:00:00Z");
    Instant now = Instant.parse("2026-10-20T00:00:00Z");
    DisclosureCase reported = DisclosureCase.open("C-1").with(Fact.of(Milestone.REPORTED, report));
    Fact fixed = Fact.of(Milestone.FIX_RELEASED, Instant.parse("2026-10-18T10:00:00Z"));
    DisclosurePlanner planner =
        DisclosurePlanner.of(SecurityPolicy.named("p").build()).under(Regimes.PROJECT_ZERO);
    Plan earlier = planner.plan(reported, report);
    return planner.plan(reported.with(fixed), now).since(earlier).get(0).sentence();
  }

  @Test
  void showsPartsOfItsJson() {
    assertThat(blocks("json")).hasSize(2).allSatisfy(part -> assertThat(json()).contains(part));
  }

  @Test
  void showsHowToAsk() {
    StringBuilder asked = new StringBuilder();
    ask(Path.of("..", POLICY), Path.of("..", CASE), plan().now(), asked);

    assertThat(asked).contains("next: plan-shared");
    assertThat(blocks("java")).containsExactly(region("plan"));
  }

  private static void ask(Path policyFile, Path caseFile, Instant now, Appendable out) {
    // tag::plan[]
    SecurityPolicy policy = SecurityPolicy.read(policyFile);
    DisclosureCase theCase = DisclosureCase.read(caseFile);

    Plan plan = DisclosurePlanner.of(policy).plan(theCase, now);

    PlanReport.text(plan, out);
    // end::plan[]
  }

  /** Returns the lines of this file between the tags called {@code name}. */
  private static String region(String name) {
    String source = text("policy-disclosure/src/test/java/dev/avow/disclosure/PlanPageTest.java");
    int start = source.indexOf("// tag::" + name + "[]\n");
    int end = source.lastIndexOf('\n', source.indexOf("// end::" + name + "[]", start));
    return source.substring(source.indexOf('\n', start) + 1, end).stripIndent() + "\n";
  }

  @Test
  void namesEveryKeyOfTheJson() {
    Set<String> keys = new TreeSet<>();
    keys(DocumentReader.yaml12().readOne("plan.json", json()).field(), keys);

    assertThat(keys)
        .contains("case", "decides")
        .allSatisfy(key -> assertThat(PAGE).contains("`" + key + "`"));
  }

  private static void keys(Field field, Set<String> keys) {
    field.fields().forEach(child -> keys.add(child.name()));
    field.fields().forEach(child -> keys(child, keys));
    field.items().forEach(item -> keys(item, keys));
  }

  @Test
  void namesEveryState() {
    assertThat(Arrays.stream(State.values()).map(Forms::label))
        .allSatisfy(state -> assertThat(PAGE).contains("| `" + state + "` |"));
  }

  @Test
  void namesEveryRuleWithItsSeverity() {
    assertThat(PlanRules.ALL.rules().values())
        .allSatisfy(
            rule ->
                assertThat(PAGE).contains("| `%s` | %s |".formatted(rule.id(), rule.severity())));
  }
}
