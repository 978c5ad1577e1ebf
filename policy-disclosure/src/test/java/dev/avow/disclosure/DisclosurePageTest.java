package dev.avow.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.disclosure.intake.Intake;
import dev.avow.disclosure.intake.IntakeAnswer;
import dev.avow.disclosure.intake.Reply;
import dev.avow.disclosure.intake.VulnerabilityReport;
import dev.avow.disclosure.regime.Regime;
import dev.avow.disclosure.regime.Regimes;
import dev.avow.policy.Channel;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Milestone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** docs/disclosure.md says what the code does. */
class DisclosurePageTest {

  private static String text(String file) throws IOException {
    return Files.readString(Path.of("..").resolve(file));
  }

  @Test
  void listsEveryRegimeWithItsSourceAndDay() throws IOException {
    String page = text("docs/disclosure.md");

    assertThat(Regimes.all())
        .allSatisfy(
            regime -> {
              assertThat(page).contains("| [%s](%s) | ".formatted(regime.name(), regime.source()));
              assertThat(page.lines().filter(line -> line.startsWith("| [" + regime.name() + "]")))
                  .allMatch(line -> line.endsWith("| %s |".formatted(regime.asOf())));
            });
    assertThat(page.lines().filter(line -> line.startsWith("| [")).count())
        .isEqualTo(Regimes.all().size());
    assertThat(page).contains("none of it is legal advice");
    assertThat(Regime.jsonSchema()).contains("Disclosure regime");
  }

  @Test
  void listsEveryRuleOfIntake() throws IOException {
    String page = text("docs/disclosure.md");

    assertThat(Intake.of(SecurityPolicy.named("p").build()).lint().rules().values())
        .hasSize(6)
        .allSatisfy(
            rule ->
                assertThat(page).contains("| `%s` | %s |".formatted(rule.id(), rule.severity())));
  }

  @Test
  void listsEveryFactOfEmbargoes() throws IOException {
    String page = text("docs/disclosure.md");

    assertThat(EmbargoFacts.ALL)
        .allSatisfy(fact -> assertThat(page).contains("`" + fact.name() + "`"));
  }

  @Test
  void showsACorrectionThatWorks() throws IOException {
    String page = text("docs/disclosure.md");
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    String correction = page.substring(start, page.indexOf("```", start));
    String sample = text("docs/examples/samples/cases/path-traversal.yaml");

    DisclosureCase corrected = DisclosureCase.parse(sample + correction);

    assertThat(corrected.first(Milestone.ACKNOWLEDGED))
        .map(fact -> fact.at().toString())
        .contains("2026-11-20T08:15:00Z");
  }

  @Test
  void showsHowToTakeInAReport() throws IOException {
    List<String> sent = new ArrayList<>();
    IntakeAnswer answer =
        assess(Policies.typekro(), "impact", LocalDate.of(2026, 11, 22), sent::add);

    assertThat(answer.replies()).extracting(Reply::text).isEqualTo(sent);
    String source =
        text("policy-disclosure/src/test/java/dev/avow/disclosure/DisclosurePageTest.java");
    int start = source.indexOf("// tag::intake[]\n") + "// tag::intake[]\n".length();
    int end = source.lastIndexOf('\n', source.indexOf("// end::intake[]", start));
    assertThat(text("docs/disclosure.md"))
        .contains("```java\n" + source.substring(start, end).stripIndent() + "\n```");
  }

  private static IntakeAnswer assess(
      SecurityPolicy policy, String impact, LocalDate today, Consumer<String> post) {
    // tag::intake[]
    VulnerabilityReport report =
        VulnerabilityReport.of("TK-7")
            .through(Channel.publicIssue())
            .about("pkg:npm/lodash@4.17.20")
            .with("impact", impact);

    IntakeAnswer answer = Intake.of(policy).assess(report, today);

    answer.replies().forEach(reply -> post.accept(reply.text()));
    // end::intake[]
    return answer;
  }
}
