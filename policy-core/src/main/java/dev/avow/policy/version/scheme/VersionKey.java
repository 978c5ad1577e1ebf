package dev.avow.policy.version.scheme;

import java.util.List;

/**
 * What a scheme has read of a version: that by which it is compared, and the line it belongs to.
 *
 * <p>Keys are compared with keys of the same scheme only. Immutable.
 */
public interface VersionKey extends Comparable<VersionKey> {

  /**
   * Returns the numbers that the version begins with, in decimal digits without leading zeros:
   * {@code ["1", "10"]} of {@code 1.10-rc1}; none if it begins with something else.
   */
  List<String> numbers();

  /** Returns whether it comes before the release that its numbers name. */
  boolean isPreRelease();

  /** Returns the words behind the numbers, in lower case: {@code ["rc"]} of {@code 1.10-rc1}. */
  List<String> words();
}
