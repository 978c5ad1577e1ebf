package dev.avow.policy.version;

import dev.avow.policy.finding.Location;
import dev.avow.policy.version.scheme.VersionScheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of a table of supported versions: what it is about, and what that can expect.
 *
 * <pre>{@code
 * SupportRow.line("0.1.x");
 * SupportRow.line("Latest release in 8.x").when(SupportCondition.severities(HIGH, CRITICAL));
 * SupportRow.line("< 2.11").status(UNSUPPORTED);
 * SupportRow.line("5.0").until("The release of 5.2");
 * SupportRow.branch("main").status(BEST_EFFORT).until(LocalDate.of(2027, 1, 31));
 * }</pre>
 *
 * <p>Supported, for every vulnerability and without an end, unless said otherwise. Immutable. The
 * place where it is written does not count in {@link #equals}.
 */
public final class SupportRow {

  private static final Location IN_CODE = Location.in("(code)");

  /** What a row is about. */
  public enum Kind {
    /** Versions: a line such as {@code 0.1.x}, a bound, or a phrase such as {@code Latest}. */
    LINE,
    /** A branch, such as {@code main}. */
    BRANCH,
    /** Container images, such as {@code released}. */
    IMAGES;

    /** Returns the name as policies write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final String text;
  private final SupportStatus status;
  private final SupportEnd end;
  private final SupportCondition condition;
  private final Location declaredAt;

  private SupportRow(
      Kind kind,
      String text,
      SupportStatus status,
      SupportEnd end,
      SupportCondition condition,
      Location declaredAt) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("%s must be named but was blank".formatted(kind.label()));
    }
    this.kind = kind;
    this.text = text;
    this.status = status;
    this.end = end;
    this.condition = condition;
    this.declaredAt = declaredAt;
  }

  /** Returns a row about {@code text}, as the project writes it; a blank one is refused. */
  public static SupportRow of(Kind kind, String text) {
    SupportEnd end = kind == Kind.LINE ? EndNote.in(text) : SupportEnd.never();
    return new SupportRow(
        kind, text, SupportStatus.SUPPORTED, end, SupportCondition.any(), IN_CODE);
  }

  /**
   * Returns a row about versions, as the project writes them: {@code 0.1.x}, {@code < 2.0}, {@code
   * Latest}, {@code last 3 minor versions}. An end in brackets, {@code 1.x (until June 2027)}, is
   * its end until another is set.
   */
  public static SupportRow line(String text) {
    return of(Kind.LINE, text);
  }

  /** Returns a row about a branch, such as {@code main}. */
  public static SupportRow branch(String text) {
    return of(Kind.BRANCH, text);
  }

  /** Returns a row about container images, such as {@code released}. */
  public static SupportRow images(String text) {
    return of(Kind.IMAGES, text);
  }

  /** Returns this row with another status. */
  public SupportRow status(SupportStatus value) {
    return new SupportRow(kind, text, value, end, condition, declaredAt);
  }

  /** Returns this row, its status ending with {@code day}, which is still included. */
  public SupportRow until(LocalDate day) {
    return until(SupportEnd.of(day));
  }

  /** Returns this row, its status ending as {@code words} say: {@code The release of 5.2}. */
  public SupportRow until(String words) {
    return until(SupportEnd.of(words));
  }

  /** Returns this row with another end of its status. */
  public SupportRow until(SupportEnd value) {
    return new SupportRow(kind, text, status, value, condition, declaredAt);
  }

  /** Returns this row, holding only for vulnerabilities that meet {@code value}. */
  public SupportRow when(SupportCondition value) {
    return new SupportRow(kind, text, status, end, value, declaredAt);
  }

  /** Returns this row as written at {@code place}. */
  public SupportRow at(Location place) {
    return new SupportRow(kind, text, status, end, condition, place);
  }

  /** Returns what it is about: a line, a branch or images. */
  public Kind kind() {
    return kind;
  }

  /** Returns which one, as the project writes it. */
  public String text() {
    return text;
  }

  /** Returns what it can expect. */
  public SupportStatus status() {
    return status;
  }

  /** Returns the last day of its status, itself included; nothing if no day is stated. */
  public Optional<LocalDate> lastDay() {
    return end.lastDay();
  }

  /** Returns when its status ends. */
  public SupportEnd end() {
    return end;
  }

  /** Returns for which vulnerabilities it holds. */
  public SupportCondition condition() {
    return condition;
  }

  /** Returns where it is written. */
  public Location declaredAt() {
    return declaredAt;
  }

  /**
   * Returns whether what it is about is in words that are understood, versions being read by the
   * plain scheme.
   */
  public boolean isReadable() {
    return RowPart.read(this, VersionScheme.PLAIN).stream()
        .allMatch(part -> part.unreadable().isEmpty());
  }

  /**
   * Returns whether {@code other} is about the same thing and the same vulnerabilities, whatever it
   * says of it.
   */
  public boolean concernsSameAs(SupportRow other) {
    return kind == other.kind && text.equals(other.text) && condition.equals(other.condition);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SupportRow that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(kind, text, status, end, condition);
  }

  /** Returns what it is about, and its status: {@code line 0.1.x supported}. */
  @Override
  public String toString() {
    String until = end.text().isEmpty() ? "" : " until " + end;
    String when = condition.isAny() ? "" : " for " + condition;
    return "%s %s %s%s%s".formatted(kind.label(), text, status.label(), when, until);
  }
}
