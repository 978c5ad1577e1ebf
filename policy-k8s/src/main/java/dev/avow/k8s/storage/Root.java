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
import org.jspecify.annotations.Nullable;

/** The open root and what is open beneath it. */
final class Root {

  private final Path path;
  private final Handle handle;
  private final Handles handles;
  private final Guarantee guarantee;
  private final @Nullable String device;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Something done with the handle. */
  @FunctionalInterface
  interface Action<T> {
    T with(Handle root) throws IOException;
  }

  private Root(Path path, SecureDirectoryStream<Path> stream, Guarantee guarantee, int kept)
      throws IOException {
    this.path = path;
    this.handles = new Handles(kept);
    this.handle = new Handle(stream);
    this.guarantee = guarantee;
    BasicFileAttributeView view = stream.getFileAttributeView(BasicFileAttributeView.class);
    this.device = view == null ? null : Device.of(view.readAttributes());
  }

  /**
   * Opens {@code directory}, or the directory that it links to: the root is taken on trust.
   *
   * @param byPaths whether to do without handles even where there are some
   * @param kept how many directories beneath it are kept open
   */
  static Root open(Path directory, boolean byPaths, int kept) throws IOException {
    Path path = directory.toRealPath();
    @SuppressWarnings("StreamResourceLeak") // it stays open as long as the root
    DirectoryStream<Path> opened = Files.newDirectoryStream(path);
    try {
      if (!byPaths && opened instanceof SecureDirectoryStream<Path> secure) {
        return new Root(path, secure, Guarantee.OPENED, kept);
      }
      opened.close();
      return new Root(path, new CheckedStream(path), Guarantee.CHECKED, kept);
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
    if (closed.get() || !handle.hold()) {
      throw new IllegalStateException("%s must be open but was closed".formatted(path));
    }
    try {
      return action.with(handle);
    } finally {
      handle.release();
    }
  }

  /** Refuses all further operations; those under way end in peace. */
  void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      handles.close();
      handle.release();
    }
  }

  /** Returns where the root was when it was opened. */
  Path path() {
    return path;
  }

  /** Returns the directories beneath the root that are kept open. */
  Handles handles() {
    return handles;
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
