package dev.avow.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.avow.policy.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FoldersTest {

  @TempDir private Path folder;

  @Test
  void areReadToTheBottomInTheOrderOfTheirPaths() throws IOException {
    List<String> files =
        List.of(
            "a-b.yaml",
            "a.yaml",
            "a/b.yaml",
            "a/b/c.yml",
            "a/z.json",
            "ab.yaml",
            "b/a.yaml",
            "z.yaml");
    List<String> shuffled = new ArrayList<>(files);
    Collections.reverse(shuffled);
    for (String file : shuffled) {
      pod(file);
    }

    assertThat(sources(folder)).containsExactlyElementsOf(files);
  }

  @Test
  void giveFilesByTheirEnding() throws IOException {
    for (String file :
        List.of(
            "a.yaml",
            "b.YML",
            "c.Json",
            "d.ndjson",
            "e.JSONL",
            "f.txt",
            "g.yaml.bak",
            "h",
            "yaml",
            ".i.yaml",
            "j.tpl",
            "k.yamlx",
            "l.jsonnet")) {
      pod(file);
    }

    assertThat(sources(folder))
        .containsExactly(".i.yaml", "a.yaml", "b.YML", "c.Json", "d.ndjson", "e.JSONL");
  }

  @Test
  void thatAreHiddenArePassedOver() throws IOException {
    pod(".git/a.yaml");
    pod("b/.cache/c.yaml");
    pod("b/c.yaml");

    assertThat(sources(folder)).containsExactly("b/c.yaml");
  }

  @Test
  void thatAreHiddenAreReadWhenTheyAreNamed() throws IOException {
    pod(".hidden/a.yaml");

    assertThat(sources(folder.resolve(".hidden"))).containsExactly(".hidden/a.yaml");
  }

  @Test
  void ofNothingHoldNothing() {
    assertThat(sources(folder)).isEmpty();
  }

  @Test
  void mayBeNamedLikeFiles() throws IOException {
    pod("a.yaml/b.yaml");

    assertThat(sources(folder)).containsExactly("a.yaml/b.yaml");
  }

  @Test
  void linkedInACircleAreReadOnce() throws IOException {
    pod("a/b/c.yaml");
    link("a/b/loop", folder);
    link("a/self", folder.resolve("a"));
    link("again", folder.resolve("a/b"));

    assertThat(sources(folder)).containsExactly("a/b/c.yaml");
  }

  @Test
  void thatLinksLeadToAreRead(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("a.yaml"), POD);
    link("linked", elsewhere);
    link("file.yaml", elsewhere.resolve("a.yaml"));

    assertThat(sources(folder)).containsExactly("file.yaml", "linked/a.yaml");
  }

  @Test
  void mountedFromAConfigMapAreReadOnce() throws IOException {
    pod("..2026/a.yaml");
    link("..data", Path.of("..2026"));
    link("a.yaml", Path.of("..data/a.yaml"));

    assertThat(sources(folder)).containsExactly("a.yaml");
  }

  @Test
  void nameWhatCannotBeRead() throws IOException {
    pod("a.yaml");
    link("b.yaml", Path.of("nowhere"));
    link("c", Path.of("nowhere"));
    pod("d.yaml");

    assertThat(read(folder).map(FoldersTest::brief).toList())
        .containsExactly("Resource", "UNAVAILABLE file must exist but does not", "Resource");
  }

  @Test
  void nameFoldersThatCannotBeListed() throws IOException {
    pod("a/b.yaml");
    pod("c.yaml");
    Files.setPosixFilePermissions(
        folder.resolve("a"), PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(folder.resolve("a"))).isFalse();

    assertThat(read(folder).map(FoldersTest::brief).toList())
        .containsExactly("UNAVAILABLE folder must be readable but cannot be listed", "Resource");
  }

  @Test
  void passByPipesThatNobodyFills() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.yaml");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(read(folder).map(FoldersTest::brief).toList())
        .containsExactly("UNAVAILABLE must be a file or a folder but is neither");
  }

  @Test
  void andFilesMayBeNamedTogether() throws IOException {
    pod("a/x.yaml");
    pod("b.conf");

    Manifests manifests =
        Manifests.in(
            List.of(folder.resolve("b.conf"), folder.resolve("a"), folder.resolve("none.yaml")));

    try (Stream<Manifest> stream = manifests.stream()) {
      assertThat(stream.map(this::source).toList())
          .containsExactly("b.conf", "a/x.yaml", "none.yaml");
    }
  }

  @Test
  void areReadAnewEachTime() throws IOException {
    Manifests manifests = Manifests.in(folder);
    pod("a.yaml");

    for (int i = 0; i < 2; i++) {
      try (Stream<Manifest> stream = manifests.stream()) {
        assertThat(stream.count()).isEqualTo(1);
      }
    }
  }

  @Test
  void tellWhatTheyRead() throws IOException {
    pod("a.yaml");
    Files.writeString(folder.resolve("b.yaml"), "# nothing\n---\n");
    Files.writeString(folder.resolve("c.yaml"), "values: 1\n---\nmore: [\n");
    List<String> heard = new ArrayList<>();
    Manifests.Progress progress =
        new Manifests.Progress() {
          @Override
          public void file(Path path) {
            heard.add(path.getFileName().toString());
          }

          @Override
          public void document(Document document) {
            heard.add(String.valueOf(document.number()));
          }
        };

    try (Stream<Manifest> stream = Manifests.in(List.of(folder), progress).stream()) {
      assertThat(stream.count()).isEqualTo(3);
    }

    assertThat(heard).containsExactly("a.yaml", "0", "b.yaml", "c.yaml", "0");
  }

  private static final String POD = "apiVersion: v1\nkind: Pod\n";

  private void pod(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        name.toLowerCase(Locale.ROOT).contains("json")
            ? "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}"
            : POD);
  }

  private void link(String name, Path target) throws IOException {
    try {
      Files.createSymbolicLink(folder.resolve(name), target);
    } catch (UnsupportedOperationException noLinks) {
      assumeThat(noLinks).as("links").isNull();
    }
  }

  private Stream<Manifest> read(Path path) {
    try (Stream<Manifest> stream = Manifests.in(path).stream()) {
      return stream.toList().stream();
    }
  }

  private static String brief(Manifest manifest) {
    return manifest instanceof Manifest.Unreadable unreadable
        ? unreadable.cause() + " " + unreadable.reason()
        : manifest.getClass().getSimpleName();
  }

  private List<String> sources(Path path) {
    return read(path)
        .peek(manifest -> assertThat(manifest).isInstanceOf(Resource.class))
        .map(this::source)
        .toList();
  }

  private String source(Manifest manifest) {
    return folder.relativize(Path.of(manifest.location().source())).toString().replace('\\', '/');
  }
}
