package dev.avow.policy.version.line;

import dev.avow.policy.version.ask.Missing;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.scheme.Version;
import java.util.List;
import java.util.Optional;

/**
 * The newest release, perhaps of a line.
 *
 * @param scope of which versions
 * @param name how a message calls them: {@code 8.x}; empty for all
 * @param preRelease whether the newest pre-release is meant
 * @param lts whether it has to have long-term support
 */
record Newest(Span scope, String name, boolean preRelease, boolean lts) implements Coverage {

  @Override
  public Match covers(Inquiry inquiry) {
    Version version = inquiry.version();
    boolean possible =
        version != null
            && version.isPreRelease() == preRelease
            && scope.contains(version, inquiry.isStrict());
    if (version == null || !possible) {
      return Match.NO;
    }
    Optional<Release> newest = find(inquiry);
    if (newest.isEmpty()) {
      return unknown(inquiry);
    }
    Version known = newest.get().version();
    int order = version.compareTo(known);
    if (inquiry.tag() && standsForLineOf(version, known)) {
      return Match.unknown(Missing.Kind.IDENTITY, "which release the tag " + version + " names");
    }
    return order > 0 ? later(inquiry, version) : Match.of(order == 0);
  }

  private static boolean standsForLineOf(Version tag, Version release) {
    List<String> numbers = tag.numbers();
    return numbers.size() < release.numbers().size()
        && release.numbers().subList(0, numbers.size()).equals(numbers);
  }

  /** What is newer than the newest is not released yet, or the releases are not all known. */
  private Match later(Inquiry inquiry, Version version) {
    Optional<Release> itself = inquiry.releases().find(version);
    return itself.isPresent()
        ? Match.NO
        : Match.unknown(Missing.Kind.RELEASES, "a list of releases that knows " + version);
  }

  @Override
  public Match isAbove(Inquiry inquiry) {
    Version version = inquiry.version();
    if (version == null) {
      return Match.of(inquiry.branch() != null && !inquiry.head());
    }
    Optional<Release> newest = find(inquiry);
    if (newest.isEmpty()) {
      return unknown(inquiry);
    }
    if (inquiry.tag() && standsForLineOf(version, newest.get().version())) {
      return Match.unknown(Missing.Kind.IDENTITY, "which release the tag " + version + " names");
    }
    return Match.of(version.compareTo(newest.get().version()) < 0);
  }

  private Optional<Release> find(Inquiry inquiry) {
    return inquiry
        .releases()
        .newest(known -> known.isPreRelease() == preRelease && isIn(known, inquiry), inquiry.day());
  }

  private boolean isIn(Version known, Inquiry inquiry) {
    return scope.contains(known, inquiry.isStrict())
        && (!lts || inquiry.releases().find(known).filter(Release::hasLongTermSupport).isPresent());
  }

  private Match unknown(Inquiry inquiry) {
    String of = name.isEmpty() ? "" : " of " + name;
    boolean none = inquiry.releases().isEmpty() || inquiry.releases().isComplete();
    return Match.unknown(
        Missing.Kind.RELEASES, "the releases" + of + (none ? "" : " up to " + inquiry.day()));
  }

  @Override
  public Closeness closeness() {
    return Closeness.ONE;
  }

  @Override
  public boolean namesPreReleases() {
    return preRelease;
  }
}
