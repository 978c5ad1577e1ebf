package dev.avow.k8s.storage;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A claim called data, and beside it what must not be reached from there. */
record World(Path top) implements AutoCloseable {

  static final String SECRET = "outside";

  /** Creates the two directories and a secret in the outer one. */
  static World on(Disk disk) throws IOException {
    World world = new World(disk.directory());
    Files.createDirectory(world.root());
    world.file("../outside/secret", SECRET);
    return world;
  }

  Path root() {
    return top.resolve("data");
  }

  Path outside() {
    return top.resolve("outside");
  }

  Path path(String name) {
    return root().resolve(name);
  }

  World file(String name, String content) throws IOException {
    Path file = path(name).normalize();
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  World link(String name, String target) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.createSymbolicLink(path(name), Path.of(target));
    return this;
  }

  World pipe(String name) throws IOException, InterruptedException {
    Process made = new ProcessBuilder("mkfifo", path(name).toString()).start();
    assumeThat(made.waitFor()).as("mkfifo").isZero();
    return this;
  }

  ContainedDirectory open() {
    return ContainedDirectory.open(root());
  }

  @Override
  public void close() throws IOException {
    Disk.delete(top);
  }
}
