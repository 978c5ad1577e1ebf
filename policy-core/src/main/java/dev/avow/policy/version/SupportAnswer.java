package dev.avow.policy.version;

import dev.avow.policy.finding.Location;
import dev.avow.policy.version.ask.Missing;
import dev.avow.policy.version.ask.SupportQuestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether something is supported, why, and what is missing where that cannot be told.
 *
 * <p>Immutable.
 */
public final class SupportAnswer {

  /** Why an answer is what it is. */
  public enum Reason {
    /** A row says so. */
    ROW,
    /** A row says that it was supported, and that this is over. */
    ROW_ENDED,
    /** No row is about it, and the policy says what that means. */
    OTHERS,
    /** It is a pre-release, and the policy supports none. */
    PRE_RELEASE,
    /** No row is about it. */
    NO_ROW,
    /** Rows disagree. */
    ROWS_DISAGREE,
    /** Something is missing. */
    MISSING
  }

  private final Support support;
  private final Reason reason;
  private final SupportQuestion question;
  private final List<SupportRow> rows;
  private final @Nullable Missing missing;

  private SupportAnswer(
      Support support,
      Reason reason,
      SupportQuestion question,
      List<SupportRow> rows,
      @Nullable Missing missing) {
    this.support = support;
    this.reason = reason;
    this.question = question;
    this.rows = List.copyOf(rows);
    this.missing = missing;
  }

  static SupportAnswer because(
      Reason reason, Support support, SupportQuestion question, List<SupportRow> rows) {
    return new SupportAnswer(support, reason, question, rows, null);
  }

  static SupportAnswer unknown(SupportQuestion question, List<SupportRow> rows, Missing missing) {
    return new SupportAnswer(Support.UNKNOWN, Reason.MISSING, question, rows, missing);
  }

  /** Returns whether it is supported. */
  public Support support() {
    return support;
  }

  /** Returns why. */
  public Reason reason() {
    return reason;
  }

  /** Returns what was asked. */
  public SupportQuestion question() {
    return question;
  }

  /** Returns the row that decided or, if something is missing, that waits for it. */
  public Optional<SupportRow> row() {
    return rows.stream().findFirst();
  }

  /** Returns the rows that decided: one, none, or all that disagree. */
  public List<SupportRow> rows() {
    return rows;
  }

  /** Returns what is missing, if the answer is {@link Support#UNKNOWN}. */
  public Optional<Missing> missing() {
    return Optional.ofNullable(missing);
  }

  /** Returns the reason in words, with the rows as the project writes them. */
  public String explanation() {
    return switch (reason) {
      case ROW -> "row \"%s\" says so%s".formatted(text(), place());
      case ROW_ENDED -> "row \"%s\" was %s until %s%s".formatted(text(), status(), end(), place());
      case OTHERS -> "no row is about it, and all others are " + support.label();
      case PRE_RELEASE -> "it is a pre-release, and none is supported";
      case NO_ROW -> "no row is about it";
      case ROWS_DISAGREE ->
          rows.stream()
              .map(row -> "row \"%s\" says %s".formatted(row.text(), row.status().label()))
              .collect(Collectors.joining(", "));
      case MISSING -> "cannot be told without " + missing;
    };
  }

  private String text() {
    return row().map(SupportRow::text).orElse("");
  }

  private String status() {
    return row().map(row -> row.status().label()).orElse("");
  }

  private String end() {
    return row().map(row -> row.end().text()).orElse("");
  }

  private String place() {
    return row()
        .map(SupportRow::declaredAt)
        .filter(Location::hasLine)
        .map(place -> ", " + place)
        .orElse("");
  }

  /** Returns answer and reason: {@code SUPPORTED: row "0.1.x" says so}. */
  @Override
  public String toString() {
    return support + ": " + explanation();
  }
}
