package dev.avow.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.avow.policy.Conformance;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.finding.Waiver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SarifReportTest {

  private static final ReportStyle STYLE = ReportStyle.standard();

  private static Field run(Decision decision, ReportStyle style) {
    return Written.read(Written.sarif(decision, style)).at("runs[0]");
  }

  private static Field run(Decision decision) {
    return run(decision, STYLE);
  }

  private static Field result(Finding finding) {
    return run(Written.decision(Written.GATE, finding)).at("results[0]");
  }

  static Stream<Decision> decisions() {
    return Stream.of(
        Sample.decision(),
        Written.hostile(),
        Written.decision(Written.GATE, Written.roots(50)),
        Written.GATE.decide(Evaluation.empty(), Sample.DAY));
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void itIsValidAgainstTheSchemaOfOasis(Decision decision) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(Files.readString(Conformance.at("schemas/sarif-2.1.0.json")));

    for (ReportStyle style : List.of(STYLE, Written.hostileStyle(), STYLE.showingPerRule(1))) {
      assertThat(schema.validate(Written.sarif(decision, style), InputFormat.JSON)).isEmpty();
    }
    assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void everyFindingIsAResultSaveWhatTheGateHides() {
    Field run = run(Sample.decision());

    assertThat(Written.texts(run.at("results"), "properties.ruling"))
        .containsExactly(
            "blocks",
            "undecided",
            "reported",
            "reported",
            "reported",
            "reported",
            "reported",
            "waived");
    assertThat(run.at("properties.rulings.hidden").integer()).hasValue(1L);
    assertThat(run.at("properties.verdicts.FAIL").integer()).hasValue(8L);
    assertThat(run.at("columnKind").text()).contains("unicodeCodePoints");
  }

  @Nested
  class ARule {

    private final Field rule = run(Sample.decision()).at("tool.driver.rules[0]");

    @Test
    void saysWhyAndWhatToDo() {
      assertThat(rule.at("id").text()).contains("drops-all-capabilities");
      assertThat(rule.at("shortDescription.text").text()).contains("drops all capabilities");
      assertThat(rule.at("fullDescription.text").text())
          .contains("A capability that nobody needs is a way out of the container.");
      assertThat(rule.at("help.text").text())
          .contains(
              """
              drops all capabilities
              Why: A capability that nobody needs is a way out of the container.
              Do: Drop ALL and add back what is needed
              See: https://kubernetes.io/docs/concepts/security/pod-security-standards/\
              """);
      assertThat(rule.at("help.markdown").text().orElseThrow())
          .startsWith("**drops all capabilities**\n\nA capability")
          .contains("**Do:** Drop ALL", "See <https://kubernetes.io/docs/");
      assertThat(rule.at("helpUri").text())
          .contains("https://kubernetes.io/docs/concepts/security/pod-security-standards/");
    }

    @Test
    void hasTheScoreAndTheTagsThatGitHubReads() {
      assertThat(rule.at("properties.security-severity").text()).contains("8.0");
      assertThat(rule.at("properties.tags").items())
          .map(tag -> tag.text().orElseThrow())
          .containsExactly("security", "container");
      assertThat(rule.at("defaultConfiguration.level").text()).contains("error");
    }

    @ParameterizedTest
    @CsvSource({
      "CRITICAL, error, 9.5",
      "HIGH, error, 8.0",
      "MEDIUM, warning, 5.5",
      "LOW, note, 2.0",
      "INFO, note, ''",
      "UNKNOWN, warning, ''"
    })
    void hasALevelAndAScoreForEachSeverity(Severity severity, String level, String score) {
      assertThat(SarifLevel.of(severity)).isEqualTo(level);
      assertThat(SarifLevel.score(severity)).isEqualTo(score);
    }

    @Test
    void isWhereItsResultsSayThatItIs() {
      Field run = run(Sample.decision());

      for (Field result : run.at("results").items()) {
        long index = result.at("ruleIndex").integer().orElseThrow();
        assertThat(run.at("tool.driver.rules[" + index + "].id").text())
            .isEqualTo(result.at("ruleId").text());
      }
    }
  }

  @Nested
  class AResult {

    @Test
    void pointsAtTheExactRegion() {
      Field place =
          result(Written.root("web", new Location("deploy/a.yaml", 28, 11, 30, 4, "spec")).build())
              .at("locations[0].physicalLocation");

      assertThat(place.at("artifactLocation.uri").text()).contains("deploy/a.yaml");
      assertThat(place.at("artifactLocation.uriBaseId").text()).contains("%SRCROOT%");
      assertThat(place.at("region").fields())
          .map(field -> field.name() + "=" + field.integer().orElseThrow())
          .containsExactly("startLine=28", "startColumn=11", "endLine=30", "endColumn=4");
    }

    @Test
    void aboutAWholeFileStandsAtItsFirstLine() {
      Field region =
          result(Written.root("web", Location.in("a.yaml")).build())
              .at("locations[0].physicalLocation.region");

      assertThat(region.fields()).map(Field::name).containsExactly("startLine");
      assertThat(region.at("startLine").integer()).hasValue(1L);
    }

    @Test
    void thatCouldNotBeDecidedIsOpenAndHasNoLevel() {
      Field open = run(Sample.decision()).at("results[1]");

      assertThat(open.at("kind").text()).contains("open");
      assertThat(open.at("level").text()).contains("none");
      assertThat(open.at("message.text").text().orElseThrow())
          .contains("cannot be decided without the value of runAsNonRoot");
    }

    @Test
    void ofABrokenPromiseHasTheLevelOfItsOwnSeverity() {
      Field low = result(Written.root("x", Location.in("a")).severity(Severity.LOW).build());

      assertThat(low.at("kind").text()).contains("fail");
      assertThat(low.at("level").text()).contains("note");
    }

    @Test
    void saysWhomItConcernsAndWhatWouldMendIt() {
      Finding finding =
          Written.root("web", Location.in("a"))
              .member(Subject.of("Secret").with(Subject.NAME, "db"))
              .fix(Fix.advice("Set runAsNonRoot"))
              .build();

      assertThat(result(finding).at("message.text").text())
          .contains("Pod a/web: may run as root\nwith Secret db\nfix: Set runAsNonRoot");
    }

    @Test
    void hasTheWayThatLeadsToItAsACodeFlow() {
      Field flow = run(Sample.decision()).at("results[6].codeFlows[0].threadFlows[0].locations");

      assertThat(Written.texts(flow, "location.message.text"))
          .containsExactly(
              "is read from Secret db", "goes into ConfigMap app", "shows a secret in its status");
    }

    @Test
    void showsTheSourceThatTheCallerBrings() {
      ReportStyle style =
          STYLE.withExcerpts(finding -> Optional.of(new Excerpt(2, List.of("a:", "  b: 1"))));
      Field context =
          run(Written.decision(Written.GATE, Written.root("web")), style)
              .at("results[0].locations[0].physicalLocation.contextRegion");

      assertThat(context.at("startLine").integer()).hasValue(2L);
      assertThat(context.at("endLine").integer()).hasValue(3L);
      assertThat(context.at("snippet.text").text()).contains("a:\n  b: 1");
    }

    @Test
    void makesNoLinkOfWhatAnInputSays() {
      Field result =
          result(Written.root("web", Location.in("a")).message("has [x](http://evil)").build());

      assertThat(result.at("message.text").text()).contains("Pod a/web: has \\[x\\](http://evil)");
    }
  }

  @Nested
  class Suppressions {

    @Test
    void sayWhyAndUntilWhen() {
      Field suppression = run(Sample.decision()).at("results[7].suppressions[0]");

      assertThat(suppression.at("kind").text()).contains("external");
      assertThat(suppression.at("status").text()).contains("accepted");
      assertThat(suppression.at("justification").text()).contains("preview builds");
      assertThat(suppression.at("properties.owner").text()).contains("team-web");
      assertThat(suppression.at("properties.lastDay").text()).contains("2027-01-31");
      assertThat(suppression.at("location.physicalLocation.artifactLocation.uri").text())
          .contains("policy.yaml");
    }

    @Test
    void areListedForEveryResultSinceSarifAsksForAllOrNone() {
      assertThat(run(Sample.decision()).at("results").items())
          .allSatisfy(result -> assertThat(result.at("suppressions").isAbsent()).isFalse());
    }

    @Test
    void besideTheResourceAreInSource() {
      Waiver beside = Waiver.of("*").because("x").at(Location.at("web.yaml", 1, 1));

      Field suppression =
          run(Written.decision(Written.GATE.with(List.of(beside)), Written.root("web")))
              .at("results[0].suppressions[0]");

      assertThat(suppression.at("kind").text()).contains("inSource");
    }

    @Test
    void writtenInCodeAreInNoFile() {
      Waiver inCode = Waiver.of("*").because("x");

      Field suppression =
          run(Written.decision(Written.GATE.with(List.of(inCode)), Written.root("web")))
              .at("results[0].suppressions[0]");

      assertThat(suppression.at("location").isAbsent()).isTrue();
    }
  }

  @Nested
  class Fingerprints {

    private static List<String> of(Finding... findings) {
      return Written.texts(
          run(Written.decision(Written.GATE, findings)).at("results"),
          "partialFingerprints.primaryLocationLineHash");
    }

    @Test
    void stayWhenLinesMoveAndOtherFindingsComeAndGo() {
      Finding moved = Written.root("web", Location.at("web.yaml", 300, 7)).build();

      assertThat(of(Written.root("aaa"), moved, Written.root("zzz")))
          .hasSize(3)
          .containsAll(of(Written.root("web")));
    }

    @Test
    void areDifferentForWhatIsSaidTwice() {
      List<String> twice =
          of(Written.root("web"), Written.root("web", Location.at("web.yaml", 9, 1)).build());

      assertThat(new HashSet<>(twice)).hasSize(2);
      assertThat(twice).containsAll(of(Written.root("web")));
    }

    @Test
    void doNotDependOnHowMuchIsTold() {
      Decision decision = Written.decision(Written.GATE, Written.roots(9));
      List<String> all =
          Written.texts(run(decision).at("results"), "partialFingerprints.avowFinding/v1");

      assertThat(
              Written.texts(
                  run(decision, STYLE.showingPerRule(3)).at("results"),
                  "partialFingerprints.avowFinding/v1"))
          .isEqualTo(all.subList(0, 3));
    }
  }

  @Nested
  class Limits {

    @Test
    void whatGitHubWouldRefuseIsCountedAndTheWeightiestAreKept() {
      List<Finding> findings = new ArrayList<>();
      for (int i = 0; i < SarifReport.MOST_RESULTS + 10; i++) {
        Severity severity = i < 20 ? Severity.LOW : Severity.HIGH;
        findings.add(
            Written.root("p" + i, Location.at("a.yaml", i + 1, 1)).severity(severity).build());
      }

      String sarif = Written.sarif(Written.decision(Written.GATE, findings), STYLE);

      assertThat(occurrences("\"ruleIndex\"", sarif)).isEqualTo(25_000);
      assertThat(occurrences("\"level\" : \"error\"", sarif.replace("\": ", "\" : ")))
          .isGreaterThanOrEqualTo(24_990);
      assertThat(sarif)
          .contains(
              "\"… and 10 more of runs-as-non-root: 10 reported\"",
              "\"omittedResults\": 10",
              "\"blocks\": 24990");
    }

    @Test
    void whatIsLargerThanGitHubTakesIsCountedAndTheWeightiestAreKept() throws IOException {
      Random random = new Random(1);
      List<Finding> findings = new ArrayList<>();
      for (int i = 0; i < 9_000; i++) {
        String noise =
            random
                .ints(1_800, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        Severity severity = i == 8_999 ? Severity.CRITICAL : Severity.HIGH;
        findings.add(
            Written.root("p" + i, Location.at("a.yaml", i + 1, 1))
                .severity(severity)
                .message(noise)
                .build());
      }

      String sarif = Written.sarif(Written.decision(Written.GATE, findings), STYLE);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(sarif.getBytes(StandardCharsets.UTF_8));
      }

      assertThat(packed.size()).isBetween(9_000_000, 10_000_000);
      assertThat(sarif).contains("p8999", "\"blocks\": 9000");
      assertThat(sarif)
          .contains("\"omittedResults\": " + (9_000 - occurrences("\"ruleIndex\"", sarif)));
    }

    private static int occurrences(String text, String within) {
      return within.split(Pattern.quote(text), -1).length - 1;
    }

    @Test
    void aWayWithMoreStationsThanGitHubTakesIsCut() {
      Finding.Builder finding = Written.root("web", Location.in("a"));
      for (int i = 0; i < 1_500; i++) {
        finding.via(Location.at("a", i + 1, 1), "hop");
      }

      assertThat(result(finding.build()).at("codeFlows[0].threadFlows[0].locations").items())
          .hasSize(1_000);
    }

    @Test
    void aLongMessageIsCut() {
      Finding finding = Written.root("web", Location.in("a")).message("x".repeat(90_000)).build();

      assertThat(result(finding).at("message.text").text().orElseThrow())
          .hasSizeLessThanOrEqualTo(2_000)
          .endsWith("…");
    }
  }

  @Test
  void findingsThatCouldNotBeDecidedCountAsSuch() {
    Finding open =
        Finding.of(Sample.ROOT, Verdict.INCONCLUSIVE, Subject.of("Pod"), Location.in("a"))
            .severity(Severity.HIGH)
            .build();

    assertThat(run(Written.decision(Written.GATE, open)).at("properties.outcome").text())
        .contains("INCONCLUSIVE");
  }
}
