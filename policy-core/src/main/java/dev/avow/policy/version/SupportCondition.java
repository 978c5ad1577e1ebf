package dev.avow.policy.version;

import dev.avow.policy.finding.Severity;
import dev.avow.policy.version.ask.SupportQuestion;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * For which vulnerabilities a row holds: for all, for those of some severities, or for those within
 * a band of CVSS scores.
 *
 * <p>Immutable.
 */
public final class SupportCondition {

  private static final SupportCondition ANY = new SupportCondition(Set.of(), null);

  private final Set<Severity> severities;
  private final @Nullable CvssBand band;

  private SupportCondition(Set<Severity> severities, @Nullable CvssBand band) {
    this.severities = severities;
    this.band = band;
  }

  /** Returns the condition that every vulnerability meets. */
  public static SupportCondition any() {
    return ANY;
  }

  /**
   * Returns the condition that vulnerabilities of {@code severities} meet.
   *
   * @throws IllegalArgumentException if there are none, or UNKNOWN is among them
   */
  public static SupportCondition severities(Severity... severities) {
    Set<Severity> some = new TreeSet<>(Arrays.asList(severities));
    if (some.isEmpty() || some.contains(Severity.UNKNOWN)) {
      throw new IllegalArgumentException(
          "severities must be known ones and at least one but were %s".formatted(some));
    }
    return new SupportCondition(EnumSet.copyOf(some), null);
  }

  /**
   * Returns the condition that vulnerabilities with a CVSS score in {@code band}, both ends
   * included, meet.
   *
   * @param band such as {@code 4.0-8.9}, {@code >= 7.0} or {@code 9.8}
   * @throws IllegalArgumentException if it is none
   */
  public static SupportCondition cvss(String band) {
    return new SupportCondition(Set.of(), CvssBand.of(band));
  }

  /** Returns whether every vulnerability meets it. */
  public boolean isAny() {
    return severities.isEmpty() && band == null;
  }

  /** Returns the severities, from least to most; none if it does not speak of severities. */
  public List<Severity> severities() {
    return severities.stream().sorted().toList();
  }

  /** Returns the band of scores as it is written, if it speaks of scores. */
  public Optional<String> cvss() {
    return Optional.ofNullable(band).map(CvssBand::text);
  }

  /** Returns whether the vulnerability of {@code question} meets it; nothing if that is unknown. */
  Optional<Boolean> isMet(SupportQuestion question) {
    if (isAny()) {
      return Optional.of(true);
    }
    if (band == null) {
      return question.severity().map(severities::contains);
    }
    OptionalDouble low = question.lowestCvss();
    OptionalDouble high = question.highestCvss();
    return low.isPresent() && high.isPresent()
        ? band.holds(low.getAsDouble(), high.getAsDouble())
        : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SupportCondition that
        && severities.equals(that.severities)
        && Objects.equals(band, that.band);
  }

  @Override
  public int hashCode() {
    return Objects.hash(severities, band);
  }

  /** Returns what it asks for: {@code severity high, critical}, {@code CVSS 4.0-8.9}. */
  @Override
  public String toString() {
    if (band != null) {
      return "CVSS " + band.text();
    }
    return isAny()
        ? "any severity"
        : severities().stream()
            .map(severity -> severity.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", "severity ", ""));
  }
}
