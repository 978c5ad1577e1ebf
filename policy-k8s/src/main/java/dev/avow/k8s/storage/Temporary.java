package dev.avow.k8s.storage;

import java.util.UUID;

/** Names of what is not finished yet. */
final class Temporary {

  /** What a crash leaves behind starts like this. */
  static final String PREFIX = ".avow-";

  private Temporary() {}

  /** Returns a name that nobody can guess. */
  static String name() {
    return PREFIX + UUID.randomUUID();
  }
}
