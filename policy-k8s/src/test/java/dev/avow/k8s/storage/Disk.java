package dev.avow.k8s.storage;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of file systems that claims are tested on. */
enum Disk {
  /** Whatever temporary files are on, usually ext4. */
  ORDINARY(Path.of(System.getProperty("java.io.tmpdir"))),
  /** A tmpfs. */
  MEMORY(Path.of("/dev/shm"));

  private final Path place;

  Disk(Path place) {
    this.place = place;
  }

  /** Returns a new directory, or skips the test where there is no such file system. */
  Path directory() throws IOException {
    assumeThat(place).as("a file system for %s", this).isDirectory().isWritable();
    return Files.createTempDirectory(place, "contained").toRealPath();
  }

  /** Deletes what {@link #directory()} has made, whatever became of it. */
  static void delete(Path directory) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(directory)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
