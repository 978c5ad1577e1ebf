package dev.avow.k8s.bench;

import dev.avow.k8s.storage.ContainedDirectory;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures what it costs to open and close a file: checked first, or name by name.
 *
 * <p>Read the medians: on a machine that does other things, too, means tell of those. Each has a
 * process of its own, so that even medians can differ by what such a machine did meanwhile: repeat
 * what surprises.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ContainedDirectoryBenchmark {

  /** Where the claim is; both are on Linux. */
  @Param({"/tmp", "/dev/shm"})
  public String disk = "";

  /** The file, in one, three and four names. */
  @Param({"file", "a/b/file", "a/b/c/file"})
  public String file = "";

  private Path root = Path.of("");
  private ContainedDirectory claim = ContainedDirectory.open(root);
  private ContainedDirectory anew = claim;

  /** Creates the file. */
  @Setup
  public void create() throws IOException {
    claim.close();
    root = Files.createTempDirectory(Path.of(disk), "contained").toRealPath();
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), "content");
    claim = ContainedDirectory.open(root);
    anew = ContainedDirectory.at(root).keepOpen(0).open();
  }

  /** Deletes the file. */
  @TearDown
  public void delete() throws IOException {
    claim.close();
    anew.close();
    for (Path path = root.resolve(file); path.startsWith(root); path = path.getParent()) {
      Files.delete(path);
    }
  }

  /** Opens what was contained when it was checked. */
  @Benchmark
  public boolean checkThenOpen() throws IOException {
    Path path = root.resolve(file).toRealPath();
    if (!path.startsWith(root)) {
      throw new IOException("not contained");
    }
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      return channel.isOpen();
    }
  }

  /** Opens name by name, the directories still open from the last time. */
  @Benchmark
  public boolean contained() throws IOException {
    try (SeekableByteChannel channel = claim.open(file)) {
      return channel.isOpen();
    }
  }

  /** Opens name by name, each directory anew. */
  @Benchmark
  public boolean containedAnew() throws IOException {
    try (SeekableByteChannel channel = anew.open(file)) {
      return channel.isOpen();
    }
  }
}
