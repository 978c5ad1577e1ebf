package dev.avow.policy.report;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.finding.Waiver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReportTest {

  private static String json(Decision decision, JsonStyle style) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.json(decision, out, style);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Field read(Decision decision, JsonStyle style) {
    return DocumentReader.yaml12().readOne("report.json", json(decision, style)).field();
  }

  private final Field report = read(Sample.decision(), JsonStyle.compact().withAllResults());

  private Field ruling(String name) {
    return report.field("rulings").items().stream()
        .filter(ruling -> ruling.field("ruling").is(name).holds())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsNotToldIsCountedByRuleAndRuling() {
    Field bounded = read(Sample.decision(), JsonStyle.compact().showingPerRule(1));

    assertThat(bounded.at("rulings").items()).hasSize(4);
    assertThat(Written.texts(bounded.at("omitted"), "rule"))
        .containsExactly("image-tag-is-specific", "runs-as-non-root");
    assertThat(bounded.at("omitted[0].rulings.reported").integer()).hasValue(3);
    assertThat(bounded.at("omitted[0].rulings.waived").integer()).hasValue(1);
    assertThat(bounded.at("counts.rulings.reported").integer()).hasValue(5);
    assertThat(report.at("omitted").isAbsent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "format, avow.dev/decision/v1",
    "outcome, BROKEN",
    "day, 2026-11-22",
    "gate.failAt, HIGH",
    "gate.reportFrom, LOW",
    "rules[0].id, drops-all-capabilities",
    "rules[0].title, drops all capabilities",
    "rules[0].severity, HIGH",
    "rules[0].target, container",
    "rules[0].advice, Drop ALL and add back what is needed",
    "rules[0].aliases[0], KSV-0106",
    "rules[1].parameters[0].name, moving-tags",
    "rules[1].parameters[0].expects, a list of texts",
    "rules[1].parameters[0].standard[1], main",
    "rules[1].parameters[0].meaning, tags that move",
    "waivers[0].rule, image-*",
    "waivers[0].subject[0].part, namespace",
    "waivers[0].subject[0].glob, dev",
    "waivers[0].reason, preview builds",
    "waivers[0].owner, team-web",
    "waivers[0].lastDay, 2027-01-31",
    "waivers[0].location.source, policy.yaml",
    "waivers[0].state, used",
    "waivers[1].state, expired",
    "waivers[2].state, unused",
    "waivers[3].state, redundant",
    "waivers[4].state, unmatched",
    "results[0].subject.text, 'Deployment dev/job, container api'",
    "results[0].verdicts.runs-as-non-root, FAIL"
  })
  void whatTheDecisionSaysIsThere(String path, String text) {
    assertThat(report.at(path).text()).contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "counts.subjects, 9",
    "counts.rules, 4",
    "counts.verdicts.FAIL, 8",
    "counts.verdicts.INCONCLUSIVE, 1",
    "counts.verdicts.PASS, 1",
    "counts.verdicts.NOT_APPLICABLE, 1",
    "counts.severities.CRITICAL, 0",
    "counts.severities.HIGH, 2",
    "counts.rulings.blocks, 1",
    "counts.rulings.undecided, 1",
    "counts.rulings.reported, 5",
    "counts.rulings.waived, 1",
    "counts.rulings.hidden, 1",
    "waivers[0].covered, 1",
    "waivers[3].covered, 0"
  })
  void countsAreThere(String path, long number) {
    assertThat(report.at(path).integer()).hasValue(number);
  }

  @Test
  void flagsAreThere() {
    assertThat(report.field("blocks").flag()).contains(true);
    assertThat(report.field("lookedAtNothing").flag()).contains(false);
    assertThat(report.at("gate.acceptsInconclusive").flag()).contains(false);
    assertThat(report.at("gate.unknownAs").isAbsent()).isTrue();
  }

  @Nested
  class Rulings {

    @Test
    void thereIsOneForEachFindingInTheirOrder() {
      assertThat(report.field("rulings").items())
          .extracting(ruling -> ruling.field("fingerprint").text().orElseThrow())
          .containsExactlyElementsOf(
              Sample.evaluation().findings().stream().map(Finding::fingerprint).toList());
    }

    @Test
    void aFindingTellsAllThatItKnows() {
      Field blocks = ruling("blocks");

      assertThat(blocks.field("rule").text()).contains("drops-all-capabilities");
      assertThat(blocks.field("verdict").text()).contains("FAIL");
      assertThat(blocks.field("severity").text()).contains("HIGH");
      assertThat(blocks.at("subject.text").text())
          .contains("Deployment prod/backend, container api");
      assertThat(blocks.at("subject.kind").text()).contains("Deployment");
      assertThat(blocks.at("subject.parts[2].name").text()).contains("container");
      assertThat(blocks.at("subject.parts[2].value").text()).contains("api");
      assertThat(blocks.at("location.source").text()).contains("deploy/backend.yaml");
      assertThat(blocks.at("location.line").integer()).hasValue(28);
      assertThat(blocks.at("location.column").integer()).hasValue(11);
      assertThat(blocks.at("location.endLine").integer()).hasValue(28);
      assertThat(blocks.at("location.endColumn").integer()).hasValue(15);
      assertThat(blocks.at("location.path").text().orElseThrow()).endsWith("capabilities.drop");
      assertThat(blocks.field("message").text()).contains("capabilities.drop does not contain ALL");
      assertThat(blocks.at("ended[0]").integer()).hasValue(1);
    }

    @Test
    void aFixIsAJsonPatch() {
      Field fix = ruling("blocks").field("fix");

      assertThat(fix.field("advice").text()).contains("Add \"ALL\" to capabilities.drop");
      assertThat(fix.at("changes[0].op").text()).contains("add");
      assertThat(fix.at("changes[0].value.drop[0]").text()).contains("ALL");
      assertThat(fix.at("changes[1].op").text()).contains("remove");
      assertThat(fix.at("changes[1].path").text()).contains("/metadata/annotations/old");
      assertThat(fix.at("changes[1].value").isAbsent()).isTrue();
      assertThat(ruling("undecided").field("fix").isAbsent()).isTrue();
    }

    @Test
    void aWaivedFindingNamesItsWaiver() {
      assertThat(ruling("waived").field("waivedBy").integer()).hasValue(0);
      assertThat(ruling("blocks").field("waivedBy").isAbsent()).isTrue();
    }

    @Test
    void theMessageIsThereAsTemplateAndArgumentsToo() {
      Field undecided = ruling("undecided");

      assertThat(undecided.field("template").text())
          .contains("cannot be decided without {missing}");
      assertThat(undecided.at("arguments[0]").text()).contains("the value of runAsNonRoot");
    }

    @Test
    void theWayAndTheMembersAreThere() {
      Field secret =
          report.field("rulings").items().stream()
              .filter(ruling -> ruling.field("rule").is("secrets-stay-secret").holds())
              .findFirst()
              .orElseThrow();

      assertThat(secret.at("trail[1].text").text()).contains("goes into ConfigMap app");
      assertThat(secret.at("trail[1].location.line").integer()).hasValue(31);
      assertThat(secret.at("members[0].text").text()).contains("Secret db");
    }

    @Test
    void whatIsUnknownOfAPlaceIsLeftOut() {
      assertThat(ruling("hidden").at("location").fields())
          .extracting(Field::name)
          .containsExactly("source", "path");
    }
  }

  @Nested
  class Results {

    @Test
    void everyVerdictIsThereOnRequestOnly() {
      long verdicts =
          report.field("results").items().stream()
              .mapToLong(result -> result.field("verdicts").fields().size())
              .sum();

      assertThat(verdicts).isEqualTo(11);
      assertThat(read(Sample.decision(), JsonStyle.compact()).field("results").isAbsent()).isTrue();
    }
  }

  @Nested
  class Forms {

    @Test
    void compactIsOneLineAndIndentedSaysTheSame() {
      String compact = json(Sample.decision(), JsonStyle.compact());
      String indented = json(Sample.decision(), JsonStyle.compact().indented());

      assertThat(compact.indexOf('\n')).isEqualTo(compact.length() - 1);
      assertThat(indented)
          .startsWith("{\n  \"format\": \"avow.dev/decision/v1\",\n")
          .endsWith("}\n");
      assertThat(indented.replaceAll("\\s", "")).isEqualTo(compact.replaceAll("\\s", ""));
    }

    @Test
    void aWriterGetsTheSame() {
      StringWriter out = new StringWriter();

      Reports.json(Sample.decision(), out, JsonStyle.compact());

      assertThat(out).hasToString(json(Sample.decision(), JsonStyle.compact()));
    }

    @Test
    void anEmptyEvaluationHasAReport() {
      Field empty =
          read(
              Gate.failingAt(HIGH).decide(Evaluation.empty(), Sample.DAY),
              JsonStyle.compact().withAllResults());

      assertThat(empty.field("lookedAtNothing").flag()).contains(true);
      assertThat(empty.field("outcome").text()).contains("INCONCLUSIVE");
      assertThat(empty.field("rulings").found()).isEqualTo("is an empty list");
      assertThat(empty.field("results").found()).isEqualTo("is an empty list");
    }

    @Test
    void whatTheGateTakesUnknownForIsToldWhereItIsSet() {
      Decision decision =
          Gate.failingAt(HIGH).treatingUnknownAs(MEDIUM).decide(Evaluation.empty(), Sample.DAY);

      assertThat(read(decision, JsonStyle.compact()).at("gate.unknownAs").text())
          .contains("MEDIUM");
    }

    @Test
    void equalWaiversKeepTheirPlaces() {
      Waiver first = Waiver.of("*").because("x").at(Location.in("a.yaml"));
      Waiver ended = Waiver.of("*").because("x").until(Sample.DAY.minusDays(1));
      List<Waiver> waivers = List.of(ended, first.at(Location.in("b.yaml")), first);
      Decision decision =
          Gate.failingAt(HIGH).with(waivers).decide(Sample.evaluation(), Sample.DAY);

      Field written = read(decision, JsonStyle.compact());

      assertThat(written.at("rulings[0].waivedBy").integer()).hasValue(1);
      assertThat(written.at("waivers[1].state").text()).contains("used");
      assertThat(written.at("waivers[2].state").text()).contains("redundant");
    }

    @Test
    void hostileNamesStayTexts() {
      Subject hostile = Subject.of("Pod").with(Subject.NAME, "\"}],\n\u0000\u2028😀");
      Finding finding =
          Sample.finding(Sample.ROOT, Verdict.FAIL, hostile, Location.in("a")).message("m").build();
      Evaluation evaluation =
          Evaluation.of(
              Sample.RULES, Stream.of(Partial.under(Sample.RULES).finding(finding).build()));

      String json = json(Gate.failingAt(HIGH).decide(evaluation, Sample.DAY), JsonStyle.compact());

      assertThat(json).contains("\"value\":\"\\\"}],\\n\\u0000\u2028😀\"");
    }

    @Test
    void aValueThatIsNoJsonIsTold() {
      Fix broken = new Fix("x", List.of(new Fix.Change("add", "/a", "{\"a\":")));
      Finding finding =
          Sample.finding(Sample.ROOT, Verdict.FAIL, Subject.of("Pod"), Location.in("a"))
              .fix(broken)
              .build();
      Evaluation evaluation =
          Evaluation.of(
              Sample.RULES, Stream.of(Partial.under(Sample.RULES).finding(finding).build()));
      Decision decision = Gate.failingAt(HIGH).decide(evaluation, Sample.DAY);

      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> json(decision, JsonStyle.compact()));
    }

    @Test
    void theOutputIsFlushedAndNotClosed() {
      boolean[] flushed = new boolean[1];
      OutputStream out =
          new ByteArrayOutputStream() {
            @Override
            public void flush() {
              flushed[0] = true;
            }

            @Override
            public void close() throws IOException {
              throw new IOException("was closed");
            }
          };

      Reports.json(Sample.decision(), out);

      assertThat(flushed[0]).isTrue();
    }

    @Test
    void aLargeReportIsWrittenAsItIsWalkedThrough() {
      Partial.Builder part = Partial.under(Sample.RULES);
      IntStream.range(1, 20_000)
          .forEach(
              i ->
                  part.finding(
                      Sample.finding(
                              Sample.ROOT, Verdict.FAIL, Subject.of("Pod"), Location.at("a", i, 1))
                          .message("m")
                          .build()));
      Decision decision =
          Gate.failingAt(HIGH)
              .decide(Evaluation.of(Sample.RULES, Stream.of(part.build())), Sample.DAY);
      int[] largest = new int[1];
      OutputStream out =
          new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void write(byte[] bytes, int from, int length) {
              largest[0] = Math.max(largest[0], length);
            }
          };

      Reports.json(decision, out);

      assertThat(largest[0]).isPositive().isLessThan(100_000);
    }
  }
}
