package dev.avow.policy.version.ask;

import dev.avow.policy.version.scheme.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked about. */
public sealed interface Asked {

  /**
   * A version.
   *
   * @param version which one
   */
  record OfVersion(Version version) implements Asked {
    @Override
    public String toString() {
      return version.toString();
    }
  }

  /**
   * A commit on a branch.
   *
   * @param branch the branch
   * @param isHead whether it is the newest commit there
   */
  record OfBranch(String branch, boolean isHead) implements Asked {
    @Override
    public String toString() {
      return (isHead ? "the head of " : "a commit behind ") + branch;
    }
  }

  /** An image, by its tag and digest. */
  final class OfImage implements Asked {

    private final @Nullable String tag;
    private final boolean digest;

    private OfImage(@Nullable String tag, boolean digest) {
      this.tag = tag;
      this.digest = digest;
    }

    /** Returns an image under {@code tag}. */
    static OfImage tagged(String tag) {
      return new OfImage(tag, false);
    }

    /** Returns an image of which only a digest, or nothing at all, tells which one it is. */
    static OfImage untagged(boolean byDigest) {
      return new OfImage(null, byDigest);
    }

    /** Returns its tag, if it has one. */
    public Optional<String> tag() {
      return Optional.ofNullable(tag);
    }

    @Override
    public String toString() {
      return tag == null
          ? digest ? "an image by its digest" : "an image without a tag"
          : "image tag " + tag;
    }
  }
}
