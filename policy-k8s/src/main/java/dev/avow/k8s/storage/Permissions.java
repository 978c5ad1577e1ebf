package dev.avow.k8s.storage;

import java.io.IOException;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of a file, handed on to the file that replaces it.
 *
 * <p>Owner and group are not: they can be given away by name only, and whoever else writes to the
 * directory could put another file under that name.
 */
final class Permissions {

  private final PosixFileAttributes replaced;

  private Permissions(PosixFileAttributes replaced) {
    this.replaced = replaced;
  }

  /** Returns the permissions of what is at {@code place}; null where there is no such thing. */
  static @Nullable Permissions of(Place place) {
    PosixFileAttributeView view = place.posix();
    try {
      return view == null ? null : new Permissions(view.readAttributes());
    } catch (IOException failure) {
      throw place.failed(failure);
    }
  }

  /**
   * Returns with what to create the new file, whatever its group: what is asked for where that can
   * be, so that mostly nothing needs to change afterwards.
   */
  FileAttribute<?> atFirst() {
    Set<PosixFilePermission> permissions = forAnotherGroup();
    permissions.add(PosixFilePermission.OWNER_READ);
    return PosixFilePermissions.asFileAttribute(permissions);
  }

  /** Gives the permissions to {@code file}; another group than before gets none of its own. */
  void giveTo(Place file) throws IOException {
    PosixFileAttributeView view = file.posix();
    if (view == null) {
      return;
    }
    PosixFileAttributes now = view.readAttributes();
    Set<PosixFilePermission> wanted =
        now.group().equals(replaced.group()) ? replaced.permissions() : forAnotherGroup();
    if (!now.permissions().equals(wanted)) {
      view.setPermissions(wanted);
    }
  }

  /** Returns the permissions with those of the group cut down to what everybody may. */
  private Set<PosixFilePermission> forAnotherGroup() {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(replaced.permissions());
    limit(permissions, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    limit(permissions, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    limit(permissions, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
    return permissions;
  }

  private static void limit(
      Set<PosixFilePermission> permissions, PosixFilePermission group, PosixFilePermission others) {
    if (!permissions.contains(others)) {
      permissions.remove(group);
    }
  }
}
