package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.CONFIRMED;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts are added to files, which keep all else. */
class CaseFileChangesTest {

  private static final String HEAD = "apiVersion: avow.dev/v1\nkind: DisclosureCase\nid: C-1\n";
  private static final Fact FACT =
      Fact.of(ACKNOWLEDGED, at("2026-11-03T15:00Z")).by("bob").with("text", "a: \"b\"\n# c");
  private static final String ITEM =
      "what: acknowledged\n%1$sat: 2026-11-03T15:00:00Z\n%1$sby: bob\n%1$sdetails:\n%1$s  text: ";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("case.yaml");
  }

  @AfterEach
  void nothingElseIsLeftBehind() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .allMatch(name -> name.startsWith("case"));
    }
  }

  private String added(String text) throws IOException {
    Files.writeString(file, text);
    DisclosureCase before = DisclosureCase.read(file);

    DisclosureCase after = CaseFile.add(file, FACT);

    assertThat(after).isEqualTo(before.with(FACT)).isEqualTo(DisclosureCase.read(file));
    return Files.readString(file);
  }

  private static String item(String indent) {
    return ITEM.formatted(indent);
  }

  @Test
  void atTheEnd() throws IOException {
    String text =
        HEAD + "# all\nfacts: # so far\n  - what: reported\n    at: 2026-11-02T15:00:00Z\n";

    assertThat(added(text)).startsWith(text + "  - " + item("    ")).endsWith("\n");
  }

  @Test
  void beforeWhatStandsBehindTheList() throws IOException {
    String text =
        HEAD
            + "facts:\n"
            + "- what: reported # by mail\n"
            + "  at: 2026-11-02T15:00:00Z\n\n"
            + "# who it is about\n"
            + "component: backend\n";

    assertThat(added(text))
        .startsWith(
            HEAD
                + "facts:\n- what: reported # by mail\n  at: 2026-11-02T15:00:00Z\n- "
                + item("  "))
        .endsWith("\n\n# who it is about\ncomponent: backend\n");
  }

  @Test
  void behindTextsOfManyLinesAndComments() throws IOException {
    String text =
        HEAD
            + """
            facts:
              - what: reported
                at: 2026-11-02T15:00:00Z
                details:
                  text: |
                    facts:
                      - what: never

                    # no comment
                  more: "on
                    two lines"
                # about the report

              # about all
            """;

    assertThat(added(text)).startsWith(text.stripTrailing() + "\n  - " + item("    "));
  }

  @Test
  void behindFactsInFlowStyle() throws IOException {
    String text = HEAD + "facts:\n    - {what: reported,\n       at: 2026-11-02T15:00:00Z}\n";

    assertThat(added(text)).startsWith(text + "    - " + item("      "));
  }

  @Test
  void behindADashOnALineOfItsOwn() throws IOException {
    String text = HEAD + "facts:\n  -\n    what: reported\n    at: 2026-11-02T15:00:00Z\n";

    assertThat(added(text)).startsWith(text + "  - " + item("    "));
  }

  @Test
  void whereTheLastLineDoesNotEnd() throws IOException {
    String text = HEAD + "facts:\n  - what: reported\n    at: 2026-11-02T15:00:00Z";

    assertThat(added(text)).startsWith(text + "\n  - " + item("    ")).endsWith("\n");
  }

  @Test
  void withTheLineEndsOfTheFile() throws IOException {
    String text =
        (HEAD + "facts:\n  - what: reported\n    at: 2026-11-02T15:00:00Z\n").replace("\n", "\r\n");

    assertThat(added(text)).startsWith(text).doesNotContainPattern("[^\r]\n");
  }

  @Test
  void toAnEmptyList() throws IOException {
    Files.writeString(file, HEAD + "facts: [] # none yet\ncomponent: backend\n");

    CaseFile.add(file, Fact.of(REPORTED, at("2026-11-02T15:00Z")));

    assertThat(file)
        .hasContent(
            HEAD
                + "facts: # none yet\n  - what: reported\n    at: 2026-11-02T15:00:00Z\n"
                + "component: backend\n");
  }

  @Test
  void toJson() throws IOException {
    DisclosureCase theCase =
        DisclosureCase.open("C-1").with(Fact.of(REPORTED, at("2026-11-02T15:00Z")));

    assertThat(added(theCase.toJson())).isEqualTo(theCase.with(FACT).toJson());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facts: [{what: reported, at: 2026-11-02T15:00:00Z}]\n",
        "? facts\n: - {what: reported, at: 2026-11-02T15:00:00Z}\n",
        "\"facts\": []\n"
      })
  void notToWhatCannotBeAddedTo(String facts) throws IOException {
    Files.writeString(file, HEAD + facts);
    DisclosureCase before = DisclosureCase.read(file);
    Fact fact = Fact.of(CONFIRMED, at("2026-11-03T15:00Z"));

    try {
      assertThat(CaseFile.add(file, fact)).isEqualTo(before.with(fact));
    } catch (UncheckedIOException | CaseException refused) {
      assertThat(file).hasContent(HEAD + facts);
      assertThat(refused).hasMessageContaining("case.yaml");
      return;
    }
    assertThat(DisclosureCase.read(file)).isEqualTo(before.with(fact));
  }

  @Test
  void notWhereTheFactIsWrong() throws IOException {
    String text = HEAD + "facts:\n  - what: confirmed\n    at: 2026-11-02T15:00:00Z\n";
    Files.writeString(file, text);

    assertThatExceptionOfType(CaseException.class).isThrownBy(() -> CaseFile.add(file, FACT));
    assertThat(file).hasContent(text);
  }

  @Test
  void keepingWhoMayReadTheFileAndWhereItIs() throws IOException {
    Path target = folder.resolve("case-target.yaml");
    Files.writeString(target, HEAD + "facts:\n  - what: reported\n    at: 2026-11-02T15:00:00Z\n");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(file, target);

    CaseFile.add(file, FACT);

    assertThat(Files.isSymbolicLink(file)).isTrue();
    assertThat(DisclosureCase.read(target).facts()).hasSize(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aNewFileIsItsOwnersAndReplacesNone() throws IOException {
    DisclosureCase theCase = DisclosureCase.open("C-1").title("Title").marked(Tlp.RED);
    CaseFile.create(file, theCase);

    assertThat(DisclosureCase.read(file)).isEqualTo(theCase);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> CaseFile.create(file, theCase))
        .withMessageEndingWith("case.yaml cannot be written: it is there already");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> CaseFile.add(folder.resolve("case-no.yaml"), FACT))
        .withMessageContaining("case-no.yaml cannot be changed");
  }
}
