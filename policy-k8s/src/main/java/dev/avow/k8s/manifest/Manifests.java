package dev.avow.k8s.manifest;

import dev.avow.policy.document.Document;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where manifests come from.
 *
 * <p>Each {@link #stream()} reads anew and must be closed. Memory is that of one document, however
 * many there are.
 *
 * <pre>{@code
 * try (Stream<Manifest> manifests = Manifests.in(Path.of("deploy")).stream()) {
 *   manifests.forEach(manifest -> …);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Manifests {

  /** Returns the manifests, one by one, in order; close it when done. */
  Stream<Manifest> stream();

  /**
   * Returns the manifests in {@code path}: a file, whatever its name, or a folder with all that is
   * below it, sorted by path.
   *
   * <p>Of a folder, files are read that end in {@code .yaml}, {@code .yml}, {@code .json}, {@code
   * .ndjson} or {@code .jsonl}; hidden folders are passed over. Links are followed, and each folder
   * is read once however many lead there. Whatever cannot be read is {@link Manifest.Unreadable};
   * so is a Helm chart that holds templates, once, with the advice to render it.
   */
  static Manifests in(Path path) {
    return in(List.of(path));
  }

  /** Returns the manifests in {@code paths}, one after the other. */
  static Manifests in(Collection<Path> paths) {
    return in(paths, new Progress() {});
  }

  /** Returns the manifests in {@code paths} and tells {@code progress} what is being read. */
  static Manifests in(Collection<Path> paths, Progress progress) {
    List<Path> all = List.copyOf(paths);
    return () -> ManifestStream.of(new Folders(all), progress);
  }

  /** Returns the manifests in {@code text}, which is called {@code source} in findings. */
  static Manifests of(String source, String text) {
    return () -> ManifestStream.of(ManifestStream.READER.read(source, text));
  }

  /** Returns the manifests in {@code in}, which can be read once only. */
  static Manifests from(String source, InputStream in) {
    return () -> ManifestStream.of(ManifestStream.READER.read(source, in));
  }

  /** Hears what is being read, so that «3 files, no documents» can be told from nothing at all. */
  interface Progress {

    /** Hears that {@code path} is going to be read. */
    default void file(Path path) {}

    /** Hears that {@code document} was read, whether or not it holds resources. */
    default void document(Document document) {}
  }
}
