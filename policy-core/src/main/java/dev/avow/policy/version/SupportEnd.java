package dev.avow.policy.version;

import dev.avow.policy.version.ask.Missing;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.scheme.Numbers;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the status of a row ends, as the project writes it.
 *
 * <p>A day is itself still included, a month or a year to its last day. An event is the first
 * release of a version, or some time after it. Immutable.
 */
public final class SupportEnd {

  private static final SupportEnd NEVER = new SupportEnd("", Kind.NEVER, null, null, Period.ZERO);

  /** What an end can be. */
  enum Kind {
    NEVER,
    PAST,
    DAY,
    RELEASE,
    UNREADABLE
  }

  private final String text;
  private final Kind kind;
  private final @Nullable LocalDate day;
  private final @Nullable Version release;
  private final Period after;

  private SupportEnd(
      String text, Kind kind, @Nullable LocalDate day, @Nullable Version release, Period after) {
    this.text = text;
    this.kind = kind;
    this.day = day;
    this.release = release;
    this.after = after;
  }

  /** Returns the end that never comes. */
  public static SupportEnd never() {
    return NEVER;
  }

  /** Returns the end of {@code day}. */
  public static SupportEnd of(LocalDate day) {
    return dated(day.toString(), day);
  }

  /**
   * Returns the end written as {@code text}: {@code 2027-05-18}, {@code 23.05.2026}, {@code June
   * 2027}, {@code The release of 5.2}, {@code 36 months after the release of 5.0}, {@code TBD},
   * {@code Already EOL}. What is none of this is kept, and answers that need it are unknown.
   */
  public static SupportEnd of(String text) {
    return EndWords.read(text.strip());
  }

  static SupportEnd dated(String text, LocalDate day) {
    return new SupportEnd(text, Kind.DAY, day, null, Period.ZERO);
  }

  static SupportEnd released(String text, String version, Period after) {
    return new SupportEnd(text, Kind.RELEASE, null, Version.of(version), after);
  }

  static SupportEnd of(String text, Kind kind) {
    return new SupportEnd(text, kind, null, null, Period.ZERO);
  }

  /** Returns it as it is written; nothing if it never ends and nobody says so. */
  public String text() {
    return text;
  }

  /** Returns the last day, if it is one that needs no release to be known. */
  public Optional<LocalDate> lastDay() {
    return Optional.ofNullable(day);
  }

  /** Returns whether it says anything that is understood. */
  public boolean isReadable() {
    return kind != Kind.UNREADABLE;
  }

  /** Returns whether it is over on {@code when}; nothing if that cannot be told. */
  Optional<Boolean> isOver(LocalDate when, ReleaseCatalog releases) {
    return switch (kind) {
      case NEVER -> Optional.of(false);
      case PAST -> Optional.of(true);
      case DAY -> Optional.of(day != null && when.isAfter(day));
      case RELEASE -> isReleased(when, releases);
      case UNREADABLE -> Optional.empty();
    };
  }

  private Optional<Boolean> isReleased(LocalDate when, ReleaseCatalog releases) {
    if (releases.isEmpty()) {
      return Optional.empty();
    }
    Optional<Release> first = awaited(releases);
    if (first.isEmpty()) {
      return after.isZero() ? Optional.of(false) : Optional.empty();
    }
    Optional<LocalDate> last = first.get().day().map(day -> day.plus(after));
    boolean undatedButOut = last.isEmpty() && after.isZero();
    return undatedButOut ? Optional.of(true) : last.map(when::isAfter);
  }

  /**
   * A line may be maintained beside newer ones; one that was skipped is out with what came next.
   */
  private Optional<Release> awaited(ReleaseCatalog releases) {
    List<String> numbers = release == null ? List.of() : release.numbers();
    Optional<Release> itself =
        releases.first(known -> Numbers.compare(known.numbers(), numbers, numbers.size()) == 0);
    return itself.isPresent() || !after.isZero()
        ? itself
        : releases.first(known -> Numbers.compare(known.numbers(), numbers) >= 0);
  }

  /** Returns what is missing to tell whether it is over. */
  Missing missing() {
    return kind == Kind.RELEASE
        ? new Missing(Missing.Kind.RELEASES, "whether " + release + " is released, and when")
        : new Missing(Missing.Kind.MEANING, "when \"" + text + "\" is");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SupportEnd that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(text);
  }

  /** Returns it as it is written. */
  @Override
  public String toString() {
    return text;
  }
}
