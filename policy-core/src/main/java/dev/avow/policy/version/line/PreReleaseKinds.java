package dev.avow.policy.version.line;

import dev.avow.policy.version.scheme.Version;
import java.util.Set;

/**
 * Pre-releases of some kinds.
 *
 * @param words the words that mark them; none if all are meant
 */
record PreReleaseKinds(Set<String> words) implements Coverage {

  PreReleaseKinds {
    words = Set.copyOf(words);
  }

  @Override
  public Match covers(Inquiry inquiry) {
    Version version = inquiry.version();
    boolean covered =
        version != null
            && version.isPreRelease()
            && (words.isEmpty() || version.words().stream().anyMatch(words::contains));
    return Match.of(covered);
  }

  @Override
  public Closeness closeness() {
    return Closeness.ONE;
  }

  @Override
  public boolean namesPreReleases() {
    return true;
  }
}
