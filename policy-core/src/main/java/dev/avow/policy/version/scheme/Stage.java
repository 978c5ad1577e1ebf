package dev.avow.policy.version.scheme;

import java.util.Map;
import java.util.Optional;

/** How far a version is from the release that its numbers name, from the earliest to the latest. */
enum Stage {
  BUILD,
  ALPHA,
  BETA,
  MILESTONE,
  PREVIEW,
  CANDIDATE,
  RELEASE,
  LATER;

  private static final Map<String, Stage> BY_WORD =
      Map.ofEntries(
          Map.entry("dev", BUILD),
          Map.entry("snapshot", BUILD),
          Map.entry("nightly", BUILD),
          Map.entry("canary", BUILD),
          Map.entry("alpha", ALPHA),
          Map.entry("beta", BETA),
          Map.entry("m", MILESTONE),
          Map.entry("milestone", MILESTONE),
          Map.entry("pre", PREVIEW),
          Map.entry("preview", PREVIEW),
          Map.entry("next", PREVIEW),
          Map.entry("ea", PREVIEW),
          Map.entry("rc", CANDIDATE),
          Map.entry("cr", CANDIDATE),
          Map.entry("final", RELEASE),
          Map.entry("ga", RELEASE),
          Map.entry("release", RELEASE),
          Map.entry("lts", RELEASE),
          Map.entry("sp", LATER),
          Map.entry("post", LATER),
          Map.entry("patch", LATER),
          Map.entry("hotfix", LATER),
          Map.entry("rev", LATER));

  /** Returns the stage that {@code word}, in lower case, names. */
  static Optional<Stage> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
