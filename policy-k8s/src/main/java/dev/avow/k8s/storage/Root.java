package dev.avow.k8s.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The handle on a root, kept until the last operation that uses it has ended.
 *
 * <p>So closing never waits, not even for an operation that hangs, and never cuts one short.
 */
final class Root {

  private final Path path;
  private final SecureDirectoryStream<Path> stream;
  private final Guarantee guarantee;
  private final @Nullable String device;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** How many hold the handle: the operations under way, and the owner until it closes. */
  private final AtomicInteger holders = new AtomicInteger(1);

  /** Something done with the handle. */
  @FunctionalInterface
  interface Action<T> {
    T with(SecureDirectoryStream<Path> root) throws IOException;
  }

  private Root(Path path, SecureDirectoryStream<Path> stream, Guarantee guarantee)
      throws IOException {
    this.path = path;
    this.stream = stream;
    this.guarantee = guarantee;
    BasicFileAttributeView view = stream.getFileAttributeView(BasicFileAttributeView.class);
    this.device = view == null ? null : Device.of(view.readAttributes());
  }

  /** Opens {@code directory}, or the directory that it links to: the root is taken on trust. */
  static Root open(Path directory, boolean byPaths) throws IOException {
    Path path = directory.toRealPath();
    DirectoryStream<Path> opened = Files.newDirectoryStream(path);
    try {
      if (!byPaths && opened instanceof SecureDirectoryStream<Path> secure) {
        return new Root(path, secure, Guarantee.OPENED);
      }
      opened.close();
      return new Root(path, new CheckedStream(path), Guarantee.CHECKED);
    } catch (IOException | RuntimeException failure) {
      opened.close();
      throw failure;
    }
  }

  /**
   * Runs {@code action} with the handle.
   *
   * @throws IllegalStateException if the root was closed
   */
  <T> T use(Action<T> action) throws IOException {
    holders.incrementAndGet();
    try {
      if (closed.get()) {
        throw new IllegalStateException("%s must be open but was closed".formatted(path));
      }
      return action.with(stream);
    } finally {
      release();
    }
  }

  /** Refuses all further operations; those under way end in peace. */
  void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      release();
    }
  }

  private void release() throws IOException {
    if (holders.decrementAndGet() == 0) {
      stream.close();
    }
  }

  /** Returns where the root was when it was opened. */
  Path path() {
    return path;
  }

  FileSystem system() {
    return path.getFileSystem();
  }

  Guarantee guarantee() {
    return guarantee;
  }

  /** Returns whether something lies on the file system of the root, as far as that can be told. */
  boolean isOnSameDevice(BasicFileAttributes attributes) {
    String other = Device.of(attributes);
    return device == null || other == null || device.equals(other);
  }
}
