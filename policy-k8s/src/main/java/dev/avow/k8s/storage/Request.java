package dev.avow.k8s.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;

/**
 * A path whose text is harmless: names to be walked one by one.
 *
 * @param asked how answers name it
 * @param names its components; none for the root itself
 * @param directory whether it ends like a directory's: in a slash or in {@code /.}
 */
record Request(Asked asked, List<String> names, boolean directory) {

  private static final int LONGEST_NAME = 255;

  /**
   * Reads the path that {@code asked} names, without touching any file system.
   *
   * @throws ContainmentException if its text is refused
   */
  static Request read(Asked asked, FileSystem system, int depth) {
    String path = asked.path();
    requireRelative(asked, path);
    String[] parts = path.split("/", -1);
    List<String> names = new ArrayList<>();
    for (String part : parts) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      requireName(asked, part, system);
      if (names.size() == depth) {
        throw asked.refused(Refusal.TOO_DEEP, part);
      }
      names.add(part);
    }
    String last = parts[parts.length - 1];
    return new Request(asked, List.copyOf(names), last.isEmpty() || last.equals("."));
  }

  /** Requires that the path starts nowhere else, on whatever system it is understood. */
  private static void requireRelative(Asked asked, String path) {
    if (path.isEmpty()) {
      throw asked.refused(Refusal.EMPTY, "");
    }
    if (path.startsWith("/")) {
      throw asked.refused(Refusal.ABSOLUTE, "");
    }
  }

  /** A drive starts anew wherever it stands: what is resolved against it leads to another disk. */
  private static boolean isDrive(String name) {
    int letter = name.charAt(0) | 0x20;
    return letter >= 'a' && letter <= 'z' && name.startsWith(":", 1);
  }

  private static void requireName(Asked asked, String name, FileSystem system) {
    if (name.indexOf('\0') >= 0) {
      throw asked.refused(Refusal.NUL, name);
    }
    if (name.indexOf('\\') >= 0) {
      throw asked.refused(Refusal.BACKSLASH, name);
    }
    if (isDrive(name)) {
      throw asked.refused(Refusal.DRIVE, name.substring(0, 2));
    }
    if (name.equals("..")) {
      throw asked.refused(Refusal.PARENT, name);
    }
    if (isLong(name)) {
      throw asked.refused(Refusal.NAME_TOO_LONG, name);
    }
    if (!isHeldBy(system, name)) {
      throw asked.refused(Refusal.NOT_A_NAME, name);
    }
  }

  private static boolean isLong(String name) {
    return name.length() > LONGEST_NAME
        || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
  }

  /** Some file systems would replace what they cannot hold, so that it must come back the same. */
  private static boolean isHeldBy(FileSystem system, String name) {
    try {
      return hasWholeCharacters(name) && system.getPath(name).toString().equals(name);
    } catch (InvalidPathException notAName) {
      return false;
    }
  }

  private static boolean hasWholeCharacters(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isSurrogate(name.charAt(i))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(name);
      }
    }
    return true;
  }

  ContainmentException refused(Refusal reason, String component) {
    return asked.refused(reason, component);
  }

  /** Returns the last name, or {@code .} for the root. */
  String lastName() {
    return names.isEmpty() ? "." : names.get(names.size() - 1);
  }

  /** Returns whether this lies beneath {@code other}. */
  boolean isBeneath(Request other) {
    int depth = other.names.size();
    return names.size() > depth && names.subList(0, depth).equals(other.names);
  }
}
