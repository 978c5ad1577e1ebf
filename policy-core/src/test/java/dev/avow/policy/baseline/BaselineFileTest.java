package dev.avow.policy.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.finding.Baseline;
import dev.avow.policy.finding.RuleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineFileTest {

  private static final String FINGERPRINT = "0123456789abcdef0123456789abcdef";
  private static final Baseline KNOWN =
      Baseline.of(
          "f00d",
          List.of(
              entry(FINGERPRINT, "deploy/a.yaml", "Pod a, container 1.0", 2, List.of("Pod: x")),
              entry(FINGERPRINT.replace('0', 'f'), "deploy/b.yaml", "Pod b", 1, List.of())));

  private static final String TEXT =
      """
      # What was found when this was written: known, and blocking nothing. Only ever remove from it.
      apiVersion: avow.dev/v1
      kind: Baseline
      rules: f00d
      findings:
        - rule: runs-as-non-root
          source: deploy/a.yaml
          subject: Pod a, container 1.0
          message: 'may run: as root'
          members:
            - 'Pod: x'
          count: 2
          fingerprint: 0123456789abcdef0123456789abcdef
        - rule: runs-as-non-root
          source: deploy/b.yaml
          subject: Pod b
          message: 'may run: as root'
          fingerprint: f123456789abcdeff123456789abcdef
      """;

  @TempDir private Path folder;

  private static Baseline.Entry entry(
      String fingerprint, String source, String subject, int count, List<String> members) {
    return new Baseline.Entry(
        fingerprint,
        RuleId.of("runs-as-non-root"),
        source,
        subject,
        "may run: as root",
        count,
        members);
  }

  @Test
  void isWrittenForWhoeverReviewsIt() {
    assertThat(BaselineFile.toYaml(KNOWN)).isEqualTo(TEXT);
  }

  @Test
  void isReadBackAsItWasWritten() {
    Path file = folder.resolve("known.yaml");

    BaselineFile.write(KNOWN, file);

    assertThat(BaselineFile.read(file)).isEqualTo(KNOWN);
    assertThat(BaselineFile.parse("t", BaselineFile.toYaml(Baseline.none())))
        .isEqualTo(Baseline.none());
  }

  @Test
  void replacesAFileAtOnceAndLeavesNothingBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("known.yaml"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);

    BaselineFile.write(KNOWN, link);

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent(TEXT);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void leavesTheOldFileWhereItCannotBeReplaced() throws IOException {
    Path taken = folder.resolve("known.yaml");
    Files.createDirectories(taken.resolve("inside"));

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> BaselineFile.write(KNOWN, taken))
        .withMessageContaining("known.yaml: baseline cannot be written");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(taken);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: Baseline           | kind: Basline          | kind must be Baseline but is "Basline"
          rules: f00d              | rulez: f00d            | perhaps "rules", but was "rulez"
          count: 2                 | count: 0               | count must be 1 or more but was 0
          count: 2                 | count: -9223372036854775808 | count must be 1 or more but was 0
          count: 2                 | count: many            | count must be a whole number but is "many"
          rule: runs-as-non-root   | rule: Runs             | rule id must look like "run-as-non-root" but was "Runs"
          f123456789abcdeff123456789abcdef | 0123456789abcdef0123456789abcdef | b.yaml:18:18 (findings[1].fingerprint): fingerprint must be listed once but was already in findings[0]
          f123456789abcdeff123456789abcdef | f1             | fingerprint must be 32 hexadecimal digits but was "f1"
          findings:                | finding:               | findings must be a list but is not set
          source: deploy/a.yaml    | source: [              | b.yaml:
          """)
  void saysWhatIsWrongAndWhere(String sound, String wrong, String message) {
    assertThatExceptionOfType(BaselineException.class)
        .isThrownBy(() -> BaselineFile.parse("b.yaml", TEXT.replace(sound, wrong)))
        .withMessageContaining(message)
        .withMessageContaining("b.yaml:");
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatExceptionOfType(BaselineException.class)
        .isThrownBy(() -> BaselineFile.read(folder.resolve("nowhere.yaml")))
        .withMessageContaining("nowhere.yaml")
        .satisfies(thrown -> assertThat(thrown.problems()).hasSize(1));
  }
}
