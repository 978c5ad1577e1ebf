package dev.avow.policy.document;

import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A three-valued answer that remembers the field that decided it.
 *
 * <p>The negation of unknown is unknown; a conjunction fails where one part fails, whatever is
 * unknown beside it.
 */
public final class Check {

  /** What a check says. */
  public enum Answer {
    /** It holds. */
    HOLDS,
    /** It does not hold. */
    FAILS,
    /** It cannot be told from what was given. */
    UNKNOWN
  }

  private final Answer answer;
  private final Field at;
  private final @Nullable String missing;

  private Check(Answer answer, Field at, @Nullable String missing) {
    this.answer = answer;
    this.at = at;
    this.missing = missing;
  }

  /** Returns a check that holds or fails because of {@code at}. */
  public static Check of(boolean holds, Field at) {
    return new Check(holds ? Answer.HOLDS : Answer.FAILS, at, null);
  }

  /**
   * Returns a check that cannot be decided.
   *
   * @param missing what would decide it, as a phrase: {@code the service account prod/backend}
   */
  public static Check unknown(String missing, Field at) {
    return new Check(Answer.UNKNOWN, at, missing);
  }

  /**
   * Returns whether all of {@code checks} hold; the first that fails decides, else the first that
   * is unknown.
   *
   * @param at decides if there are none: they all hold then, unless it is an expression that may
   *     bring some
   */
  public static Check all(Stream<Check> checks, Field at) {
    return fold(checks, Check::and, at.decide(true));
  }

  /**
   * Returns whether one of {@code checks} holds; the first that holds decides, else the first that
   * is unknown.
   *
   * @param at decides if there are none: none holds then, unless it is an expression that may bring
   *     some
   */
  public static Check any(Stream<Check> checks, Field at) {
    return fold(checks, Check::or, at.decide(false));
  }

  private static Check fold(Stream<Check> checks, BinaryOperator<Check> both, Check none) {
    return checks.reduce(both).orElse(none);
  }

  /**
   * Returns whether this and {@code other} hold. One that fails decides, whatever is unknown beside
   * it; of two that hold the other one is remembered.
   */
  public Check and(Check other) {
    return decidedBy(Answer.FAILS, other);
  }

  /**
   * Returns whether this or {@code other} holds. One that holds decides, whatever is unknown beside
   * it; of two that fail the other one is remembered.
   */
  public Check or(Check other) {
    return decidedBy(Answer.HOLDS, other);
  }

  private Check decidedBy(Answer decisive, Check other) {
    if (answer == decisive) {
      return this;
    }
    if (other.answer == decisive) {
      return other;
    }
    return answer == Answer.UNKNOWN ? this : other;
  }

  /** Returns whether this fails; unknown stays unknown. */
  public Check not() {
    return switch (answer) {
      case HOLDS -> Check.of(false, at);
      case FAILS -> Check.of(true, at);
      case UNKNOWN -> this;
    };
  }

  /** Returns the same answer, decided by {@code other}: a more telling place. */
  public Check pointingAt(Field other) {
    return new Check(answer, other, missing);
  }

  /** Returns what this check says. */
  public Answer answer() {
    return answer;
  }

  /** Returns whether it holds. */
  public boolean holds() {
    return answer == Answer.HOLDS;
  }

  /** Returns whether it fails. */
  public boolean fails() {
    return answer == Answer.FAILS;
  }

  /** Returns whether it cannot be told. */
  public boolean isUnknown() {
    return answer == Answer.UNKNOWN;
  }

  /** Returns the field that decided. */
  public Field at() {
    return at;
  }

  /** Returns what is missing, if the answer is unknown. */
  public Optional<String> missing() {
    return Optional.ofNullable(missing);
  }

  /** Returns the answer and the path of the field that decided. */
  @Override
  public String toString() {
    return answer + " at " + at.path();
  }
}
