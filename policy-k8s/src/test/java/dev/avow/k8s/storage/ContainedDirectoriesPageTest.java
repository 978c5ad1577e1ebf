package dev.avow.k8s.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/contained-directories.md says what the code does. */
class ContainedDirectoriesPageTest {

  private static final String PAGE = text("docs/contained-directories.md");

  private static String text(String file) {
    try {
      return Files.readString(Path.of("..").resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026/report.pdf, 200, content",
    "2026%2Freport.pdf, 200, content",
    "2026/none.pdf, 404, ''",
    "2026, 404, ''",
    "large, 413, ''",
    "..%2Fsecret, 400, ''",
    "%252e%252e/secret, 404, ''",
    "link, 400, ''",
    "%zz, 400, ''",
  })
  void showsAnEndpointThatServesFiles(String path, int status, String content, @TempDir Path folder)
      throws IOException {
    Files.createDirectory(folder.resolve("2026"));
    Files.writeString(folder.resolve("2026/report.pdf"), "content");
    Files.writeString(folder.resolve("large"), "x".repeat(100));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("2026/report.pdf"));
    ByteArrayOutputStream body = new ByteArrayOutputStream();

    try (ContainedDirectory claim =
        ContainedDirectory.at(folder).limits(ContainmentLimits.STANDARD.withBytes(99, 99)).open()) {
      assertThat(get(claim, path, body)).isEqualTo(status);
    }

    assertThat(body.toString(UTF_8)).isEqualTo(content);
    assertThat(PAGE).contains("```java\n" + region() + "```");
  }

  // tag::endpoint[]
  static int get(ContainedDirectory claim, String path, OutputStream body) throws IOException {
    try (SeekableByteChannel file = claim.open(claim.decode(path))) {
      Channels.newInputStream(file).transferTo(body);
      return 200;
    } catch (ContainmentException refused) {
      return switch (refused.reason()) {
        case ABSENT, NOT_A_DIRECTORY, IS_A_DIRECTORY -> 404;
        case TOO_LARGE -> 413;
        default -> 400;
      };
    }
  }

  // end::endpoint[]

  private static String region() {
    String source =
        text("policy-k8s/src/test/java/dev/avow/k8s/storage/ContainedDirectoriesPageTest.java");
    int start = source.indexOf("// tag::endpoint[]\n");
    int end = source.indexOf("  // end::endpoint[]", start);
    return source.substring(source.indexOf('\n', start) + 1, end).stripTrailing().stripIndent()
        + "\n";
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void namesEveryRefusalWithItsVerdict(Refusal refusal) {
    assertThat(PAGE).contains("| `%s` | %s |".formatted(refusal, refusal.verdict()));
  }

  @ParameterizedTest
  @EnumSource(Guarantee.class)
  void saysWhatIsGuaranteedInTheSameWords(Guarantee guarantee) {
    assertThat(PAGE).contains("| `%s` | %s |".formatted(guarantee, guarantee.sentence()));
  }

  @Test
  void tellsTheLimits() {
    ContainmentLimits limits = ContainmentLimits.STANDARD;

    assertThat(PAGE)
        .contains(
            String.format(
                Locale.ROOT,
                "%d components, %d links, %,d entries, and %d MiB read and %d MiB written",
                limits.depth(),
                limits.links(),
                limits.entries(),
                limits.bytesRead() >> 20,
                limits.bytesWritten() >> 20));
  }
}
