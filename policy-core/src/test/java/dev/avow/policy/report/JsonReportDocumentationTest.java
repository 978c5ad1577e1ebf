package dev.avow.policy.report;

import static dev.avow.policy.finding.Selector.where;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.finding.Waiver;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the form says what the writer does. */
class JsonReportDocumentationTest {

  private static final Path PAGE = Path.of("../docs/json-report.md");

  private static Decision decision() {
    RuleId rule = RuleId.of("image-tag-is-specific");
    RuleSet rules =
        RuleSet.of(
            List.of(
                RuleDescription.of(rule)
                    .severity(HIGH)
                    .reason("What a moving tag names today is not what was tested.")
                    .target("image")
                    .advice("Name a version, or pin the digest")
                    .see("https://kubernetes.io/docs/concepts/containers/images/")
                    .alias("KSV-0013")
                    .parameter(Parameter.texts("moving-tags", List.of("latest"), "tags that move"))
                    .build()));
    Subject api =
        Subject.of("Deployment")
            .with("namespace", "prod")
            .with("name", "backend")
            .with("container", "api");
    Location place =
        new Location(
            "deploy/backend.yaml", 28, 18, 28, 28, "spec.template.spec.containers[0].image");
    Partial part =
        Partial.under(rules)
            .verdict(rule, Subject.of("Pod").with("name", "job"), Verdict.PASS)
            .finding(
                Finding.of(rule, Verdict.FAIL, api, place)
                    .severity(HIGH)
                    .message(
                        new Message(
                            "takes an image that moves on: {field} {found}",
                            List.of("image", "is \"app:latest\"")))
                    .fix(
                        new Fix(
                            "Name the version that was tested",
                            List.of(
                                new Fix.Change(
                                    "replace",
                                    "/spec/template/spec/containers/0/image",
                                    "\"app:1.4.2\""))))
                    .build())
            .build();
    Waiver waiver =
        Waiver.of("image-*")
            .on(where("namespace", "prod"))
            .because("until the registry is moved")
            .by("team-web")
            .until(LocalDate.of(2026, 10, 31))
            .at(Location.at("policy.yaml", 30, 5));
    return Gate.failingAt(HIGH)
        .reportingFrom(LOW)
        .treatingUnknownAs(HIGH)
        .with(List.of(waiver))
        .decide(Evaluation.of(rules, Stream.of(part)), Sample.DAY);
  }

  private static String json(Decision decision) {
    StringWriter out = new StringWriter();
    Reports.json(decision, out, JsonStyle.compact().indented().withAllResults());
    return out.toString();
  }

  @Test
  void theExampleIsWhatIsWritten() throws IOException {
    String page = Files.readString(PAGE);

    int from = page.indexOf("```json\n") + "```json\n".length();

    assertThat(page.substring(from, page.indexOf("```", from))).isEqualTo(json(decision()));
  }

  @Test
  void everyFieldIsDescribed() throws IOException {
    String page = Files.readString(PAGE);

    Set<String> fields = new TreeSet<>();
    for (Decision decision : List.of(decision(), Sample.decision())) {
      collect(Written.read(json(decision)), fields);
    }
    StringWriter bounded = new StringWriter();
    Reports.json(Sample.decision(), bounded, JsonStyle.compact().showingPerRule(1));
    collect(Written.read(bounded.toString()), fields);

    assertThat(fields)
        .hasSizeGreaterThan(80)
        .allMatch(field -> page.contains("| `" + field + "` |"));
  }

  private static void collect(Field field, Set<String> into) {
    String path = field.path().replaceAll("\\[[0-9]+]", "[]");
    if (!path.isEmpty() && !path.endsWith("]")) {
      into.add(path);
    }
    if (!path.endsWith(".verdicts") && !path.endsWith(".value")) {
      List<Field> below = new ArrayList<>(field.items());
      below.addAll(field.fields());
      below.forEach(each -> collect(each, into));
    }
  }
}
