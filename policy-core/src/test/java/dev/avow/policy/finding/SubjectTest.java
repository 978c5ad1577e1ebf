package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubjectTest {

  private static final Subject BACKEND =
      Subject.of("Deployment").with("namespace", "prod").with("name", "backend");

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of(Subject.of("Everything"), "Everything"),
        Arguments.of(BACKEND, "Deployment prod/backend"),
        Arguments.of(BACKEND.with("container", "api"), "Deployment prod/backend, container api"),
        Arguments.of(
            BACKEND.with("container", "api").with("port", "http"),
            "Deployment prod/backend, container api, port http"),
        Arguments.of(Subject.of("Node").with("name", "a"), "Node a"),
        Arguments.of(
            Subject.of("Job").with("name", "").with("container", "x"),
            "Job (unnamed), container x"),
        Arguments.of(
            Subject.of("Job").with("namespace", "prod").with("name", ""), "Job prod/(unnamed)"),
        Arguments.of(Subject.of("Thing").with("namespace", "prod"), "Thing prod"),
        Arguments.of(
            Subject.of("Thing").with("namespace", "prod").with("part", "x"), "Thing prod, part x"),
        Arguments.of(Subject.of("File").with("file", "SECURITY.md"), "File SECURITY.md"),
        Arguments.of(
            Subject.of("File").with("file", "ci.yml").with("step", "3"), "File ci.yml, step 3"),
        Arguments.of(
            Subject.of("Vulnerability").with("id", "CVE-1").with("id", "GHSA-2"),
            "Vulnerability id CVE-1, id GHSA-2"),
        Arguments.of(
            Subject.of("Case").with("case", "C-1").with("step", "ack"), "Case C-1, step ack"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void itIsWrittenAsAPersonWouldNameIt(Subject subject, String name) {
    assertThat(subject).hasToString(name);
  }

  @Test
  void aPartMayRepeat() {
    Subject subject = Subject.of("Vulnerability").with("id", "CVE-1").with("id", "GHSA-2");

    assertThat(subject.values("id")).containsExactly("CVE-1", "GHSA-2");
    assertThat(subject.values("package")).isEmpty();
  }

  @Test
  void addingAPartLeavesTheOriginalAsItWas() {
    BACKEND.with("container", "api");

    assertThat(BACKEND.parts()).hasSize(2);
  }

  @Test
  void theListOfPartsIsCopied() {
    List<Subject.Part> parts = new ArrayList<>(BACKEND.parts());
    Subject subject = new Subject("Deployment", parts);

    parts.clear();

    assertThat(subject).isEqualTo(BACKEND);
  }

  @Test
  void whatHasNoKindOrAPartWithoutANameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subject.of(" "))
        .withMessage("a subject must have a kind");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BACKEND.with("", "api"))
        .withMessage("a part of a subject must have a name");
  }

  @Test
  void subjectsSortByKindThenPartByPartTheOuterOneFirst() {
    Equality.ofOrder(
        List.of(
            Subject.of("A").with("name", "z"),
            Subject.of("B"),
            Subject.of("B").with("name", "a"),
            Subject.of("B").with("name", "a").with("container", "x"),
            Subject.of("B").with("name", "a").with("container", "y"),
            Subject.of("B").with("name", "b"),
            Subject.of("B").with("namespace", "a")));
  }

  @Test
  void subjectsAreEqualIfKindAndPartsAre() {
    Subject same = Subject.of("Deployment").with("namespace", "prod").with("name", "backend");

    Equality.ofAll(BACKEND, same, Serialized.copyOf(BACKEND));
    Equality.ofNone(
        BACKEND,
        Subject.of("StatefulSet").with("namespace", "prod").with("name", "backend"),
        Subject.of("Deployment").with("name", "backend").with("namespace", "prod"),
        Subject.of("Deployment").with("namespace", "prod"));
  }
}
