package dev.avow.policy.report;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReportTest {

  private static final TextStyle BRIEF = TextStyle.plain().withoutAdvice();

  private static String text(Decision decision, TextStyle style) {
    StringBuilder out = new StringBuilder();
    Reports.text(decision, out, style);
    return out.toString();
  }

  private static String text(Gate gate, Finding... findings) {
    Partial.Builder part = Partial.under(Sample.RULES);
    Stream.of(findings).forEach(part::finding);
    Evaluation evaluation = Evaluation.of(Sample.RULES, Stream.of(part.build()));
    return text(gate.decide(evaluation, Sample.DAY), BRIEF);
  }

  private static Finding root(String source) {
    Subject subject = Subject.of("Pod").with(Subject.NAME, source);
    return Sample.finding(Sample.ROOT, Verdict.FAIL, subject, Location.at(source, 1, 1))
        .message("may run as root")
        .build();
  }

  @Test
  void everythingThatOccursIsShown() {
    assertThat(text(Sample.decision(), TextStyle.plain().showingPlaces(2)))
        .isEqualTo(
            """
            4 places:                    MEDIUM  image-tag-is-specific   takes an image that moves on: is "app:latest"
              deploy/a.yaml:20:16      Deployment prod/a, container api
              deploy/b.yaml:20:16      Deployment prod/b, container api
              … and 2 more
            deploy/backend.yaml:28:11  ! HIGH    drops-all-capabilities  Deployment prod/backend, container api: capabilities.drop does not contain ALL
                waiver of drops-all-capabilities on name=back* (policy.yaml:34:5) ended on 2026-10-31
            deploy/stack.yaml:40:9       LOW     secrets-stay-secret     ResourceGraphDefinition stack: shows a secret in its status
                via deploy/stack.yaml:12:5  is read from Secret db
                via deploy/stack.yaml:31:7  goes into ConfigMap app
                with Secret db
            deploy/web.yaml:19:9       ? HIGH    runs-as-non-root        Deployment prod/web, container api: cannot be decided without the value of runAsNonRoot

            drops-all-capabilities
              why  A capability that nobody needs is a way out of the container.
              do   Drop ALL and add back what is needed
              see  https://kubernetes.io/docs/concepts/security/pod-security-standards/
            image-tag-is-specific
              why  What a moving tag names today is not what was tested.

            waived     waiver of image-* on namespace=dev (policy.yaml:30:5) covers 1 finding until 2027-01-31: preview builds, says team-web
            ended      waiver of drops-all-capabilities on name=back* (policy.yaml:34:5) ended on 2026-10-31
            unused     waiver of runs-as-non-root on namespace=test (policy.yaml:38:5) covers nothing
            redundant  waiver of image-tag-is-specific on namespace=dev (policy.yaml:42:5) covers only what earlier ones cover
            unmatched  waiver of has-a-license on everything ((code)) matches no rule that was asked

            9 findings by severity: 2 high, 5 medium, 1 low, 1 info
            9 findings by ruling: 1 blocks, 1 undecided, 5 reported, 1 waived, 1 hidden
            11 verdicts of 4 rules on 9 subjects: 8 fail, 1 inconclusive, 1 pass, 1 not applicable
            BROKEN on 2026-11-22: 1 finding blocks at HIGH or above
            """);
  }

  @Test
  void theSameDecisionGivesTheSameReportInEveryLocale() {
    String here = text(Sample.decision(), TextStyle.plain());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(text(Sample.decision(), TextStyle.plain())).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Nested
  class Outcomes {

    @Test
    void whenNothingWasLookedAtTheReportSaysSo() {
      assertThat(text(Gate.failingAt(HIGH).decide(Evaluation.empty(), Sample.DAY), BRIEF))
          .isEqualTo(
              """
              0 verdicts of 0 rules on 0 subjects
              INCONCLUSIVE on 2026-11-22: nothing was looked at, so nothing is known to be kept
              """);
      assertThat(
              text(
                  Gate.failingAt(HIGH)
                      .acceptingInconclusive()
                      .decide(Evaluation.empty(), Sample.DAY),
                  BRIEF))
          .endsWith("nothing is known to be kept, which the gate accepts\n");
    }

    @Test
    void whenNothingWasFoundTheReportIsShort() {
      Partial part =
          Partial.under(Sample.RULES).verdict(Sample.ROOT, Subject.of("Pod"), Verdict.PASS).build();
      Evaluation evaluation = Evaluation.of(Sample.RULES, Stream.of(part));

      assertThat(text(Gate.failingAt(LOW).decide(evaluation, Sample.DAY), TextStyle.plain()))
          .isEqualTo(
              """
              1 verdict of 4 rules on 1 subject: 1 pass
              KEPT on 2026-11-22: nothing blocks at LOW or above
              """);
    }

    @Test
    void whenSomethingIsOpenTheReportSaysHowMuch() {
      Finding open =
          Sample.finding(
                  Sample.ROOT, Verdict.INCONCLUSIVE, Subject.of("Pod"), Location.in("a.yaml"))
              .message("m")
              .build();

      assertThat(text(Gate.failingAt(HIGH), open))
          .endsWith(
              """
              INCONCLUSIVE on 2026-11-22: nothing is known to be broken, but 1 finding is undecided, which blocks
              """);
      assertThat(text(Gate.failingAt(HIGH).acceptingInconclusive(), open))
          .endsWith("but 1 finding is undecided, which the gate accepts\n");
    }

    @Test
    void whenSeveralBlockTheReportSaysHowMany() {
      assertThat(text(Gate.failingAt(HIGH), root("a.yaml"), root("b.yaml")))
          .endsWith("BROKEN on 2026-11-22: 2 findings block at HIGH or above\n");
    }
  }

  @Nested
  class Grouping {

    private static Finding[] roots(int count) {
      return IntStream.range(0, count)
          .mapToObj(i -> root("file-" + (char) ('a' + i) + ".yaml"))
          .toArray(Finding[]::new);
    }

    @Test
    void twoFindingsThatSayTheSameAreTwoLines() {
      assertThat(text(Gate.failingAt(HIGH), roots(2)))
          .startsWith(
              """
              file-a.yaml:1:1  ! HIGH  runs-as-non-root  Pod file-a.yaml: may run as root
              file-b.yaml:1:1  ! HIGH  runs-as-non-root  Pod file-b.yaml: may run as root

              """);
    }

    @Test
    void threeFindingsThatSayTheSameAreOneWithThreePlaces() {
      assertThat(text(Gate.failingAt(HIGH), roots(3)))
          .startsWith(
              """
              3 places:          ! HIGH  runs-as-non-root  may run as root
                file-a.yaml:1:1  Pod file-a.yaml
                file-b.yaml:1:1  Pod file-b.yaml
                file-c.yaml:1:1  Pod file-c.yaml

              """);
    }

    @ParameterizedTest
    @CsvSource({"5, 5, false", "6, 6, false", "7, 5, true", "20, 5, true"})
    void placesAreCutWhereThatSavesMoreThanALine(int findings, int shown, boolean cut) {
      String text = text(Gate.failingAt(HIGH), roots(findings));

      assertThat(text.lines().filter(line -> line.contains("  Pod file-"))).hasSize(shown);
      assertThat(text.contains("  … and " + (findings - shown) + " more\n")).isEqualTo(cut);
    }

    @Test
    void whatDiffersInSeverityRulingOrWordsIsNotGrouped() {
      Finding[] findings = {
        root("a"),
        root("b"),
        Sample.finding(Sample.ROOT, Verdict.FAIL, Subject.of("Pod"), Location.in("c"))
            .severity(LOW)
            .message("may run as root")
            .build(),
        Sample.finding(Sample.ROOT, Verdict.FAIL, Subject.of("Pod"), Location.in("d"))
            .message("runs as root")
            .build(),
        Sample.finding(Sample.ROOT, Verdict.INCONCLUSIVE, Subject.of("Pod"), Location.in("e"))
            .message("may run as root")
            .build()
      };

      assertThat(text(Gate.failingAt(HIGH), findings)).doesNotContain("places:");
    }

    @Test
    void whatLedToAFindingStaysWithIt() {
      Finding[] findings =
          Stream.of(roots(4))
              .map(
                  finding ->
                      Finding.of(
                              finding.rule(),
                              finding.verdict(),
                              finding.subject(),
                              finding.location())
                          .message(finding.message())
                          .via(finding.location(), "is read")
                          .build())
              .toArray(Finding[]::new);

      String text = text(Gate.failingAt(HIGH), findings);

      assertThat(text).doesNotContain("places:");
      assertThat(text.lines().filter(line -> line.endsWith("  is read"))).hasSize(4);
    }

    @Test
    void manyMembersAreCut() {
      Finding.Builder finding =
          Sample.finding(Sample.ROOT, Verdict.FAIL, Subject.of("Pod"), Location.in("a"));
      IntStream.range(0, 9).forEach(i -> finding.member(Subject.of("Member" + i)));

      assertThat(text(Gate.failingAt(HIGH), finding.message("m").build()))
          .contains("    with Member4\n    … and 4 more\n")
          .doesNotContain("Member5");
    }

    @Test
    void aWaiverThatEndedIsToldOnceForAGroup() {
      Waiver ended =
          Waiver.of("*").because("x").until(Sample.DAY.minusDays(1)).at(Location.in("policy.yaml"));

      String text = text(Gate.failingAt(HIGH).with(List.of(ended)), roots(9));

      assertThat(text.lines().filter(line -> line.startsWith("    ")))
          .containsExactly("    waiver of * on everything (policy.yaml) ended on 2026-11-21");
    }
  }

  @Nested
  class Advice {

    @Test
    void ofARuleWithoutAdviceTheFirstFixIsAnExample() {
      Finding.Builder finding =
          Sample.finding(Sample.ROOT, Verdict.FAIL, Subject.of("Pod"), Location.in("a"));
      Partial part =
          Partial.under(Sample.RULES)
              .finding(finding.message("m").fix(Fix.advice("Set runAsNonRoot to true")).build())
              .build();
      Decision decision =
          Gate.failingAt(HIGH).decide(Evaluation.of(Sample.RULES, Stream.of(part)), Sample.DAY);

      assertThat(text(decision, TextStyle.plain()))
          .contains("\nruns-as-non-root\n  do   such as: Set runAsNonRoot to true\n");
    }

    @Test
    void itIsLeftOutOnRequest() {
      assertThat(text(Sample.decision(), BRIEF)).doesNotContain("  why  ", "  do   ", "  see  ");
    }
  }

  @Nested
  class Safety {

    @Test
    void whatWouldBreakTheLineOrSteerATerminalIsWrittenOut() {
      Subject hostile = Subject.of("Pod").with(Subject.NAME, "a\nKEPT\u001b[2J\u202e");
      Finding finding =
          Sample.finding(Sample.ROOT, Verdict.FAIL, hostile, Location.in("b\r.yaml"))
              .message("m\u2028n😀é")
              .build();

      assertThat(text(Gate.failingAt(HIGH), finding))
          .startsWith(
              "b\\u000d.yaml  ! HIGH  runs-as-non-root  Pod a\\u000aKEPT\\u001b[2J\\u202e:"
                  + " m\\u2028n😀é\n");
    }

    @Test
    void aLongPlacePushesItsOwnLineOnly() {
      String longName = "x".repeat(80);

      assertThat(text(Gate.failingAt(HIGH), root("a.yaml"), root(longName)))
          .contains("a.yaml:1:1  ! HIGH", longName + ":1:1  ! HIGH");
    }

    @Test
    void aFailureOfTheOutputIsTold() {
      Writer broken =
          new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
              throw new IOException("disk full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {
              throw new AssertionError("was closed");
            }
          };

      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> Reports.text(Sample.decision(), broken))
          .withMessageContaining("disk full");
    }
  }

  @Nested
  class Style {

    @Test
    void coloursChangeNothingElse() {
      String colours = text(Sample.decision(), TextStyle.plain().inColour());

      assertThat(colours)
          .contains("\u001b[31m! HIGH  \u001b[0m", "\u001b[33m? HIGH  \u001b[0m")
          .endsWith("\u001b[31mBROKEN on 2026-11-22: 1 finding blocks at HIGH or above\u001b[0m\n");
      assertThat(colours.replaceAll("\u001b\\[[0-9]+m", ""))
          .isEqualTo(text(Sample.decision(), TextStyle.plain()));
    }

    @Test
    void noPlacesAtAllIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TextStyle.plain().showingPlaces(0))
          .withMessage("a report must show 1 place or more but was to show 0");
    }
  }
}
