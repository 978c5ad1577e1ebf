package dev.avow.k8s.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class ReadsTest extends DiskTest {

  private static final ContainmentLimits THREE_BYTES = ContainmentLimits.STANDARD.withBytes(3, 3);

  @Test
  void giveAllBytes() throws IOException {
    byte[] bytes = new byte[300_000];
    bytes[299_999] = 7;
    Files.write(world.path("large"), bytes);
    world.file("empty", "");

    assertThat(claim.read("large")).isEqualTo(bytes);
    assertThat(claim.read("empty")).isEmpty();
  }

  @Test
  void endAtTheLimit() throws IOException {
    world.file("three", "abc").file("four", "abcd");

    try (ContainedDirectory limited = with(THREE_BYTES)) {
      assertThat(limited.read("three")).asString().isEqualTo("abc");
      Refused.because(Refusal.TOO_LARGE, () -> limited.read("four"));
      Refused.because(Refusal.TOO_LARGE, () -> limited.open("four"));
    }
  }

  @Test
  void endAtTheLimitWhenTheFileGrows() throws IOException {
    world.file("grows", "ab");

    try (ContainedDirectory limited = with(THREE_BYTES);
        SeekableByteChannel file = limited.open("grows")) {
      Files.writeString(world.path("grows"), "cdefgh", StandardOpenOption.APPEND);
      ByteBuffer buffer = ByteBuffer.allocate(10);

      assertThat(file.read(buffer)).isEqualTo(3);
      assertThat(buffer.position()).isEqualTo(3);
      assertThat(buffer.limit()).isEqualTo(10);
      Refused.because(Refusal.TOO_LARGE, () -> file.read(buffer));
      file.position(5);
      Refused.because(Refusal.TOO_LARGE, () -> file.read(buffer));
      file.position(8);
      assertThat(file.read(buffer)).isEqualTo(-1);
    }
  }

  @Test
  void endAtTheLimitWhateverSizeTheFileTells() {
    Path process = Path.of("/proc/self");
    assumeThat(process.resolve("status")).exists();

    try (ContainedDirectory limited = ContainedDirectory.at(process).limits(THREE_BYTES).open()) {
      Refused.because(Refusal.TOO_LARGE, () -> limited.read("status"));
    }
  }

  @Test
  void giveNoWayToWrite() throws IOException {
    world.file("file", "content");

    try (SeekableByteChannel file = claim.open("file")) {
      assertThat(file.size()).isEqualTo(7);
      assertThat(file.position()).isZero();
      assertThatThrownBy(() -> file.write(ByteBuffer.allocate(1)))
          .isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> file.truncate(0)).isInstanceOf(NonWritableChannelException.class);
    }

    assertThat(world.path("file")).hasContent("content");
  }

  @Test
  void listWhatIsThereByName() throws IOException {
    world.file("dir/b", "12").file("dir/.hidden", "").file("dir/sub/x", "");
    world.link("dir/a", "/etc/passwd");

    assertThat(claim.list("dir"))
        .extracting(Entry::name, Entry::kind)
        .containsExactly(
            tuple(".hidden", Entry.Kind.FILE),
            tuple("a", Entry.Kind.LINK),
            tuple("b", Entry.Kind.FILE),
            tuple("sub", Entry.Kind.DIRECTORY));
    assertThat(claim.list("dir").get(2).bytes()).isEqualTo(2);
    assertThat(claim.list("dir").get(2).modified())
        .isEqualTo(Files.getLastModifiedTime(world.path("dir/b")).toInstant());
  }

  @Test
  void listTheRootAsOftenAsTheyLike() throws IOException {
    world.file("file", "");

    for (int i = 0; i < 3; i++) {
      assertThat(claim.list(".")).extracting(Entry::name).containsExactly("file");
    }
  }

  @Test
  void listNoMoreThanTheLimit() throws IOException {
    world.file("dir/1", "").file("dir/2", "");

    try (ContainedDirectory two = with(ContainmentLimits.STANDARD.withEntries(2))) {
      assertThat(two.list("dir")).hasSize(2);
      world.file("dir/3", "");
      Refused.because(Refusal.TOO_MANY_ENTRIES, () -> two.list("dir"));
    }
  }

  @Test
  void listDirectoriesOnly() throws IOException {
    world.file("file", "");

    Refused.because(Refusal.NOT_A_DIRECTORY, () -> claim.list("file"));
    Refused.because(Refusal.ABSENT, () -> claim.list("nothing"));
  }

  @Test
  void areRefusedWhereTheSystemDeniesThem() throws IOException {
    world.file("dir/file", "");
    Files.setPosixFilePermissions(world.path("dir"), PosixFilePermissions.fromString("---------"));
    try {
      assumeThat(Files.isReadable(world.path("dir"))).isFalse();

      Refused.because(Refusal.DENIED, () -> claim.read("dir/file"));
      Refused.because(Refusal.DENIED, () -> claim.list("dir"));
    } finally {
      Files.setPosixFilePermissions(
          world.path("dir"), PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void failWhereTheFileSystemFails() throws IOException {
    world.file("file", "");
    SeekableByteChannel file = claim.open("file");
    file.close();

    assertThat(file.isOpen()).isFalse();
    assertThatThrownBy(() -> ContainedDirectory.open(world.path("nothing")))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> ContainedDirectory.open(world.path("file")))
        .isInstanceOf(UncheckedIOException.class);
  }

  /** What is not covered is shown as well: a hard link is the file. */
  @Test
  void giveTheBytesOfHardLinks() throws IOException {
    Files.createLink(world.path("hard"), world.outside().resolve("secret"));

    assertThat(claim.read("hard")).asString().isEqualTo(World.SECRET);
  }
}
