package dev.avow.k8s.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One name in an opened directory, which is all that a handle is ever asked for: given a path of
 * several names, it would follow links like anybody else.
 *
 * @param request the request that led here
 * @param directory the handle on the directory
 * @param name the one name, or {@code .} for the directory itself
 */
record Place(Request request, SecureDirectoryStream<Path> directory, Path name) {

  /** An open may meet a link that is a directory again when it is looked at. */
  private static final int ATTEMPTS = 8;

  /** Returns another name in the same directory. */
  Place beside(String other) {
    return new Place(request, directory, name.getFileSystem().getPath(other));
  }

  /** Returns what is here, links not followed, or null if nothing is. */
  @Nullable BasicFileAttributes look() {
    try {
      return view(BasicFileAttributeView.class).readAttributes();
    } catch (IOException failure) {
      if (Failures.reason(failure) == Refusal.ABSENT) {
        return null;
      }
      throw failed(failure);
    }
  }

  /** Returns the owner, group and permissions of what is here; null where there are none. */
  @Nullable PosixFileAttributeView posix() {
    return directory.getFileAttributeView(
        name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  private <V extends FileAttributeView> V view(Class<V> type) {
    V view = directory.getFileAttributeView(name, type, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      throw new UncheckedIOException(new IOException("no attributes of %s".formatted(name)));
    }
    return view;
  }

  /**
   * Opens the directory that {@link #look()} has seen here.
   *
   * <p>Never the first to touch a name: an open of a pipe waits until somebody writes to it.
   */
  SecureDirectoryStream<Path> openDirectory() {
    return open(() -> directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
  }

  /** Opens the file that {@link #look()} has seen here. */
  SeekableByteChannel openFile(OpenOption... options) {
    return open(() -> channel(List.of(options)));
  }

  /** Creates a file that must not exist and opens it. */
  SeekableByteChannel create(List<OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return channel(options, attributes);
  }

  private SeekableByteChannel channel(List<OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    Set<OpenOption> all = new HashSet<>(options);
    all.add(LinkOption.NOFOLLOW_LINKS);
    return directory.newByteChannel(name, all, attributes);
  }

  /** Opens something. */
  @FunctionalInterface
  private interface Opening<T> {
    T open() throws IOException;
  }

  private <T> T open(Opening<T> opening) {
    for (int attempt = 1; ; attempt++) {
      try {
        return opening.open();
      } catch (IOException failure) {
        requireUnchanged();
        if (attempt == ATTEMPTS || Failures.reason(failure) != null) {
          throw failed(failure);
        }
      }
    }
  }

  /** Java does not tell that an open met a link, so it is looked at again. */
  private void requireUnchanged() {
    BasicFileAttributes now = look();
    Refusal reason = null;
    if (now != null && now.isSymbolicLink()) {
      reason = Refusal.LINK;
    } else if (now != null && now.isOther()) {
      reason = Refusal.SPECIAL_FILE;
    }
    if (reason != null) {
      RuntimeException refused = refused(reason);
      refused.initCause(new IOException("it was neither when it was looked at"));
      throw refused;
    }
  }

  ContainmentException refused(Refusal reason) {
    return request.refused(reason, name.toString());
  }

  RuntimeException failed(IOException failure) {
    return Failures.of(request, name.toString(), failure);
  }
}
