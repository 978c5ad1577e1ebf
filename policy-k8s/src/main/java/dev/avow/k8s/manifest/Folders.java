package dev.avow.k8s.manifest;

import dev.avow.policy.document.Reading;
import dev.avow.policy.document.Unreadable;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files among and below some paths, one folder listed at a time, in the order of their paths.
 */
final class Folders implements ManifestStream.Sources {

  private static final List<String> ENDINGS =
      List.of(".yaml", ".yml", ".json", ".ndjson", ".jsonl");

  /** What is still to be looked at, the next one first. */
  private final Deque<Found> waiting = new ArrayDeque<>();

  /**
   * The folders that were listed, by their real paths: links may lead to one twice, or in circles.
   */
  private final Set<Path> listed = new HashSet<>();

  /**
   * A path to look at.
   *
   * @param path the path
   * @param folder whether it is a folder
   * @param odd whether it is neither a folder nor a file, such as a pipe that nobody may ever fill
   * @param isNamed whether somebody named it, and it was not found in a folder
   */
  private record Found(Path path, boolean folder, boolean odd, boolean isNamed) {

    /** Takes what somebody named, whatever it is. */
    static Found named(Path path) {
      return new Found(path, Files.isDirectory(path), false, true);
    }

    /** Takes what is in a folder. */
    static Found inside(Path path) {
      boolean folder = Files.isDirectory(path);
      boolean odd = !folder && !Files.isRegularFile(path) && Files.exists(path);
      return new Found(path, folder, odd, false);
    }

    /** Returns the name by which paths below it are ordered. */
    String order() {
      return name() + (folder ? "/" : "");
    }

    /** Returns that it is a template, which nobody meets who goes through the chart's folder. */
    @Nullable Unreadable template() {
      return isNamed ? Charts.unrenderedPart(path) : null;
    }

    String name() {
      return String.valueOf(path.getFileName());
    }

    boolean isWanted() {
      String name = name();
      return folder
          ? !name.startsWith(".")
          : ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }
  }

  Folders(List<Path> paths) {
    paths.forEach(path -> waiting.add(Found.named(path)));
  }

  @Override
  public @Nullable Stream<Reading> next(Manifests.Progress progress) {
    Found next = waiting.poll();
    Unreadable template = next == null ? null : next.template();
    if (template != null) {
      return Stream.of(template);
    }
    while (next != null && next.folder()) {
      Unreadable failed = list(next.path());
      if (failed != null) {
        return Stream.of(failed);
      }
      next = waiting.poll();
    }
    if (next == null) {
      return null;
    }
    if (next.odd()) {
      return Stream.of(unavailable(next.path(), "must be a file or a folder but is neither"));
    }
    progress.file(next.path());
    return ManifestStream.READER.read(next.path());
  }

  /** Puts what is in {@code folder} before all else; returns what went wrong, if anything did. */
  private @Nullable Unreadable list(Path folder) {
    List<Found> inside = new ArrayList<>();
    try {
      if (!listed.add(folder.toRealPath())) {
        return null;
      }
      try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
        paths.forEach(path -> inside.add(Found.inside(path)));
      }
    } catch (IOException | DirectoryIteratorException failure) {
      return unavailable(folder, "folder must be readable but cannot be listed");
    }
    boolean isChart = inside.stream().anyMatch(found -> found.name().equals(Charts.FILE));
    Unreadable chart = isChart ? Charts.unrendered(folder) : null;
    inside.removeIf(found -> isChart && found.name().equals(Charts.FILE));
    inside.removeIf(found -> chart != null && found.folder() && Charts.renders(found.name()));
    inside.stream()
        .filter(Found::isWanted)
        .sorted(Comparator.comparing(Found::order).reversed())
        .forEach(waiting::addFirst);
    return chart;
  }

  private static Unreadable unavailable(Path path, String reason) {
    String source = path.toString().replace(path.getFileSystem().getSeparator(), "/");
    return new Unreadable(Location.in(source), Cause.UNAVAILABLE, reason);
  }
}
