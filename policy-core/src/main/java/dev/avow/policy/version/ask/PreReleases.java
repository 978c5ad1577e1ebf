package dev.avow.policy.version.ask;

/** Where the pre-releases of a version belong. */
public enum PreReleases {
  /** To the line that their numbers name, as most readers take it: 3.27.0-RC1 to 3.27.x. */
  WITH_THEIR_LINE,
  /** Before it, as they are ordered: 3.27.0-RC1 is below 3.27.0, and not in 3.27.x. */
  BEFORE_THEIR_LINE,
  /** Nowhere: none is supported unless a row names it or its kind. */
  UNSUPPORTED
}
