package dev.avow.policy.version.line;

import dev.avow.policy.version.ask.Missing;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.scheme.Numbers;
import dev.avow.policy.version.scheme.Version;
import java.util.List;

/** Releases of lines that have long-term support. */
record LongTerm() implements Coverage {

  @Override
  public Match covers(Inquiry inquiry) {
    Version version = inquiry.version();
    if (version == null) {
      return Match.NO;
    }
    List<Release> marked =
        inquiry.releases().releases().stream().filter(Release::hasLongTermSupport).toList();
    return marked.isEmpty()
        ? Match.unknown(Missing.Kind.RELEASES, "the releases with long-term support")
        : Match.of(marked.stream().anyMatch(one -> sharesLine(one.version(), version)));
  }

  /** A mark counts for the line of its release: all numbers but the last, and at least one. */
  private static boolean sharesLine(Version marked, Version version) {
    int depth = Math.max(1, Math.min(2, marked.numbers().size() - 1));
    return Numbers.compare(marked.numbers(), version.numbers(), depth) == 0;
  }

  @Override
  public Closeness closeness() {
    return Closeness.OPEN;
  }
}
