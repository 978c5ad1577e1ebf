package dev.avow.k8s.manifest;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where manifests come from.
 *
 * <p>Each {@link #stream()} reads anew and must be closed. Memory is that of one document, however
 * many there are.
 */
@FunctionalInterface
@SuppressWarnings("DoNotCallSuggester")
public interface Manifests {

  /** Returns the manifests, one by one, in order; close it when done. */
  Stream<Manifest> stream();

  /**
   * Returns the manifests in {@code path}: a file, or a folder with all that is below it, sorted.
   * Whatever cannot be read is {@link Manifest.Unreadable}.
   */
  static Manifests in(Path path) {
    throw new UnsupportedOperationException(path.toString());
  }

  /** Returns the manifests in {@code text}, which is called {@code source} in findings. */
  static Manifests of(String source, String text) {
    throw new UnsupportedOperationException(source + text);
  }

  /** Returns the manifests in {@code in}, which can be read once only. */
  static Manifests from(String source, InputStream in) {
    throw new UnsupportedOperationException(source + in);
  }
}
