package dev.avow.k8s.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another process swaps a directory of the claim for a link out of it, all the time. */
@ParameterizedClass
@EnumSource(Disk.class)
@Timeout(120)
class RaceTest {

  private static final int OPENS = 60_000;
  private static final String INSIDE = "inside";

  @Parameter
  @SuppressWarnings("NullAway.Init") // set before each test
  private Disk disk;

  private World world;
  private Swapper swapper;

  @BeforeEach
  void swap() throws Exception {
    world = World.on(disk);
    world.file("dir/secret", INSIDE).link("link", world.outside().toString());
    swapper = Swapper.of(world.path("dir"), world.path("link"));
  }

  @AfterEach
  void remove() throws IOException {
    if (swapper != null) {
      swapper.close();
    }
    if (world != null) {
      world.close();
    }
  }

  /** The attack works: what follows does not pass because nobody attacks. */
  @Test
  void leadsOutWhoeverChecksAndThenOpens(TestReporter reporter) throws IOException {
    Path path = world.path("dir/secret");
    int escapes = 0;
    int opens = 0;
    while (opens < OPENS && (escapes < 10 || opens < OPENS / 10)) {
      escapes += World.SECRET.equals(checkThenRead(path)) ? 1 : 0;
      opens++;
    }
    reporter.publishEntry("check, then open", escapes + " escapes in " + opens + " opens");

    assertThat(escapes).isPositive();
  }

  private String checkThenRead(Path path) {
    try {
      return path.toRealPath().startsWith(world.root()) ? Files.readString(path) : "refused";
    } catch (IOException refused) {
      return "failed";
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16})
  void leadsNobodyOutWhoOpensNameByName(int kept, TestReporter reporter) {
    Outcomes outcomes = new Outcomes();
    try (ContainedDirectory claim = ContainedDirectory.at(world.root()).keepOpen(kept).open()) {
      for (int i = 0; i < OPENS; i++) {
        outcomes.of(() -> assertThat(claim.read("dir/secret")).asString().isEqualTo(INSIDE));
      }
    }
    reporter.publishEntry(kept + " directories kept open", outcomes.toString());

    assertThat(swapper.isAlive()).isTrue();
    assertThat(outcomes.done).isPositive();
    assertThat(outcomes.refused.get(Refusal.LINK)).isPositive();
    assertThat(outcomes.failed).isZero();
    if (kept == 0) {
      assertThat(outcomes.met).as("links met by an open that had seen none").isPositive();
    }
  }

  @Test
  void leadsNobodyOutWhenFilesAreSwapped(TestReporter reporter) throws Exception {
    world.file("file", INSIDE).link("file-link", "../outside/secret");
    Outcomes outcomes = new Outcomes();
    try (Swapper files = Swapper.of(world.path("file"), world.path("file-link"));
        ContainedDirectory claim = world.open()) {
      for (int i = 0; i < OPENS; i++) {
        outcomes.of(() -> assertThat(claim.read("file")).asString().isEqualTo(INSIDE));
      }
      assertThat(files.isAlive()).isTrue();
    }
    reporter.publishEntry("files", outcomes.toString());

    assertThat(outcomes.done).isPositive();
    assertThat(outcomes.met).as("links met by an open that had seen none").isPositive();
    assertThat(outcomes.failed).isZero();
  }

  @Test
  void leadsNobodyOutWhoFollowsLinksInside(TestReporter reporter) throws IOException {
    world.link("to", "dir/secret");
    Outcomes outcomes = new Outcomes();
    try (ContainedDirectory claim = ContainedDirectory.at(world.root()).followLinks().open()) {
      for (int i = 0; i < OPENS / 6; i++) {
        outcomes.of(() -> assertThat(claim.read("to")).asString().isEqualTo(INSIDE));
      }
    }
    reporter.publishEntry("following links", outcomes.toString());

    assertThat(outcomes.done).isPositive();
    assertThat(outcomes.refused.get(Refusal.LINK_ESCAPES)).isPositive();
    assertThat(outcomes.failed).isZero();
  }

  @Test
  void changesNothingElsewhere(TestReporter reporter) throws IOException {
    Outcomes outcomes = new Outcomes();
    try (ContainedDirectory claim = world.open()) {
      for (int i = 0; i < OPENS / 60; i++) {
        outcomes.of(() -> claim.write("dir/written", new byte[] {1}));
        outcomes.of(() -> claim.createFile("dir/created"));
        outcomes.of(() -> claim.createDirectory("dir/made"));
        outcomes.of(() -> claim.rename("dir/created", "dir/moved"));
        outcomes.of(() -> claim.delete("dir/made"));
        outcomes.of(() -> claim.delete("dir/moved"));
        outcomes.of(() -> assertThat(claim.list("dir")).extracting(Entry::name).contains("secret"));
      }
    }
    reporter.publishEntry("changes", outcomes.toString());

    assertThat(outcomes.done).isPositive();
    assertThat(outcomes.refused.get(Refusal.LINK)).isPositive();
    assertThat(outcomes.failed).isZero();
    try (Stream<Path> outside = Files.list(world.outside())) {
      assertThat(outside).containsExactly(world.outside().resolve("secret"));
    }
    assertThat(world.outside().resolve("secret")).hasContent(World.SECRET);
  }

  /** How often what came out; whoever got something from elsewhere has failed before. */
  private static final class Outcomes {

    private final Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
    private int done;
    private int met;
    private int failed;

    void of(Runnable operation) {
      try {
        operation.run();
        done++;
      } catch (ContainmentException refusal) {
        refused.merge(refusal.reason(), 1, Integer::sum);
        met += refusal.reason() == Refusal.LINK && refusal.getCause() != null ? 1 : 0;
      } catch (UncheckedIOException failure) {
        failed++;
      }
    }

    @Override
    public String toString() {
      return "%d done, %d failed, %d met a link, refused %s".formatted(done, failed, met, refused);
    }
  }
}
