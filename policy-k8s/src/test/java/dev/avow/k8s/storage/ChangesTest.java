package dev.avow.k8s.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest extends DiskTest {

  @Test
  void createFilesOnce() throws IOException {
    claim.createFile("file");
    assertThat(world.path("file")).isEmptyFile();

    world.file("file", "content").link("dangling", "nowhere");
    Refused.because(Refusal.EXISTS, () -> claim.createFile("file"));
    Refused.because(Refusal.EXISTS, () -> claim.createFile("dangling"));
    Refused.because(Refusal.NOT_A_DIRECTORY, () -> claim.createFile("other/"));
    Refused.because(Refusal.ABSENT, () -> claim.createFile("nothing/file"));
    assertThat(world.path("file")).hasContent("content");
    assertThat(world.path("nowhere")).doesNotExist();
  }

  @Test
  void createDirectoriesOnce() throws IOException {
    claim.createDirectory("dir");
    claim.createDirectory("dir/sub/");
    claim.write("dir/sub/file", new byte[1]);

    assertThat(world.path("dir/sub/file")).isRegularFile();
    world.link("dangling", "nowhere");
    Refused.because(Refusal.EXISTS, () -> claim.createDirectory("dir"));
    Refused.because(Refusal.EXISTS, () -> claim.createDirectory("dangling"));
    Refused.because(Refusal.ABSENT, () -> claim.createDirectory("nothing/dir"));
    assertThat(claim.list(".")).extracting(Entry::name).containsExactly("dangling", "dir");
  }

  @Test
  void deleteFilesLinksAndEmptyDirectories() throws IOException {
    world.file("file", "").file("dir/file", "").link("out", "../outside/secret");
    world.link("dir-link", "../outside");

    claim.delete("file");
    claim.delete("out");
    claim.delete("dir-link");
    Refused.because(Refusal.NOT_EMPTY, () -> claim.delete("dir"));
    claim.delete("dir/file");
    claim.delete("dir/");

    assertThat(world.root()).isEmptyDirectory();
    assertThat(world.outside().resolve("secret")).hasContent(World.SECRET);
    Refused.because(Refusal.ABSENT, () -> claim.delete("file"));
  }

  @Test
  void deleteTheLinkAndNotItsTargetEvenWhereLinksAreFollowed() throws IOException {
    world.file("dir/file", "content").link("link", "dir/file").link("dir-link", "dir");

    try (ContainedDirectory following = ContainedDirectory.at(world.root()).followLinks().open()) {
      following.delete("link");
      Refused.because(Refusal.NOT_A_DIRECTORY, () -> following.delete("dir-link/"));
      following.rename("dir-link", "renamed");
      following.delete("renamed/file");
    }

    assertThat(world.path("link")).doesNotExist();
    assertThat(world.path("renamed")).isSymbolicLink();
    assertThat(world.path("dir")).isEmptyDirectory();
  }

  @Test
  void doNotReachThroughLinks() throws IOException {
    world.link("out", "../outside").file("file", "");

    Refused.because(Refusal.LINK, () -> claim.delete("out/secret"));
    Refused.because(Refusal.LINK, () -> claim.createFile("out/file"));
    Refused.because(Refusal.LINK, () -> claim.createDirectory("out/dir"));
    Refused.because(Refusal.LINK, () -> claim.rename("file", "out/file"));
    Refused.because(Refusal.LINK, () -> claim.rename("out/secret", "stolen"));

    try (var outside = Files.list(world.outside())) {
      assertThat(outside).containsExactly(world.outside().resolve("secret"));
    }
  }

  @Test
  void renameAndMove() throws IOException {
    world.file("a/file", "content").file("b/other", "");

    claim.rename("a/file", "b/moved");
    claim.rename("a", "b/a/");
    claim.rename("b", "c");

    assertThat(world.path("c/moved")).hasContent("content");
    assertThat(world.path("c/a")).isEmptyDirectory();
  }

  @Test
  void renameNothingOverSomething() throws IOException {
    world.file("file", "content").file("other", "kept").file("dir/x", "").link("link", "file");

    Refused.because(Refusal.EXISTS, () -> claim.rename("file", "other"));
    Refused.because(Refusal.EXISTS, () -> claim.rename("file", "link"));
    Refused.because(Refusal.EXISTS, () -> claim.rename("file", "file"));
    Refused.because(Refusal.ABSENT, () -> claim.rename("nothing", "new"));
    Refused.because(Refusal.NOT_A_DIRECTORY, () -> claim.rename("file", "new/"));
    Refused.because(Refusal.INTO_ITSELF, () -> claim.rename("dir", "dir/sub"));
    assertThat(world.path("other")).hasContent("kept");
    assertThat(world.path("file")).hasContent("content");
  }

  @Test
  void moveNothingIntoItselfBehindALink() throws IOException {
    world.file("dir/x", "").link("link", "dir");

    try (ContainedDirectory following = ContainedDirectory.at(world.root()).followLinks().open()) {
      assertThatThrownBy(() -> following.rename("dir", "link/sub"))
          .isInstanceOf(UncheckedIOException.class);
    }
    assertThat(world.path("dir/x")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "., ROOT_ITSELF",
    "./, ROOT_ITSELF",
    "././/., ROOT_ITSELF",
    "'', EMPTY",
    "/, ABSOLUTE",
    "dir/.., PARENT",
    "../data, PARENT",
  })
  void spareTheRoot(String path, Refusal reason) throws IOException {
    world.file("dir/file", "");

    Refused.because(reason, () -> claim.delete(path));
    Refused.because(reason, () -> claim.rename(path, "elsewhere"));
    Refused.because(reason, () -> claim.rename("dir", path));
    Refused.because(reason, () -> claim.createFile(path));
    Refused.because(reason, () -> claim.createDirectory(path));
    Refused.because(reason, () -> claim.write(path, new byte[1]));
    assertThat(world.path("dir/file")).exists();
  }

  @Test
  void areSeenByWalksThatHadTheDirectoryOpen() throws IOException {
    world.file("dir/file", "old");
    claim.read("dir/file");

    claim.rename("dir", "away");
    Refused.because(Refusal.ABSENT, () -> claim.read("dir/file"));
    world.file("dir/file", "new");

    assertThat(claim.read("dir/file")).asString().isEqualTo("new");
    assertThat(claim.read("away/file")).asString().isEqualTo("old");
  }

  @Test
  void outsideOfTheClaimAreNotReachedByWalksThatHadTheDirectoryOpen() throws IOException {
    world.file("dir/file", "inside");
    claim.read("dir/file");

    Files.move(world.path("dir"), world.outside().resolve("dir"));
    Refused.because(Refusal.ABSENT, () -> claim.read("dir/file"));
    world.link("dir", "../outside/dir");

    Refused.because(Refusal.LINK, () -> claim.read("dir/file"));
  }
}
