package dev.avow.k8s.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file written beside its place, brought to the disk, and only then renamed to it.
 *
 * <p>Readers see the old content or the new, and so does whoever looks after a crash.
 */
final class AtomicWrite {

  private static final Logger LOGGER = LoggerFactory.getLogger(AtomicWrite.class);

  private final Root root;
  private final Place place;
  private final Place temporary;
  private final @Nullable Permissions permissions;

  /**
   * Prepares to write to {@code place}.
   *
   * @param replaced what is there, or null if nothing is
   */
  AtomicWrite(Root root, Place place, @Nullable BasicFileAttributes replaced) {
    this.root = root;
    this.place = place;
    this.temporary = place.beside(Temporary.name());
    this.permissions = replaced == null ? null : Permissions.of(place);
  }

  /** Writes {@code content}; when it fails, what was there is there still, and nothing else. */
  void write(Content content) throws IOException {
    SeekableByteChannel file = create();
    boolean done = false;
    try {
      fill(file, content);
      temporary.directory().move(temporary.name(), place.directory(), place.name());
      done = true;
    } finally {
      if (!done) {
        discard();
      }
    }
    forceDirectory();
  }

  private void fill(SeekableByteChannel created, Content content) throws IOException {
    try (SeekableByteChannel file = created) {
      content.writeTo(file, place);
      if (permissions != null) {
        permissions.giveTo(temporary);
      }
      force(file);
    }
  }

  private SeekableByteChannel create() throws IOException {
    FileAttribute<?>[] attributes =
        permissions == null
            ? new FileAttribute<?>[0]
            : new FileAttribute<?>[] {permissions.atFirst()};
    return temporary.create(
        List.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
  }

  /** Brings the rename to the disk, too; some file systems of networks cannot. */
  private void forceDirectory() {
    if (root.guarantee() != Guarantee.OPENED) {
      return;
    }
    try (SeekableByteChannel directory = place.beside(".").openFile(StandardOpenOption.READ)) {
      force(directory);
    } catch (IOException | RuntimeException failure) {
      LOGGER.warn(
          "a file was replaced, but its directory could not be brought to the disk", failure);
    }
  }

  private static void force(SeekableByteChannel file) throws IOException {
    if (file instanceof FileChannel channel) {
      channel.force(true);
    }
  }

  private void discard() {
    try {
      temporary.directory().deleteFile(temporary.name());
    } catch (IOException failure) {
      LOGGER.warn("an unfinished file could not be deleted", failure);
    }
  }
}
