package dev.avow.policy.scan;

import static java.util.stream.Collectors.joining;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Problem;
import dev.avow.policy.finding.Selector;
import dev.avow.policy.finding.Waiver;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The entries of a file while it is read. */
final class IgnoreEntries {

  /** Plain ids go for whatever kind of finding has them. */
  static final String ANY_KIND =
      Stream.of(
              ScanKind.VULNERABILITY, ScanKind.MISCONFIGURATION, ScanKind.SECRET, ScanKind.LICENSE)
          .map(kind -> ScanRules.of(kind).value())
          .collect(joining(",", "{", "}"));

  private final List<Waiver> waivers = new ArrayList<>();
  private final List<Problem> skipped = new ArrayList<>();

  void add(String rules, Selector on, String why, Optional<LocalDate> end, Location at) {
    String reason = "listed in " + at + (why.isBlank() ? "" : ": " + why.strip());
    Waiver waiver = Waiver.of(rules).on(on).because(reason).at(at);
    waivers.add(end.map(date -> waiver.until(date.minusDays(1))).orElse(waiver));
  }

  void skip(Location at, String expected, String found) {
    skipped.add(new Problem(at, expected, found));
  }

  /** Returns the date, in UTC, of a date or a time; nothing if it is neither. */
  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(
          text.length() > 10
              ? OffsetDateTime.parse(text.replace(' ', 'T'))
                  .withOffsetSameInstant(ZoneOffset.UTC)
                  .toLocalDate()
              : LocalDate.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  IgnoreFile file() {
    return new IgnoreFile(waivers, skipped);
  }
}
