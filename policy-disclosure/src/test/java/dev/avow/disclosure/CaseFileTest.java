package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFileTest {

  private static final String YAML =
      """
      apiVersion: avow.dev/v1
      kind: DisclosureCase
      id: PVC-2026-1
      severity: high
      component: backend
      channel: private-advisory
      facts:
        - what: reported
          at: 2026-11-20T19:30:00+01:00
          by: alice@example.org
        - what: address-checked
          at: 2026-11-21T08:00:00Z
          details:
            announcement: chat
            works: true
      """;

  private static final DisclosureCase CASE =
      DisclosureCase.open("PVC-2026-1")
          .severity(Severity.HIGH)
          .component("backend")
          .channel("private-advisory")
          .with(Fact.of(REPORTED, at("2026-11-20T18:30Z")).by("alice@example.org"))
          .with(Fact.addressChecked("chat", true, at("2026-11-21T08:00Z")));

  private static String facts(String facts) {
    return """
    apiVersion: avow.dev/v1
    kind: DisclosureCase
    id: C-1
    facts:
    """
        + facts.indent(2);
  }

  private static List<String> problems(String text) {
    try {
      DisclosureCase read = DisclosureCase.parse("case.yaml", text);
      throw new AssertionError("was read as " + read);
    } catch (CaseException refused) {
      return refused.problems().stream().map(Object::toString).toList();
    }
  }

  @Test
  void isReadFromYaml() {
    DisclosureCase read = DisclosureCase.parse("case.yaml", YAML);

    assertThat(read).isEqualTo(CASE);
    assertThat(read.declaredAt()).hasToString("case.yaml:1:1");
    assertThat(read.facts())
        .extracting(fact -> fact.declaredAt().toString())
        .containsExactly("case.yaml:8:5", "case.yaml:11:5");
  }

  @Test
  void isReadFromJson() {
    assertThat(
            DisclosureCase.parse(
                """
                {"apiVersion": "avow.dev/v1", "kind": "DisclosureCase", "id": "C-1",
                 "facts": [{"what": "reported", "at": "2026-11-02T15:00:00Z"},
                           {"what": "acknowledged", "at": "2026-11-03T15:00:00Z"}]}
                """))
        .isEqualTo(
            DisclosureCase.open("C-1")
                .with(Fact.of(REPORTED, at("2026-11-02T15:00Z")))
                .with(Fact.of(ACKNOWLEDGED, at("2026-11-03T15:00Z"))));
  }

  @Test
  void readsBackWhatItWrites() {
    assertThat(DisclosureCase.parse(CASE.toYaml())).isEqualTo(CASE);
    assertThat(DisclosureCase.parse(CASE.toJson())).isEqualTo(CASE);
    assertThat(CASE.toYaml())
        .isEqualTo(
            YAML.replace("2026-11-20T19:30:00+01:00", "2026-11-20T18:30:00Z")
                .replace("works: true", "works: \"true\""));
  }

  @Test
  void isReadFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), YAML);

    assertThat(DisclosureCase.read(file)).isEqualTo(CASE);
  }

  @Test
  void aFileThatIsNotThereIsToldByItsName(@TempDir Path folder) {
    Path missing = folder.resolve("case.yaml");

    assertThatExceptionOfType(CaseException.class)
        .isThrownBy(() -> DisclosureCase.read(missing))
        .withMessageContaining("case.yaml");
  }

  @Test
  void mayHaveNoFactsYet() {
    assertThat(
            DisclosureCase.parse(
                    "{apiVersion: avow.dev/v1, kind: DisclosureCase, id: C-1, facts: []}")
                .facts())
        .isEmpty();
  }

  @Test
  void hasASchemaForEditors() {
    Field schema =
        DocumentReader.yaml12().readOne("schema.json", DisclosureCase.jsonSchema()).field();

    assertThat(schema.at("properties").fields())
        .extracting(Field::name)
        .containsExactly(
            "apiVersion",
            "kind",
            "id",
            "title",
            "tlp",
            "severity",
            "component",
            "channel",
            "facts");
    assertThat(schema.at("additionalProperties").flag()).contains(false);
    assertThat(schema.at("properties.facts.items.properties.at.format").text())
        .contains("date-time");
  }

  @Nested
  class Problems {

    @Test
    void areToldAllAtOnceWithTheirPlaces() {
      String text =
          """
          apiVersion: avow.dev/v1
          kind: DisclosureCase
          id: C-1
          severety: high
          facts:
            - what: reported
              at: 2026-11-20T18:30:00
            - what: Acknowledged
              at: yesterday
            - at: 2026-11-21T08:00:00Z
          """;

      assertThat(problems(text))
          .containsExactly(
              "case.yaml:4:1 (severety): field must be a known one, perhaps \"severity\", but was"
                  + " \"severety\"",
              "case.yaml:7:9 (facts[0].at): instant must carry an offset, as in"
                  + " 2026-11-20T10:00:00Z, but was \"2026-11-20T18:30:00\"",
              "case.yaml:8:11 (facts[1].what): milestone must look like \"fix-released\" but was"
                  + " \"Acknowledged\"",
              "case.yaml:9:9 (facts[1].at): instant must look like 2026-11-20T10:00:00Z but was"
                  + " \"yesterday\"",
              "case.yaml:10:5 (facts[2].what): what must be a milestone such as \"fix-released\""
                  + " but is not set");
    }

    @Test
    void nameTheFactThatIsOutOfOrder() {
      assertThat(
              problems(
                  facts(
                      """
                      - what: reported
                        at: 2026-11-20T18:30:00Z
                      - what: acknowledged
                        at: 2026-11-20T17:30:00Z
                      - what: triaged
                        at: 2026-11-20T19:30:00Z
                      - what: severity-assessed
                        at: 2026-11-20T19:00:00Z
                      """)))
          .containsExactly(
              "case.yaml:7:5 (facts[1]): acknowledged must not be before reported at"
                  + " 2026-11-20T18:30:00Z but was at 2026-11-20T17:30:00Z",
              "case.yaml:11:5 (facts[3]): severity-assessed must not be before triaged at"
                  + " 2026-11-20T19:30:00Z but was at 2026-11-20T19:00:00Z",
              "case.yaml:11:5 (facts[3]): detail severity of severity-assessed must be unknown,"
                  + " info, low, medium, high or critical but is not set");
    }

    @Test
    void nameAnAnswerBeforeTheReport() {
      assertThat(
              problems(
                  facts(
                      """
                      - what: acknowledged
                        at: 2026-11-20T17:30:00Z
                      - what: reported
                        at: 2026-11-20T18:30:00Z
                      """)))
          .containsExactly(
              "case.yaml:5:5 (facts[0]): acknowledged must come after reported but comes before"
                  + " it");
    }

    @Test
    void nameFactsFromTheFutureWithTheirPlaces() {
      DisclosureCase read = DisclosureCase.parse("case.yaml", YAML);

      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(
              () -> DisclosurePlanner.of(Policies.typekro()).plan(read, at("2026-11-20T18:00Z")))
          .withMessage(
              """
              case.yaml:8:5 (facts[0]): reported must not be after 2026-11-20T18:00:00Z, which is \
              now, but was at 2026-11-20T18:30:00Z
              case.yaml:11:5 (facts[1]): address-checked must not be after 2026-11-20T18:00:00Z, \
              which is now, but was at 2026-11-21T08:00:00Z\
              """);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'' | case.yaml",
          "'[]' | document must be a mapping with the fields apiVersion, kind, id",
          "'a: b: c' | case.yaml:1",
          "'{apiVersion: avow.dev/v2, kind: DisclosureCase, id: a, facts: []}' | avow.dev/v2",
          "'{apiVersion: avow.dev/v1, kind: SecurityPolicy, id: a, facts: []}' | SecurityPolicy",
          "'{apiVersion: avow.dev/v1, kind: DisclosureCase, id: \" \", facts: []}' | but was blank",
          "'{apiVersion: avow.dev/v1, kind: DisclosureCase, id: a}' | facts must be a list but is"
              + " not set",
          "'{apiVersion: avow.dev/v1, kind: DisclosureCase, id: a, facts: null}' | facts must be a"
              + " list but is null",
          "'{apiVersion: avow.dev/v1, kind: DisclosureCase, id: a, facts: [reported]}' | facts[0]"
              + " must be a mapping",
          "'{apiVersion: avow.dev/v1, kind: DisclosureCase, id: 7, facts: []}' | id must be a text"
              + " but is 7",
        })
    void areToldForWhatIsNoCase(String text, String message) {
      assertThat(problems(text)).singleElement().asString().contains(message);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2026-11-20", "2026-11-20 18:30:00Z", "20261120T183000Z", "2026-11-20T25:00:00Z",
          "2027-02-29T10:00:00Z", "+12026-11-20T18:30:00Z", "1763663400", "2026-11-20T18:30:60Z"
        })
    void areToldForWhatIsNoInstant(String instant) {
      assertThat(problems(facts("- {what: reported, at: \"%s\"}".formatted(instant))))
          .containsExactly(
              "case.yaml:5:26 (facts[0].at): instant must look like 2026-11-20T10:00:00Z but was"
                  + " \"%s\"".formatted(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T18:30:00", "2026-11-20T18:30", "2026-11-20 18:30:00"})
    void areToldForLocalTimes(String instant) {
      assertThat(problems(facts("- {what: reported, at: \"%s\"}".formatted(instant))))
          .containsExactly(
              "case.yaml:5:26 (facts[0].at): instant must carry an offset, as in"
                  + " 2026-11-20T10:00:00Z, but was \"%s\"".formatted(instant));
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-20T18:30:00Z, 2026-11-20T18:30Z",
      "2026-11-20T18:30:00.5+05:45, 2026-11-20T12:45:00.5Z",
      "2026-11-20T00:00:00-00:00, 2026-11-20T00:00Z",
      "2028-02-29T23:59:59z, 2028-02-29T23:59:59Z",
    })
    void areNotToldForInstantsWithAnyOffset(String written, String instant) {
      assertThat(
              DisclosureCase.parse(facts("- {what: reported, at: \"%s\"}".formatted(written)))
                  .facts())
          .extracting(Fact::at)
          .containsExactly(at(instant));
    }

    @Test
    void areToldForKeysThatRepeatBesideAllOthers() {
      assertThat(
              problems(
                  facts(
                      "- {what: reported, what: triaged, at: 2026-11-20T18:30:00Z, details: {a:"
                          + " [1]}}")))
          .containsExactly(
              "case.yaml:5:22 (facts[0].what): key \"what\" must appear once but is on line 5,"
                  + " column 6 and column 22",
              "case.yaml:5:76 (facts[0].details.a): a must be a text but is a list of 1");
    }

    @Test
    void areToldForDetailsThatAreNoPlainValue() {
      assertThat(
              problems(
                  facts(
                      "- {what: reported, at: 2026-11-20T18:30:00Z, details: {a: [1], b: null}}")))
          .containsExactly(
              "case.yaml:5:61 (facts[0].details.a): a must be a text but is a list of 1",
              "case.yaml:5:69 (facts[0].details.b): b must be a text but is null");
    }
  }
}
