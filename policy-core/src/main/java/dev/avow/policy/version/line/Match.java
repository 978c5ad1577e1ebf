package dev.avow.policy.version.line;

import dev.avow.policy.version.ask.Missing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a row covers what is asked about: yes, no, or what is missing to tell. */
public final class Match {

  /** It does. */
  public static final Match YES = new Match(true, null);

  /** It does not. */
  public static final Match NO = new Match(false, null);

  private final boolean yes;
  private final @Nullable Missing missing;

  private Match(boolean yes, @Nullable Missing missing) {
    this.yes = yes;
    this.missing = missing;
  }

  /** Returns the match that {@code holds} or does not. */
  public static Match of(boolean holds) {
    return holds ? YES : NO;
  }

  /** Returns a match that cannot be told. */
  public static Match unknown(Missing.Kind kind, String what) {
    return new Match(false, new Missing(kind, what));
  }

  /** Returns whether it is covered. */
  public boolean isYes() {
    return yes;
  }

  /** Returns whether it is not covered. */
  public boolean isNo() {
    return !yes && missing == null;
  }

  /** Returns what is missing, if it cannot be told. */
  public Optional<Missing> missing() {
    return Optional.ofNullable(missing);
  }

  Match or(Match other) {
    if (yes || other.isNo()) {
      return this;
    }
    return other.yes || isNo() ? other : this;
  }
}
