package dev.avow.k8s.rule;

import java.io.Serializable;

/**
 * A path of a node that pods may mount, with all that is below it.
 *
 * @param path the path
 * @param readOnly whether it must be mounted read-only
 */
record AllowedHostPath(NodePath path, boolean readOnly) implements Serializable {

  private static final String READ_ONLY = ":ro";

  /** Returns the path that {@code text} names: {@code /var/log}, or {@code /var/log:ro}. */
  static AllowedHostPath parse(String text) {
    boolean readOnly = text.endsWith(READ_ONLY);
    String path = readOnly ? text.substring(0, text.length() - READ_ONLY.length()) : text;
    return new AllowedHostPath(NodePath.parse(path), readOnly);
  }

  /** Returns the path as {@link #parse} reads it. */
  @Override
  public String toString() {
    return path + (readOnly ? READ_ONLY : "");
  }
}
