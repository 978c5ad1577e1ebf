package dev.avow.policy.version.line;

import dev.avow.policy.version.ask.Missing;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.scheme.Numbers;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * What was released not longer ago than a period, its last day included.
 *
 * @param period how long
 * @param depth of how many numbers the line is made whose first release counts; 0 if the release
 *     itself does
 */
record ReleasedWithin(Period period, int depth) implements Coverage {

  @Override
  public Match covers(Inquiry inquiry) {
    Version version = inquiry.version();
    if (version == null) {
      return Match.NO;
    }
    Optional<LocalDate> start = start(inquiry, version);
    if (start.isEmpty()) {
      return Match.unknown(
          Missing.Kind.RELEASE_DATE,
          "the day of " + (depth == 0 ? version : "the first release of the line of " + version));
    }
    boolean out = !start.get().isAfter(inquiry.day());
    return Match.of(out && !inquiry.day().isAfter(start.get().plus(period)));
  }

  private Optional<LocalDate> start(Inquiry inquiry, Version version) {
    Optional<Release> counts =
        depth == 0
            ? inquiry.releases().find(version)
            : inquiry.releases().first(known -> isSameLine(known.numbers(), version.numbers()));
    return counts.flatMap(Release::day);
  }

  private boolean isSameLine(List<String> one, List<String> other) {
    return Numbers.compare(one, other, depth) == 0;
  }

  @Override
  public Closeness closeness() {
    return Closeness.OPEN;
  }
}
