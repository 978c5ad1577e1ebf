package dev.avow.k8s.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be done at a place that changes it; {@code found} is what a walk has seen there. */
final class Changes {

  private final Root root;

  Changes(Root root) {
    this.root = root;
  }

  void write(Place place, @Nullable BasicFileAttributes found, Content content) throws IOException {
    requireNameOfFile(place);
    if (found != null) {
      Reads.requireFile(place, found);
    }
    new AtomicWrite(root, place, found).write(content);
  }

  void createFile(Place place, @Nullable BasicFileAttributes found) throws IOException {
    requireNameOfFile(place);
    requireAbsent(place, found);
    place.create(List.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)).close();
  }

  private static void requireNameOfFile(Place place) {
    if (place.request().names().isEmpty()) {
      throw place.refused(Refusal.ROOT_ITSELF);
    }
    if (place.request().directory()) {
      throw place.refused(Refusal.NOT_A_DIRECTORY);
    }
  }

  Place createDirectory(
      SecureDirectoryStream<Path> start, Place place, @Nullable BasicFileAttributes found)
      throws IOException {
    requireAbsent(place, found);
    if (place.directory() instanceof CheckedStream checked) {
      checked.createDirectory(place.name());
      return place;
    }
    return createAndMove(start, place);
  }

  /**
   * Creates a directory although Java's handles cannot: it is made in the root by path, recognised
   * through the handle, and moved to its place.
   */
  private Place createAndMove(SecureDirectoryStream<Path> start, Place place) throws IOException {
    Place made = new Place(place.request(), start, place.name()).beside(Temporary.name());
    Path path = root.path().resolve(made.name().toString());
    Files.createDirectory(path);
    try {
      BasicFileAttributes seen = made.look();
      if (seen == null || !Objects.equals(seen.fileKey(), key(path))) {
        throw place.refused(Refusal.CHANGED);
      }
      start.move(made.name(), place.directory(), place.name());
    } catch (IOException failure) {
      throw undone(path, failure);
    } catch (RuntimeException failure) {
      throw undone(path, failure);
    }
    return place;
  }

  private static <T extends Exception> T undone(Path made, T failure) {
    try {
      Files.deleteIfExists(made);
    } catch (IOException left) {
      failure.addSuppressed(left);
    }
    return failure;
  }

  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  private static void requireAbsent(Place place, @Nullable BasicFileAttributes found) {
    if (place.request().names().isEmpty()) {
      throw place.refused(Refusal.ROOT_ITSELF);
    }
    if (found != null) {
      throw place.refused(Refusal.EXISTS);
    }
  }

  void delete(Place place, @Nullable BasicFileAttributes found) throws IOException {
    if (require(place, found).isDirectory()) {
      place.directory().deleteDirectory(place.name());
    } else {
      place.directory().deleteFile(place.name());
    }
  }

  Place rename(
      Place from,
      @Nullable BasicFileAttributes found,
      Place to,
      @Nullable BasicFileAttributes replaced) {
    boolean directory = require(from, found).isDirectory();
    requireAbsent(to, replaced);
    if (to.request().isBeneath(from.request())) {
      throw to.refused(Refusal.INTO_ITSELF);
    }
    if (to.request().directory() && !directory) {
      throw from.refused(Refusal.NOT_A_DIRECTORY);
    }
    try {
      from.directory().move(from.name(), to.directory(), to.name());
    } catch (IOException failure) {
      throw from.failed(failure);
    }
    return to;
  }

  private static BasicFileAttributes require(Place place, @Nullable BasicFileAttributes found) {
    if (place.request().names().isEmpty()) {
      throw place.refused(Refusal.ROOT_ITSELF);
    }
    if (found == null) {
      throw place.refused(Refusal.ABSENT);
    }
    return found;
  }
}
