package dev.avow.k8s.storage;

import dev.avow.k8s.storage.Entry.Kind;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done at a place without changing it; {@code seen} is what a walk has seen there. */
final class Reads {

  private final ContainmentLimits limits;

  Reads(ContainmentLimits limits) {
    this.limits = limits;
  }

  /** Opens the file that a walk has ended at. */
  SeekableByteChannel open(Place place, @Nullable BasicFileAttributes seen) {
    BasicFileAttributes found = require(place, seen);
    requireFile(place, found);
    if (found.size() > limits.bytesRead()) {
      throw place.refused(Refusal.TOO_LARGE);
    }
    SeekableByteChannel file = place.openFile(StandardOpenOption.READ);
    return new LimitedChannel(file, limits.bytesRead(), () -> place.refused(Refusal.TOO_LARGE));
  }

  /** Lists the directory that a walk has ended at, sorted by name. */
  List<Entry> list(Place place, @Nullable BasicFileAttributes seen) throws IOException {
    requireDirectory(place, require(place, seen));
    List<Entry> entries = new ArrayList<>();
    try (SecureDirectoryStream<Path> directory = place.openDirectory()) {
      int count = 0;
      for (Path path : directory) {
        if (++count > limits.entries()) {
          throw place.refused(Refusal.TOO_MANY_ENTRIES);
        }
        add(new Place(place.request(), directory, path.getFileName()), entries);
      }
    } catch (DirectoryIteratorException failure) {
      throw failed(place, failure);
    }
    entries.sort(Comparator.comparing(Entry::name));
    return List.copyOf(entries);
  }

  private static RuntimeException failed(Place place, DirectoryIteratorException failure) {
    IOException cause = failure.getCause();
    return cause == null ? failure : place.failed(cause);
  }

  /** What is gone between being listed and being looked at is not there. */
  private static void add(Place entry, List<Entry> entries) {
    BasicFileAttributes found = entry.look();
    if (found != null) {
      entries.add(Entry.of(entry.name().toString(), found));
    }
  }

  /** Opens whatever a walk has ended at, and lets it go. */
  Place touch(Place place, @Nullable BasicFileAttributes seen) throws IOException {
    BasicFileAttributes found = require(place, seen);
    if (Kind.of(found) == Kind.DIRECTORY) {
      place.openDirectory().close();
    } else {
      requireFile(place, found);
      place.openFile(StandardOpenOption.READ).close();
    }
    return place;
  }

  /** Requires that a walk has ended at a file or a directory, without opening it. */
  Place see(Place place, @Nullable BasicFileAttributes seen) {
    BasicFileAttributes found = require(place, seen);
    if (Kind.of(found) != Kind.DIRECTORY) {
      requireFile(place, found);
    }
    return place;
  }

  private static BasicFileAttributes require(Place place, @Nullable BasicFileAttributes seen) {
    if (seen == null) {
      throw place.refused(Refusal.ABSENT);
    }
    return seen;
  }

  static void requireFile(Place place, BasicFileAttributes found) {
    switch (Kind.of(found)) {
      case FILE -> {}
      case DIRECTORY -> throw place.refused(Refusal.IS_A_DIRECTORY);
      case LINK, SPECIAL -> throw place.refused(Refusal.SPECIAL_FILE);
    }
  }

  private static void requireDirectory(Place place, BasicFileAttributes found) {
    switch (Kind.of(found)) {
      case DIRECTORY -> {}
      case SPECIAL -> throw place.refused(Refusal.SPECIAL_FILE);
      case FILE, LINK -> throw place.refused(Refusal.NOT_A_DIRECTORY);
    }
  }
}
