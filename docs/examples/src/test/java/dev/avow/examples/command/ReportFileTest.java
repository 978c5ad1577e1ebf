package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

  @TempDir private Path folder;

  private static Consumer<Writer> writing(String text) {
    return out -> {
      try {
        out.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static void breakAfterHalf(Writer out) {
    writing("half of it, ".repeat(10_000)).accept(out);
    throw new UncheckedIOException(new IOException("disk full"));
  }

  @Test
  void isWrittenInUtf8() {
    Path file = folder.resolve("report");

    new ReportFile(file).write(writing("… 😀"));

    assertThat(file).hasContent("… 😀");
  }

  @Test
  void isAsItWasWhereWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "what was there");

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> new ReportFile(file).write(ReportFileTest::breakAfterHalf))
        .withMessageContaining("report: cannot be written")
        .withMessageContaining("disk full");

    assertThat(file).hasContent("what was there");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void isNotThereWhereWritingItForTheFirstTimeFails() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () -> new ReportFile(folder.resolve("report")).write(ReportFileTest::breakAfterHalf));

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void behindALinkIsReplacedAndTheLinkStays() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);

    new ReportFile(link).write(writing("new"));

    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");
  }

  @Test
  void thatIsADeviceStaysADevice() {
    Path device = Path.of("/dev/null");
    assumeThat(device).exists();

    new ReportFile(device).write(writing("gone"));

    assertThat(Files.isRegularFile(device)).isFalse();
  }
}
