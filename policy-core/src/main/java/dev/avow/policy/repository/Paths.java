package dev.avow.policy.repository;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of a repository as texts, with slashes, from its top; the top itself is empty. */
final class Paths {

  private Paths() {}

  /** Returns {@code path} without what means nothing: {@code ./}, {@code a/..}, outer slashes. */
  static String normal(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.replace("${{ github.workspace }}", "").split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  /** Returns the folder that {@code path} is in. */
  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** Returns the last name of {@code path}. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns whether {@code path} is {@code folder} or below it. */
  static boolean isIn(String path, String folder) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }
}
