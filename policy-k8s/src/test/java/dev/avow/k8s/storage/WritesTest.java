package dev.avow.k8s.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritesTest extends DiskTest {

  private static final byte[] NEW = {'n', 'e', 'w'};

  @Test
  void createAndReplace() throws IOException {
    claim.write("file", NEW);
    assertThat(world.path("file")).hasContent("new");

    claim.write("file", new byte[0]);
    assertThat(world.path("file")).isEmptyFile();

    claim.write("file", new ByteArrayInputStream(new byte[200_000]), 200_000);
    assertThat(world.path("file")).hasSize(200_000);
    assertOnly("file");
  }

  @Test
  void leaveAnOpenReaderTheOldFile() throws IOException {
    world.file("file", "old");

    try (SeekableByteChannel before = claim.open("file")) {
      claim.write("file", NEW);

      assertThat(Files.readString(world.path("file"))).isEqualTo("new");
      assertThat(before.size()).isEqualTo(3);
    }
  }

  @Test
  void needADirectory() {
    Refused.because(Refusal.ABSENT, () -> claim.write("nothing/file", NEW));
    Refused.because(Refusal.NOT_A_DIRECTORY, () -> claim.write("file/", NEW));
    Refused.because(Refusal.ROOT_ITSELF, () -> claim.write(".", NEW));
    assertThat(world.root()).isEmptyDirectory();
  }

  @Test
  void doNotReplaceDirectories() throws IOException {
    Files.createDirectory(world.path("dir"));

    Refused.because(Refusal.IS_A_DIRECTORY, () -> claim.write("dir", NEW));
  }

  @Test
  void doNotGoThroughLinks() throws IOException {
    world.link("link", "../outside/secret").link("dir", "../outside").file("file", "old");
    world.link("inner", "file");

    Refused.because(Refusal.LINK, () -> claim.write("link", NEW));
    Refused.because(Refusal.LINK, () -> claim.write("dir/secret", NEW));
    Refused.because(Refusal.LINK, () -> claim.write("inner", NEW));
    assertThat(world.outside().resolve("secret")).hasContent(World.SECRET);
    assertThat(world.path("file")).hasContent("old");
    assertThat(world.path("link")).isSymbolicLink();
  }

  @Test
  void goThroughLinksInsideWhenTheyMay() throws IOException {
    world.file("dir/file", "old").link("inner", "dir/file").link("dangling", "dir/created");
    world.link("out", "../outside/secret");

    try (ContainedDirectory following = ContainedDirectory.at(world.root()).followLinks().open()) {
      following.write("inner", NEW);
      following.write("dangling", NEW);
      Refused.because(Refusal.LINK_ESCAPES, () -> following.write("out", NEW));
    }

    assertThat(world.path("inner")).isSymbolicLink();
    assertThat(world.path("dir/file")).hasContent("new");
    assertThat(world.path("dir/created")).hasContent("new");
  }

  @Test
  void areRefusedByTheLimitBeforeAnythingIsWritten() throws IOException {
    world.file("file", "old");
    InputStream untouched = failing(new IllegalStateException("read before the limit was met"));

    try (ContainedDirectory limited = with(ContainmentLimits.STANDARD.withBytes(9, 2))) {
      limited.write("two", new byte[2]);
      Refused.because(Refusal.TOO_LARGE, () -> limited.write("file", NEW));
      Refused.because(Refusal.TOO_LARGE, () -> limited.write("file", untouched, 3));
    }

    assertOnly("file", "two");
    assertThat(world.path("file")).hasContent("old");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2, 4, 5_000_000})
  void areRefusedWhenTheContentHasAnotherSizeThanAnnounced(long size) throws IOException {
    world.file("file", "old");

    Refused.because(
        Refusal.OTHER_SIZE, () -> claim.write("file", new ByteArrayInputStream(NEW), size));

    assertOnly("file");
    assertThat(world.path("file")).hasContent("old");
  }

  @Test
  void needASize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claim.write("file", new ByteArrayInputStream(NEW), -1))
        .withMessage("size must be 0 or more but was -1");
  }

  @Test
  void leaveNothingBehindWhenTheContentFails() throws IOException {
    world.file("file", "old");
    InputStream broken = failing(new IOException("connection reset"));
    InputStream gone = failing(new NoSuchFileException("source"));
    InputStream defect = failing(new IllegalStateException("defect"));

    assertThatThrownBy(() -> claim.write("file", after(100_000, broken), 200_000))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("connection reset");
    assertThatThrownBy(() -> claim.write("file", gone, 3)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> claim.write("file", after(100_000, defect), 200_000))
        .isInstanceOf(IllegalStateException.class);

    assertOnly("file");
    assertThat(world.path("file")).hasContent("old");
  }

  private static InputStream after(int bytes, InputStream last) {
    return new SequenceInputStream(new ByteArrayInputStream(new byte[bytes]), last);
  }

  private static InputStream failing(Exception failure) {
    return new FilterInputStream(InputStream.nullInputStream()) {
      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        if (failure instanceof IOException broken) {
          throw broken;
        }
        throw (RuntimeException) failure;
      }
    };
  }

  @Test
  void leaveNothingBehindWhenTheyAreInterrupted() throws IOException {
    world.file("file", "old");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> claim.write("file", NEW)).isInstanceOf(UncheckedIOException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertOnly("file");
    assertThat(world.path("file")).hasContent("old");
  }

  @Test
  void killedInTheMiddleLeaveTheOldContent() throws Exception {
    world.file("file", "old");

    int status = Crash.whileWriting(world.root(), "file");

    assertThat(status).isEqualTo(Crash.STATUS);
    assertThat(world.path("file")).hasContent("old");
    assertThat(claim.list("."))
        .extracting(Entry::name)
        .filteredOn(name -> !name.equals("file"))
        .singleElement()
        .asString()
        .startsWith(".avow-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rw-------",
        "rw-r--r--",
        "rw-rw-rw-",
        "rwxrwxrwx",
        "r--r--r--",
        "rwxr-x--x",
        "-w-------",
        "rw-rw----",
        "---------"
      })
  void keepThePermissions(String permissions) throws IOException {
    Path file = Files.createFile(world.path("file"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    claim.write("file", NEW);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(permissions);
    assertThat(Files.size(file)).isEqualTo(3);
    assertOnly("file");
  }

  @Test
  void giveAnotherGroupNoMoreThanEverybody() throws IOException {
    Path file = Files.createFile(world.path("file"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    assumeThatCode(() -> Files.setAttribute(file, "unix:gid", 12_345)).doesNotThrowAnyException();

    claim.write("file", NEW);

    assertThat(Files.getAttribute(file, "unix:gid")).isNotEqualTo(12_345);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void breakHardLinksInsteadOfWritingThroughThem() throws IOException {
    Files.createLink(world.path("hard"), world.outside().resolve("secret"));

    claim.write("hard", NEW);

    assertThat(world.outside().resolve("secret")).hasContent(World.SECRET);
    assertThat(world.path("hard")).hasContent("new");
  }

  private void assertOnly(String... names) {
    assertThat(claim.list(".")).extracting(Entry::name).containsExactly(names);
  }
}
