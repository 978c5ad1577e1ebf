package dev.avow.policy.version.line;

import dev.avow.policy.version.ask.Missing;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.scheme.Numbers;
import dev.avow.policy.version.scheme.Version;
import java.util.List;

/**
 * The newest lines of releases: the last three minor versions.
 *
 * @param skip how many of the newest are left out
 * @param count how many are meant
 * @param depth of how many numbers a line is made; {@link Integer#MAX_VALUE} for single releases
 * @param scope of which versions
 */
record NewestLines(int skip, int count, int depth, Span scope) implements Coverage {

  @Override
  public Match covers(Inquiry inquiry) {
    Version version = inquiry.version();
    if (version == null || !scope.contains(version, inquiry.isStrict())) {
      return Match.NO;
    }
    List<List<String>> lines = lines(inquiry);
    if (lines.isEmpty()) {
      return unknown(inquiry);
    }
    if (compare(version, lines.get(0)) > 0) {
      return version.isPreRelease()
          ? Match.NO
          : Match.unknown(Missing.Kind.RELEASES, "a list of releases that knows " + version);
    }
    if (depth == Integer.MAX_VALUE && version.isPreRelease()) {
      return Match.NO;
    }
    return Match.of(meant(lines).stream().anyMatch(line -> compare(version, line) == 0));
  }

  @Override
  public Match isAbove(Inquiry inquiry) {
    Version version = inquiry.version();
    if (version == null) {
      return Match.NO;
    }
    List<List<String>> lines = lines(inquiry);
    if (lines.isEmpty()) {
      return unknown(inquiry);
    }
    List<List<String>> meant = meant(lines);
    return Match.of(!meant.isEmpty() && compare(version, meant.get(meant.size() - 1)) < 0);
  }

  private List<List<String>> lines(Inquiry inquiry) {
    ReleaseCatalog releases = inquiry.releases();
    return releases.tellsLines(depth)
        ? releases.lines(depth, inquiry.day()).stream()
            .filter(line -> scope.contains(Version.of(String.join(".", line)), false))
            .toList()
        : List.of();
  }

  private List<List<String>> meant(List<List<String>> lines) {
    int from = Math.min(skip, lines.size());
    return lines.subList(from, Math.min(from + count, lines.size()));
  }

  private int compare(Version version, List<String> line) {
    return depth == Integer.MAX_VALUE
        ? Numbers.compare(version.numbers(), line)
        : Numbers.compare(version.numbers(), line, depth);
  }

  private Match unknown(Inquiry inquiry) {
    boolean lines = !inquiry.releases().isEmpty() && !inquiry.releases().isComplete();
    return Match.unknown(Missing.Kind.RELEASES, lines ? "a list of all releases" : "the releases");
  }

  @Override
  public Closeness closeness() {
    return Closeness.OPEN;
  }
}
