package dev.avow.k8s.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Another process swaps what is in the claim for a link out of it, all the time. */
@ParameterizedClass
@EnumSource(Disk.class)
@Timeout(120)
class RaceTest {

  private static final int OPENS = 60_000;
  private static final String INSIDE = "inside";

  /** On a busy machine the two processes rarely meet, and it takes more opens to see it. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final long start = System.nanoTime();
  private final Outcomes outcomes = new Outcomes();

  @Parameter
  @SuppressWarnings("NullAway.Init") // set before each test
  private Disk disk;

  private World world;

  @BeforeEach
  void build() throws IOException {
    world = World.on(disk);
    world.file("dir/secret", INSIDE).link("link", "../outside");
    world.file("file", INSIDE).link("file-link", "../outside/secret").link("to", "dir/secret");
  }

  @AfterEach
  void remove() throws IOException {
    if (world != null) {
      world.close();
    }
  }

  private Swapper swap(String one, String other) throws Exception {
    return Swapper.of(world.path(one), world.path(other));
  }

  private boolean goesOn(int done, int wanted, int met) {
    return done < wanted || (met == 0 && System.nanoTime() - start < PATIENCE);
  }

  /** The attack works: what follows does not pass because nobody attacks. */
  @Test
  void leadsOutWhoeverChecksAndThenOpens(TestReporter reporter) throws Exception {
    Path path = world.path("dir/secret");
    int escapes = 0;
    int opens = 0;
    try (Swapper swapper = swap("dir", "link")) {
      while (goesOn(opens, OPENS / 4, escapes)) {
        escapes += World.SECRET.equals(checkThenRead(path)) ? 1 : 0;
        opens++;
      }
      assertThat(swapper.isAlive()).isTrue();
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

  @Test
  void leadsNobodyOutWhoOpensNameByName(TestReporter reporter) throws Exception {
    try (Swapper swapper = swap("dir", "link");
        ContainedDirectory claim = ContainedDirectory.at(world.root()).keepOpen(0).open()) {
      for (int i = 0; goesOn(i, OPENS, outcomes.met); i++) {
        outcomes.ofReading(claim, "dir/secret");
      }
      assertThat(swapper.isAlive()).isTrue();
    }
    reporter.publishEntry("each directory opened anew", outcomes.toString());

    outcomes.requireNoEscape();
    assertThat(outcomes.met).as("links met by an open that had seen none").isPositive();
  }

  @Test
  void leadsNobodyOutWhoKeepsDirectoriesOpen(TestReporter reporter) throws Exception {
    try (Swapper swapper = swap("dir", "link");
        ContainedDirectory claim = world.open()) {
      for (int i = 0; i < OPENS / 2; i++) {
        outcomes.ofReading(claim, "dir/secret");
      }
      assertThat(swapper.isAlive()).isTrue();
    }
    reporter.publishEntry("directories kept open", outcomes.toString());

    outcomes.requireNoEscape();
    assertThat(outcomes.refused).containsKey(Refusal.LINK);
  }

  @Test
  void leadsNobodyOutWhenFilesAreSwapped(TestReporter reporter) throws Exception {
    try (Swapper swapper = swap("file", "file-link");
        ContainedDirectory claim = world.open()) {
      for (int i = 0; goesOn(i, OPENS / 2, outcomes.met); i++) {
        outcomes.ofReading(claim, "file");
      }
      assertThat(swapper.isAlive()).isTrue();
    }
    reporter.publishEntry("files", outcomes.toString());

    outcomes.requireNoEscape();
    assertThat(outcomes.met).as("links met by an open that had seen none").isPositive();
  }

  @Test
  void leadsNobodyOutWhoFollowsLinksInside(TestReporter reporter) throws Exception {
    try (Swapper swapper = swap("dir", "link");
        ContainedDirectory claim = ContainedDirectory.at(world.root()).followLinks().open()) {
      for (int i = 0; i < OPENS / 6; i++) {
        outcomes.ofReading(claim, "to");
      }
      assertThat(swapper.isAlive()).isTrue();
    }
    reporter.publishEntry("following links", outcomes.toString());

    outcomes.requireNoEscape();
    assertThat(outcomes.refused).containsKey(Refusal.LINK_ESCAPES);
  }

  @Test
  void changesNothingElsewhere(TestReporter reporter) throws Exception {
    try (Swapper swapper = swap("dir", "link");
        ContainedDirectory claim = world.open()) {
      for (int i = 0; i < OPENS / 100; i++) {
        outcomes.of(() -> claim.write("dir/written", new byte[] {1}));
        outcomes.of(() -> claim.createFile("dir/created"));
        outcomes.of(() -> claim.createDirectory("dir/made"));
        outcomes.of(() -> claim.rename("dir/created", "dir/moved"));
        outcomes.of(() -> claim.delete("dir/made"));
        outcomes.of(() -> claim.delete("dir/moved"));
        outcomes.of(() -> assertThat(claim.list("dir")).extracting(Entry::name).contains("secret"));
      }
      assertThat(swapper.isAlive()).isTrue();
    }
    reporter.publishEntry("changes", outcomes.toString());

    outcomes.requireNoEscape();
    assertThat(outcomes.refused).containsKey(Refusal.LINK);
    try (Stream<Path> outside = Files.list(world.outside())) {
      assertThat(outside).containsExactly(world.outside().resolve("secret"));
    }
    assertThat(world.outside().resolve("secret")).hasContent(World.SECRET);
  }

  /** How often what came out. */
  private static final class Outcomes {

    private final Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
    private int done;
    private int escaped;
    private int failed;
    private int met;

    void ofReading(ContainedDirectory claim, String path) {
      of(() -> escaped += INSIDE.equals(new String(claim.read(path), UTF_8)) ? 0 : 1);
    }

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

    void requireNoEscape() {
      assertThat(escaped).isZero();
      assertThat(failed).isZero();
      assertThat(done).isPositive();
    }

    @Override
    public String toString() {
      return "%d done, %d escaped, %d failed, %d met a link, refused %s"
          .formatted(done, escaped, failed, met, refused);
    }
  }
}
