package dev.avow.k8s.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.avow.policy.finding.Verdict;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * To open a pipe is to wait for whoever writes to it; that nobody waits here is half of the test.
 */
class SpecialFilesTest extends DiskTest {

  @Test
  void ofTheKindOfPipesAreNeverOpened() throws Exception {
    world.pipe("pipe");

    Refused.because(Refusal.SPECIAL_FILE, () -> claim.open("pipe"));
    Refused.because(Refusal.SPECIAL_FILE, () -> claim.read("pipe"));
    Refused.because(Refusal.SPECIAL_FILE, () -> claim.list("pipe"));
    Refused.because(Refusal.SPECIAL_FILE, () -> claim.write("pipe", new byte[1]));
    Refused.because(Refusal.EXISTS, () -> claim.createFile("pipe"));
    assertThat(claim.resolve("pipe").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(claim.resolve("pipe").reason()).contains(Refusal.SPECIAL_FILE);
    assertThat(claim.resolve("pipe", Guarantee.CHECKED).reason()).contains(Refusal.SPECIAL_FILE);
  }

  @Test
  void ofTheKindOfPipesLeadNowhere() throws Exception {
    world.pipe("pipe");

    Refused.because(Refusal.SPECIAL_FILE, () -> claim.read("pipe/file"));
    Refused.because(Refusal.NOT_A_DIRECTORY, () -> claim.read("pipe/"));
  }

  @Test
  void behindLinksAreRecognisedToo() throws Exception {
    world.pipe("dir-of-pipe").link("link", "dir-of-pipe");

    try (ContainedDirectory following = ContainedDirectory.at(world.root()).followLinks().open()) {
      Refused.because(Refusal.SPECIAL_FILE, () -> following.read("link"));
      Refused.because(Refusal.SPECIAL_FILE, () -> following.write("link", new byte[1]));
    }
  }

  @Test
  void canBeListedRenamedAndDeleted() throws Exception {
    world.pipe("pipe");

    claim.rename("pipe", "renamed");
    assertThat(claim.list(".")).extracting(Entry::kind).containsExactly(Entry.Kind.SPECIAL);
    claim.delete("renamed");

    assertThat(claim.list(".")).isEmpty();
  }

  @Test
  void ofTheKindOfSocketsAreNeverOpened() throws IOException {
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(world.path("socket")));

      Refused.because(Refusal.SPECIAL_FILE, () -> claim.read("socket"));
      Refused.because(Refusal.SPECIAL_FILE, () -> claim.write("socket", new byte[1]));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "zero", "tty"})
  void ofTheKindOfDevicesAreNeverOpened(String device) {
    assumeThat(Path.of("/dev", device)).exists();

    try (ContainedDirectory devices = ContainedDirectory.open(Path.of("/dev"))) {
      Refused.because(Refusal.SPECIAL_FILE, () -> devices.read(device));
      assertThat(devices.resolve(device).reason()).contains(Refusal.SPECIAL_FILE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "root, LINK_ESCAPES",
    "root/etc, LINK_ESCAPES",
    "cwd, LINK_ESCAPES",
    "exe, LINK_ESCAPES",
  })
  void ofTheKindOfMagicLinksAreLinks(String path, Refusal following) {
    Path self = Path.of("/proc/self");
    assumeThat(self).exists();

    try (ContainedDirectory process = ContainedDirectory.open(self)) {
      Refused.because(Refusal.LINK, () -> process.read(path));
    }
    try (ContainedDirectory process = ContainedDirectory.at(self).followLinks().open()) {
      Refused.because(following, () -> process.read(path));
    }
  }

  @Test
  void ofTheKindOfOpenDescriptorsAreLinks() {
    Path self = Path.of("/proc/self");
    assumeThat(self.resolve("fd/0")).exists();

    try (ContainedDirectory process = ContainedDirectory.open(self)) {
      assertThat(process.resolve("fd/0").reason()).contains(Refusal.LINK);
    }
  }

  /** Where there are no junctions, what Windows says of one stands for it. */
  @Test
  void ofTheKindOfJunctionsAreNoDirectories() {
    assertThat(Entry.Kind.of(new Junction())).isEqualTo(Entry.Kind.SPECIAL);
  }

  private static final class Junction implements BasicFileAttributes {
    @Override
    public boolean isDirectory() {
      return true;
    }

    @Override
    public boolean isOther() {
      return true;
    }

    @Override
    public boolean isRegularFile() {
      return false;
    }

    @Override
    public boolean isSymbolicLink() {
      return false;
    }

    @Override
    public long size() {
      return 0;
    }

    @Override
    public @Nullable Object fileKey() {
      return null;
    }

    @Override
    public FileTime lastModifiedTime() {
      return FileTime.fromMillis(0);
    }

    @Override
    public FileTime lastAccessTime() {
      return lastModifiedTime();
    }

    @Override
    public FileTime creationTime() {
      return lastModifiedTime();
    }
  }
}
