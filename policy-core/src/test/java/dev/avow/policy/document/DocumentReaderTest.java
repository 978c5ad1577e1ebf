package dev.avow.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.policy.document.Unreadable.Cause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

  @Nested
  class Schemas {

    @Test
    void kubernetesTakesYesForTrue() {
      assertThat(Reads.value("on: yes")).asString().isEqualTo("{true=true}");
    }

    @Test
    void yaml12TakesYesForAText() {
      Document document = DocumentReader.yaml12().readOne("ci.yaml", "on: yes");

      assertThat(document.field().field("on").text()).contains("yes");
    }

    @Test
    void quotesMakeTexts() {
      assertThat(Reads.value("['yes', \"1\", 'null', '']"))
          .asString()
          .isEqualTo("[yes, 1, null, ]");
      assertThat(Reads.root("a: 'yes'")).extracting(Reads::value).isNotNull();
      assertThat(Reads.places(Reads.root("a: 'yes'"))).contains(".a = TEXT yes 1:4-1:9");
    }

    @Test
    void blocksMakeTexts() {
      assertThat(Reads.value("a: |\n  1\nb: >-\n  true\n")).asString().isEqualTo("{a=1\n, b=true}");
      assertThat(Reads.root("|-\n  1\n")).extracting("kind").isEqualTo(Node.Kind.TEXT);
    }
  }

  @Nested
  class OneDocument {

    @Test
    void isReturned() {
      Document document = DocumentReader.kubernetes().readOne("policy.yaml", "---\na: 1\n");

      assertThat(document.source()).isEqualTo("policy.yaml");
      assertThat(document.number()).isZero();
      assertThat(document.field().field("a").integer()).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "---\n---\n...\n"})
    void isRefusedIfThereIsNone(String text) {
      assertThatThrownBy(() -> DocumentReader.kubernetes().readOne("policy.yaml", text))
          .isInstanceOf(DocumentException.class)
          .hasMessage("policy.yaml: must be one document but is empty");
    }

    @Test
    void isRefusedIfThereAreTwo() {
      assertThatThrownBy(
              () -> DocumentReader.kubernetes().readOne("policy.yaml", "a: 1\n---\nb: 2"))
          .isInstanceOf(DocumentException.class)
          .hasMessage("policy.yaml:3:1: must be one document but here begins another");
    }

    @Test
    void isRefusedWithItsPlaceIfItIsMalformed() {
      assertThatThrownBy(() -> DocumentReader.kubernetes().readOne("policy.yaml", "a: 1\n b: 2"))
          .isInstanceOfSatisfying(
              DocumentException.class,
              refused -> {
                assertThat(refused.location()).hasToString("policy.yaml:2:3");
                assertThat(refused.unreadable().cause()).isEqualTo(Cause.MALFORMED);
              });
    }

    @Test
    void isRefusedIfWhatFollowsIsMalformed() {
      assertThatThrownBy(() -> DocumentReader.kubernetes().readOne("policy.yaml", "a: 1\n---\n]"))
          .isInstanceOf(DocumentException.class);
    }

    @Test
    void isReadFromAFile(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("policy.txt"), "a: 1");

      Document document = DocumentReader.kubernetes().readOne(file);

      assertThat(document.source()).isEqualTo(file.toString().replace('\\', '/'));
      assertThat(Reads.value(document.root())).hasToString("{a=1}");
    }

    @Test
    void isRefusedIfThereIsNoFile(@TempDir Path folder) {
      Path file = folder.resolve("none.yaml");

      assertThatThrownBy(() -> DocumentReader.kubernetes().readOne(file))
          .isInstanceOf(DocumentException.class)
          .hasMessageEndingWith("none.yaml: file must exist but does not");
    }
  }

  @Nested
  class Streams {

    @Test
    void areClosedWithTheirReadings() {
      AtomicBoolean closed = new AtomicBoolean();
      InputStream in =
          new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
              closed.set(true);
            }
          };

      try (Stream<Reading> readings = DocumentReader.kubernetes().read("in", in)) {
        assertThat(readings.count()).isZero();
        assertThat(closed).isFalse();
      }

      assertThat(closed).isTrue();
    }

    @Test
    void mayFailToClose() {
      InputStream in =
          new ByteArrayInputStream("a: 1".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
              throw new IOException("lost");
            }
          };

      try (Stream<Reading> readings = DocumentReader.kubernetes().read("in", in)) {
        assertThat(readings).hasSize(1);
      }
    }

    @Test
    void thatBreakOffAreUnavailableBehindWhatCameBefore() {
      assertThat(breakingOff("a: 1\n---\nb: 2\nc", new IOException("disk gone")))
          .containsExactly("0 at 1:1 {a=1}", "4:2 UNAVAILABLE");
    }

    @Test
    void thatBreakOffBehindJsonKeepIt() {
      assertThat(breakingOff("{\"a\": 1}\n", new IOException("disk gone")))
          .containsExactly("0 at 1:1 {a=1}", "2:1 UNAVAILABLE");
    }

    @Test
    void mayThrowUncheckedToo() {
      assertThat(breakingOff("a: 1\n", new UncheckedIOException(new IOException("disk gone"))))
          .containsExactly("2:1 UNAVAILABLE");
    }

    @Test
    void sayWhyTheyBrokeOff() {
      InputStream in = new Breaking("", new IOException("disk gone"));

      try (Stream<Reading> readings = DocumentReader.kubernetes().read("in", in)) {
        assertThat(readings)
            .singleElement()
            .extracting(reading -> ((Unreadable) reading).reason())
            .isEqualTo("input must be readable to its end but breaks off (disk gone)");
      }
    }

    private static List<String> breakingOff(String text, Exception failure) {
      InputStream in = new Breaking(text, failure);
      try (Stream<Reading> readings = DocumentReader.kubernetes().read("in", in)) {
        return readings.map(Reads::shown).toList();
      }
    }

    @Test
    void areNeverSplitAmongThreads() {
      try (Stream<Reading> readings = DocumentReader.kubernetes().read("in", "a: 1\n---\nb: 2")) {
        assertThat(readings.spliterator().trySplit()).isNull();
      }
      try (Stream<Reading> readings = DocumentReader.kubernetes().read("in", "a: 1\n---\nb: 2")) {
        assertThat(readings.parallel().toList()).hasSize(2);
      }
    }
  }

  @Nested
  class FilesByName {

    @Test
    void thatAreFoldersAreUnavailable(@TempDir Path folder) {
      try (Stream<Reading> readings = DocumentReader.kubernetes().read(folder)) {
        assertThat(readings)
            .singleElement()
            .extracting(reading -> ((Unreadable) reading).cause())
            .isEqualTo(Cause.UNAVAILABLE);
      }
    }

    @Test
    void mayBeCalledAnything(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("a.conf"), "a: 1\n---\nb: 2\n");

      try (Stream<Reading> readings = DocumentReader.kubernetes().read(file)) {
        assertThat(readings.map(Reads::shown)).containsExactly("0 at 1:1 {a=1}", "1 at 3:1 {b=2}");
      }
    }
  }

  /** Gives a text byte by byte, and then fails. */
  private static final class Breaking extends InputStream {

    private final byte[] bytes;
    private final Exception failure;
    private int at;

    Breaking(String text, Exception failure) {
      this.bytes = text.getBytes(StandardCharsets.UTF_8);
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      if (at < bytes.length) {
        return bytes[at++];
      }
      if (failure instanceof IOException checked) {
        throw checked;
      }
      throw (RuntimeException) failure;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      into[from] = (byte) read();
      return 1;
    }
  }
}
