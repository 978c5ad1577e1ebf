package dev.avow.k8s.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.finding.Verdict;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive is a file system without handles on directories. */
class GuaranteeTest {

  @TempDir private Path folder;

  private FileSystem archive;
  private Path root;

  @BeforeEach
  void create() throws IOException {
    archive = FileSystems.newFileSystem(folder.resolve("claim.zip"), Map.of("create", "true"));
    root = Files.createDirectories(archive.getPath("/data"));
    Files.createDirectory(root.resolve("dir"));
    Files.writeString(root.resolve("dir/file"), "inside");
    Files.writeString(archive.getPath("/secret"), "outside");
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  @Test
  void thatCannotBeGivenIsInconclusive() {
    try (ContainedDirectory claim = ContainedDirectory.open(root)) {
      Containment resolved = claim.resolve("dir/file");

      assertThat(claim.guarantee()).isEqualTo(Guarantee.CHECKED);
      assertThat(resolved.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(resolved.reason()).contains(Refusal.NO_HANDLES);
      assertThat(resolved.guarantee()).isEqualTo(Guarantee.CHECKED);
      assertThat(resolved.finding().orElseThrow().message())
          .isEqualTo("cannot be guarded while it is opened: the file system has no secure streams");
    }
  }

  @Test
  void thatIsLessIsGivenWhenItIsAskedFor() {
    try (ContainedDirectory claim = ContainedDirectory.open(root)) {
      assertThat(claim.resolve("dir/file", Guarantee.CHECKED).verdict()).isEqualTo(Verdict.PASS);
      assertThat(claim.resolve("dir/file", Guarantee.LEXICAL).verdict()).isEqualTo(Verdict.PASS);
      assertThat(claim.resolve("dir/none", Guarantee.CHECKED).reason()).contains(Refusal.ABSENT);
    }
  }

  @Test
  void doesNotMatterForWhatIsRefusedAnyway() {
    try (ContainedDirectory claim = ContainedDirectory.open(root)) {
      assertThat(claim.resolve("../secret").verdict()).isEqualTo(Verdict.FAIL);
      assertThat(claim.resolve("../secret").reason()).contains(Refusal.PARENT);
    }
  }

  @Test
  void isRequiredOfOperations() {
    try (ContainedDirectory claim = ContainedDirectory.open(root)) {
      Refused.because(Refusal.NO_HANDLES, () -> claim.read("dir/file"));
      Refused.because(Refusal.NO_HANDLES, () -> claim.write("dir/file", new byte[1]));
      Refused.because(Refusal.NO_HANDLES, () -> claim.delete("dir/file"));
    }

    assertThat(root.resolve("dir/file")).hasContent("inside");
  }

  @Test
  void mayBeRequiredLess() {
    try (ContainedDirectory claim =
        ContainedDirectory.at(root).requires(Guarantee.CHECKED).open()) {
      claim.createDirectory("new");
      claim.write("new/file", new byte[] {'x'});
      claim.write("new/file", new byte[] {'y'});
      claim.createFile("dir/empty");
      claim.rename("dir/empty", "dir/renamed");
      assertThat(claim.list("dir")).extracting(Entry::name).containsExactly("file", "renamed");
      claim.delete("dir/renamed");
      claim.delete("dir/file");
      claim.delete("dir");

      assertThat(claim.read("new/file")).asString().isEqualTo("y");
      assertThat(claim.list(".")).extracting(Entry::name).containsExactly("new");
    }
  }

  @Test
  void isReadBackWhereItIsTheStrongest() throws IOException {
    Files.writeString(folder.resolve("file"), "inside");

    try (ContainedDirectory claim = ContainedDirectory.open(folder)) {
      for (Guarantee guarantee : Guarantee.values()) {
        assertThat(claim.resolve("file", guarantee).verdict()).isEqualTo(Verdict.PASS);
        assertThat(claim.resolve("file", guarantee).guarantee()).isEqualTo(guarantee);
      }
      assertThat(claim.resolve("file").guarantee()).isEqualTo(Guarantee.OPENED);
    }
  }

  @Test
  void saysWhatItCovers() {
    assertThat(Guarantee.values()).extracting(Guarantee::sentence).doesNotHaveDuplicates();
    assertThat(Guarantee.OPENED.sentence()).contains("hard links", "bind mounts");
    assertThat(Guarantee.CHECKED.sentence()).contains("race");
  }

  @Test
  void comesWithLimitsThatMakeSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContainmentLimits.STANDARD.withDepth(0))
        .withMessageContaining("were 0 components, 8 links, 10000 entries");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContainedDirectory.at(root).keepOpen(-1))
        .withMessage("directories to keep open must be 0 or more but were -1");
    assertThat(ContainmentLimits.STANDARD.withLinks(1).links()).isEqualTo(1);
  }
}
