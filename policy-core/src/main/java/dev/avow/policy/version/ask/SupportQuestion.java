package dev.avow.policy.version.ask;

import dev.avow.policy.finding.Severity;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A question about support: of what, on which day, for a vulnerability of which severity, and with
 * which releases known.
 *
 * <pre>{@code
 * SupportQuestion.about(Version.of("8.1.0"), today).severity(HIGH).knowing(releases);
 * SupportQuestion.aboutHead("main", today);
 * SupportQuestion.aboutImage("1.27-alpine", today);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class SupportQuestion {

  /** The least score of each severity, by CVSS. */
  private static final double LOW = 0.1;

  private static final double MEDIUM = 4.0;
  private static final double HIGH = 7.0;
  private static final double CRITICAL = 9.0;
  private static final double HIGHEST = 10.0;

  private final Asked asked;
  private final LocalDate day;
  private final @Nullable Severity severity;
  private final double cvss;
  private final ReleaseCatalog releases;

  private SupportQuestion(
      Asked asked,
      LocalDate day,
      @Nullable Severity severity,
      double cvss,
      ReleaseCatalog releases) {
    this.asked = asked;
    this.day = day;
    this.severity = severity;
    this.cvss = cvss;
    this.releases = releases;
  }

  private static SupportQuestion of(Asked asked, LocalDate day) {
    return new SupportQuestion(asked, day, null, Double.NaN, ReleaseCatalog.none());
  }

  /** Asks about {@code version} on {@code day}. */
  public static SupportQuestion about(Version version, LocalDate day) {
    return of(new Asked.OfVersion(version), day);
  }

  /** Asks about the newest commit of {@code branch} on {@code day}. */
  public static SupportQuestion aboutHead(String branch, LocalDate day) {
    return of(new Asked.OfBranch(branch, true), day);
  }

  /** Asks about a commit of {@code branch} that is not the newest on {@code day}. */
  public static SupportQuestion aboutCommitBehind(String branch, LocalDate day) {
    return of(new Asked.OfBranch(branch, false), day);
  }

  /** Asks about the image under {@code tag} on {@code day}. */
  public static SupportQuestion aboutImage(String tag, LocalDate day) {
    return of(Asked.OfImage.tagged(tag), day);
  }

  /** Asks about an image named by nothing but a digest on {@code day}. */
  public static SupportQuestion aboutImageByDigest(LocalDate day) {
    return of(Asked.OfImage.untagged(true), day);
  }

  /** Asks about an image that is named without tag and digest on {@code day}. */
  public static SupportQuestion aboutUntaggedImage(LocalDate day) {
    return of(Asked.OfImage.untagged(false), day);
  }

  /** Returns this question for a vulnerability of {@code value}. */
  public SupportQuestion severity(Severity value) {
    return new SupportQuestion(asked, day, value, cvss, releases);
  }

  /**
   * Returns this question for a vulnerability of that score.
   *
   * @param score a CVSS base score from 0.0 to 10.0; anything else is refused
   */
  public SupportQuestion cvss(double score) {
    if (!(score >= 0 && score <= HIGHEST)) {
      throw new IllegalArgumentException(
          "a CVSS score must be from 0.0 to 10.0 but was %s".formatted(score));
    }
    return new SupportQuestion(asked, day, severity, score, releases);
  }

  /** Returns this question with {@code known} releases. */
  public SupportQuestion knowing(ReleaseCatalog known) {
    return new SupportQuestion(asked, day, severity, cvss, known);
  }

  /** Returns this question about something else. */
  public SupportQuestion asking(Asked other) {
    return new SupportQuestion(other, day, severity, cvss, releases);
  }

  /** Returns what is asked about. */
  public Asked asked() {
    return asked;
  }

  /** Returns the day. */
  public LocalDate day() {
    return day;
  }

  /** Returns the severity, that of the score if only this is stated; nothing if neither is. */
  public Optional<Severity> severity() {
    return severity == null && !Double.isNaN(cvss) ? Optional.of(rated(cvss)) : stated();
  }

  private Optional<Severity> stated() {
    return Optional.ofNullable(severity).filter(known -> known != Severity.UNKNOWN);
  }

  private static Severity rated(double score) {
    if (score >= CRITICAL) {
      return Severity.CRITICAL;
    }
    if (score >= HIGH) {
      return Severity.HIGH;
    }
    if (score >= MEDIUM) {
      return Severity.MEDIUM;
    }
    return score >= LOW ? Severity.LOW : Severity.INFO;
  }

  /** Returns the least score that fits what is stated; nothing if nothing is. */
  public OptionalDouble lowestCvss() {
    if (!Double.isNaN(cvss)) {
      return OptionalDouble.of(cvss);
    }
    return stated()
        .map(SupportQuestion::least)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }

  private static double least(Severity severity) {
    return switch (severity) {
      case CRITICAL -> CRITICAL;
      case HIGH -> HIGH;
      case MEDIUM -> MEDIUM;
      case LOW -> LOW;
      case INFO, UNKNOWN -> 0;
    };
  }

  /** Returns the greatest score that fits what is stated; nothing if nothing is. */
  public OptionalDouble highestCvss() {
    if (!Double.isNaN(cvss)) {
      return OptionalDouble.of(cvss);
    }
    return stated()
        .map(SupportQuestion::greatest)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }

  private static double greatest(Severity severity) {
    return switch (severity) {
      case CRITICAL -> HIGHEST;
      case HIGH -> 8.9;
      case MEDIUM -> 6.9;
      case LOW -> 3.9;
      case INFO, UNKNOWN -> 0;
    };
  }

  /** Returns the releases that are known. */
  public ReleaseCatalog releases() {
    return releases;
  }

  /** Returns what is asked about, and the day. */
  @Override
  public String toString() {
    return asked + " on " + day;
  }
}
