package dev.avow.k8s.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RootTest extends DiskTest {

  @Test
  void mayItselfBeBehindALink() throws IOException {
    world.file("file", "inside");
    Path link = Files.createSymbolicLink(world.top().resolve("mounted"), world.root());

    try (ContainedDirectory linked = ContainedDirectory.open(link)) {
      assertThat(linked.read("file")).asString().isEqualTo("inside");
    }
  }

  @Test
  void staysWhatItWasWhenItIsReplacedByALink() throws IOException {
    world.file("secret", "inside").file("dir/file", "inside");
    Path away = Files.move(world.root(), world.top().resolve("away"));
    Files.createSymbolicLink(world.root(), world.outside());

    assertThat(claim.read("secret")).asString().isEqualTo("inside");
    assertThat(claim.list(".")).extracting(Entry::name).containsExactly("dir", "secret");
    claim.write("written", new byte[1]);
    claim.delete("dir/file");
    Refused.because(Refusal.CHANGED, () -> claim.createDirectory("made"));

    assertThat(away.resolve("written")).exists();
    try (var outside = Files.list(world.outside())) {
      assertThat(outside).containsExactly(world.outside().resolve("secret"));
    }
    Files.delete(world.root());
  }

  @Test
  void ofOneClaimIsNotReachedFromAnother() throws IOException {
    world.file("../data-evil/file", "evil").link("../data-evil/back", "../data/file");
    world.file("file", "inside").link("evil", "../data-evil").link("whole", "/");

    try (ContainedDirectory evil =
            ContainedDirectory.at(world.top().resolve("data-evil")).followLinks().open();
        ContainedDirectory data = ContainedDirectory.at(world.root()).followLinks().open()) {
      Refused.because(Refusal.LINK_ESCAPES, () -> evil.read("back"));
      Refused.because(Refusal.LINK_ESCAPES, () -> data.read("evil/file"));
      Refused.because(Refusal.LINK_ESCAPES, () -> data.read("whole" + world.top() + "/data/file"));
      Refused.because(Refusal.PARENT, () -> data.read("../data-evil/file"));
      Refused.because(Refusal.ABSOLUTE, () -> data.read(world.top() + "/data-evil/file"));
      assertThat(evil.read("file")).asString().isEqualTo("evil");
    }
  }

  @Test
  void isNotLeftForAnotherFileSystem() {
    Path proc = Path.of("/proc/version");
    assumeThat(proc).exists();

    try (ContainedDirectory everything = ContainedDirectory.open(Path.of("/"))) {
      Refused.because(Refusal.OTHER_FILE_SYSTEM, () -> everything.read("proc/version"));
      Refused.because(Refusal.OTHER_FILE_SYSTEM, () -> everything.list("proc"));
      Refused.because(Refusal.OTHER_FILE_SYSTEM, () -> everything.delete("proc"));
      assertThat(everything.resolve("proc").reason()).contains(Refusal.OTHER_FILE_SYSTEM);
    }
    try (ContainedDirectory everything =
        ContainedDirectory.at(Path.of("/")).crossFileSystems().open()) {
      assertThat(everything.read("proc/version")).isNotEmpty();
    }
  }

  @Test
  void mayHoldLinksAsDeepAsTheLimit() throws IOException {
    world.file("a/b/c/file", "inside").link("link", "a/b/c/file");

    try (ContainedDirectory four = limitedTo(4);
        ContainedDirectory three = limitedTo(3)) {
      assertThat(four.read("link")).asString().isEqualTo("inside");
      Refused.because(Refusal.TOO_DEEP, () -> three.read("link"));
      Refused.because(Refusal.TOO_DEEP, () -> three.read("a/b/c/file"));
    }
  }

  @Test
  void countsWhatLiesBeforeAndBehindALink() throws IOException {
    world.file("dir/c/x/y", "inside").link("dir/to", "c").link("far", "dir/c");

    try (ContainedDirectory four = limitedTo(4);
        ContainedDirectory three = limitedTo(3)) {
      assertThat(four.read("dir/to/x/y")).asString().isEqualTo("inside");
      assertThat(four.read("far/x/y")).asString().isEqualTo("inside");
      Refused.because(Refusal.TOO_DEEP, () -> three.read("far/x/y"));
    }
    try (ContainedDirectory one = limitedTo(1)) {
      Refused.because(Refusal.TOO_DEEP, () -> one.read("far"));
    }
    world.link("dir/long", "c/x/y");
    try (ContainedDirectory three = limitedTo(3)) {
      Refused.because(Refusal.TOO_DEEP, () -> three.read("dir/long"));
    }
  }

  private ContainedDirectory limitedTo(int depth) {
    return ContainedDirectory.at(world.root())
        .limits(ContainmentLimits.STANDARD.withDepth(depth))
        .followLinks()
        .open();
  }
}
