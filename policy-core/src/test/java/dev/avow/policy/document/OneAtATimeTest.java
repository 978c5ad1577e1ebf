package dev.avow.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory is that of one document, however many there are. */
class OneAtATimeTest {

  private static final int READ_AHEAD = 40_000;

  private static final String TEXT =
      "a text of some length, so that documents are not all overhead, and of no meaning at all";
  private static final String YAML = "a: [1, 2, 3]\ntext: |\n  " + TEXT + "\n---\n";
  private static final String JSON = "{\"a\": [1, 2, 3], \"text\": \"" + TEXT + "\"}";

  @ParameterizedTest
  @ValueSource(strings = {YAML, JSON, JSON + "\n"})
  void nothingIsReadBeforeItIsAskedFor(String document) throws IOException {
    try (Endless in = new Endless(document);
        Stream<Reading> readings = DocumentReader.kubernetes().read("in", in)) {
      Iterator<Reading> all = readings.iterator();

      for (int i = 0; i < 10_000; i++) {
        assertThat(all.next()).isInstanceOf(Document.class);
        assertThat(in.given).isLessThan((i + 1L) * document.length() + READ_AHEAD);
      }
    }
  }

  @Test
  void nothingIsKeptThatWasHandedOver() throws IOException {
    List<WeakReference<Reading>> seen = new ArrayList<>();
    try (Endless in = new Endless(YAML);
        Stream<Reading> readings = DocumentReader.kubernetes().read("in", in)) {
      Iterator<Reading> all = readings.iterator();
      for (int i = 0; i < 2_000; i++) {
        seen.add(new WeakReference<>(all.next()));
      }

      assertThat(held(seen)).isLessThan(10);
      assertThat(all.hasNext()).isTrue();
    }
  }

  @Test
  void whatIsTooLongIsNotKeptWhileItIsPassedOver() throws IOException {
    Limits limits = new Limits(1000, 10, 100);
    try (Endless in = new Endless("  - some item of a list without end\n");
        Stream<Reading> readings =
            DocumentReader.kubernetes().within(limits).read("in", in.upTo(20_000_000))) {
      assertThat(readings.map(Reads::shown)).containsExactly("1:1 TOO_LARGE");
    }
  }

  private static long held(List<WeakReference<Reading>> seen) {
    long held = seen.size();
    for (int i = 0; i < 20 && held > 1; i++) {
      System.gc();
      held = seen.stream().filter(each -> each.get() != null).count();
    }
    return held;
  }

  /** Gives the same document again and again, and counts. */
  private static final class Endless extends InputStream {

    private final byte[] document;
    private long given;
    private long end = Long.MAX_VALUE;

    Endless(String document) {
      this.document = document.getBytes(StandardCharsets.UTF_8);
    }

    Endless upTo(long bytes) {
      end = bytes;
      return this;
    }

    @Override
    public int read() {
      return given < end ? document[(int) (given++ % document.length)] : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (given >= end) {
        return -1;
      }
      int at = (int) (given % document.length);
      int count = Math.min(length, document.length - at);
      System.arraycopy(document, at, into, from, count);
      given += count;
      return count;
    }
  }
}
