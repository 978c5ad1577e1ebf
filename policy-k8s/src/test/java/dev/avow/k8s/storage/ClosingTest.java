package dev.avow.k8s.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClosingTest extends DiskTest {

  @Test
  void refusesWhateverComesAfterwards() throws IOException {
    world.file("file", "content");
    claim.close();
    claim.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> claim.read("file"))
        .withMessage(world.root() + " must be open but was closed");
    assertThatIllegalStateException().isThrownBy(() -> claim.write("file", new byte[1]));
    assertThatIllegalStateException().isThrownBy(() -> claim.resolve("file"));
    assertThat(claim.check("file").reason()).isEmpty();
  }

  @Test
  void leavesOpenWhatWasOpened() throws IOException {
    world.file("dir/file", "content");

    try (SeekableByteChannel file = claim.open("dir/file")) {
      claim.close();

      assertThat(file.read(ByteBuffer.allocate(10))).isEqualTo(7);
    }
  }

  @Test
  void doesNotWaitForAnOperationAndDoesNotCutItShort() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Files.createDirectory(world.path("dir"));
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> write = other.submit(() -> claim.write("dir/file", new Paused(started, closed), 1));
      started.await();
      claim.close();
      assertThat(write).isNotDone();
      closed.countDown();
      write.get();
    } finally {
      other.shutdown();
    }

    assertThat(world.path("dir/file")).hasContent("x");
  }

  /** One byte that comes when it may. */
  private static final class Paused extends FilterInputStream {
    private final CountDownLatch started;
    private final CountDownLatch released;

    Paused(CountDownLatch started, CountDownLatch released) {
      super(new ByteArrayInputStream(new byte[] {'x'}));
      this.started = started;
      this.released = released;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      started.countDown();
      try {
        released.await();
      } catch (InterruptedException interrupted) {
        throw new IOException(interrupted);
      }
      return super.read(into, from, length);
    }
  }

  @Test
  void leavesNoDescriptorBehind() throws IOException {
    world.file("a/b/c/file", "content").link("a/link", "/etc").link("inner", "a/b");
    int before = descriptors();

    try (ContainedDirectory one = ContainedDirectory.at(world.root()).followLinks().open()) {
      for (int i = 0; i < 200; i++) {
        one.read("a/b/c/file");
        one.read("inner/c/file");
        one.list("a/b");
        one.write("a/b/written", new byte[1]);
        one.createDirectory("a/made");
        one.rename("a/made", "a/moved");
        one.delete("a/moved");
        one.resolve("a/b/c/file");
        one.resolve("a/b/nothing/x");
        one.resolve("a/link/passwd");
        Refused.because(Refusal.NOT_A_DIRECTORY, () -> one.read("a/b/c/file/x"));
        Refused.because(Refusal.IS_A_DIRECTORY, () -> one.read("a/b/c"));
      }
      assertThat(descriptors()).isLessThanOrEqualTo(before + 2 + 2 * 3 + 3);
    }

    assertThat(descriptors()).isLessThanOrEqualTo(before + 3);
  }

  @Test
  void keepsNoMoreDirectoriesOpenThanItMay() throws IOException {
    for (int i = 0; i < 40; i++) {
      world.file("dir" + i + "/file", "content");
    }
    int before = descriptors();

    try (ContainedDirectory few = ContainedDirectory.at(world.root()).keepOpen(5).open()) {
      for (int i = 0; i < 80; i++) {
        assertThat(few.read("dir" + i % 40 + "/file")).hasSize(7);
      }
      assertThat(descriptors()).isLessThanOrEqualTo(before + 2 + 2 * 5 + 3);
    }
  }

  /** Returns how many descriptors this process has; other threads may open a few. */
  private static int descriptors() throws IOException {
    Path open = Path.of("/proc/self/fd");
    assumeThat(open).isDirectory();
    try (Stream<Path> all = Files.list(open)) {
      return (int) all.count();
    }
  }

  @Test
  void andEverythingElseMayHappenAtOnce() throws Exception {
    world.file("dir/shared", "x".repeat(50_000));
    ExecutorService workers = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int worker = 0; worker < 8; worker++) {
        String own = "dir/own" + worker;
        char letter = (char) ('a' + worker);
        all.add(workers.submit(() -> work(own, letter)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      workers.shutdown();
    }

    assertThat(claim.list("dir")).extracting(Entry::name).containsExactly("shared");
  }

  private void work(String own, char letter) {
    byte[] bytes = String.valueOf(letter).repeat(50_000).getBytes(UTF_8);
    for (int i = 0; i < 50; i++) {
      claim.createDirectory(own);
      claim.write(own + "/file", bytes);
      assertThat(claim.read(own + "/file")).isEqualTo(bytes);
      claim.write("dir/shared", bytes);
      assertThat(new String(claim.read("dir/shared"), UTF_8).chars().distinct().count())
          .isEqualTo(1);
      claim.delete(own + "/file");
      claim.delete(own);
    }
  }
}
