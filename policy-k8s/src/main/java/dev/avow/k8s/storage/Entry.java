package dev.avow.k8s.storage;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * One entry of a directory that was listed.
 *
 * @param name its name, which is no path
 * @param kind what it is; of a link, that it is one
 * @param bytes its size in bytes; of anything but a file, whatever the file system says
 * @param modified when it was last changed
 */
public record Entry(String name, Kind kind, long bytes, Instant modified) {

  /** What an entry is. */
  public enum Kind {
    /** A regular file. */
    FILE,
    /** A directory. */
    DIRECTORY,
    /** A symbolic link, wherever it leads. */
    LINK,
    /** A pipe, a device or a socket, or a junction of Windows, wherever it leads. */
    SPECIAL;

    /** A junction says that it is a directory, too, so that what is special is asked first. */
    static Kind of(BasicFileAttributes attributes) {
      if (attributes.isSymbolicLink()) {
        return LINK;
      }
      if (attributes.isOther()) {
        return SPECIAL;
      }
      return attributes.isDirectory() ? DIRECTORY : FILE;
    }
  }

  static Entry of(String name, BasicFileAttributes attributes) {
    return new Entry(
        name, Kind.of(attributes), attributes.size(), attributes.lastModifiedTime().toInstant());
  }
}
