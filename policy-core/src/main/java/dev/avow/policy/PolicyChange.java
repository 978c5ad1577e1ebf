package dev.avow.policy;

import dev.avow.policy.finding.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something in which two revisions of a policy differ.
 *
 * <p>Immutable. The places where it is written do not count in {@link #equals}.
 */
public final class PolicyChange implements Comparable<PolicyChange> {

  /** What has become of it. */
  public enum Kind {
    /** It is said now. */
    ADDED,
    /** It is said no longer. */
    REMOVED,
    /** Something else is said. */
    CHANGED,
    /** The same is said in another order. */
    REORDERED;

    Kind reversed() {
      return this == ADDED ? REMOVED : this == REMOVED ? ADDED : this;
    }
  }

  /** What it means for those who rely on the policy. */
  public enum Effect {
    /** Less is promised. */
    WEAKENS,
    /** More is promised. */
    STRENGTHENS,
    /** As much is promised. */
    NEITHER,
    /** Nobody can tell, or part of it promises less and part of it more. */
    UNCLEAR;

    /** Returns the name in small letters. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    Effect reversed() {
      return this == WEAKENS ? STRENGTHENS : this == STRENGTHENS ? WEAKENS : this;
    }
  }

  private static final Comparator<PolicyChange> ORDER =
      Comparator.comparing(PolicyChange::section)
          .thenComparing(change -> change.path)
          .thenComparing(change -> change.kind == Kind.REORDERED)
          .thenComparing(PolicyChange::oneSide)
          .thenComparing(PolicyChange::otherSide);

  private final String path;
  private final Kind kind;
  private final Effect effect;
  private final @Nullable String before;
  private final @Nullable String after;
  private final Location beforeAt;
  private final Location afterAt;

  PolicyChange(
      String path,
      Kind kind,
      Effect effect,
      @Nullable String before,
      @Nullable String after,
      Location beforeAt,
      Location afterAt) {
    this.path = path;
    this.kind = kind;
    this.effect = effect;
    this.before = before;
    this.after = after;
    this.beforeAt = beforeAt;
    this.afterAt = afterAt;
  }

  /** Returns the part of the policy that it is in. */
  public PolicySection section() {
    return PolicySection.of(path);
  }

  /**
   * Returns the path by names: {@code commitments.acknowledged.within}, {@code
   * supported-versions.rows.0.1.x}.
   */
  public String path() {
    return path;
  }

  /** Returns what has become of it. */
  public Kind kind() {
    return kind;
  }

  /** Returns what it means for those who rely on the policy. */
  public Effect effect() {
    return effect;
  }

  /** Returns what the former revision says, as policies write it; nothing if it is silent. */
  public Optional<String> before() {
    return Optional.ofNullable(before);
  }

  /** Returns what the later revision says, as policies write it; nothing if it is silent. */
  public Optional<String> after() {
    return Optional.ofNullable(after);
  }

  /** Returns where the former revision says it or, if it is silent, the nearest place. */
  public Location beforeAt() {
    return beforeAt;
  }

  /** Returns where the later revision says it or, if it is silent, the nearest place. */
  public Location afterAt() {
    return afterAt;
  }

  /** Returns the change from the later revision back to the former. */
  PolicyChange reversed() {
    return new PolicyChange(
        path, kind.reversed(), effect.reversed(), after, before, afterAt, beforeAt);
  }

  private String oneSide() {
    return before == null ? "" : before;
  }

  private String otherSide() {
    return after == null ? "" : after;
  }

  /** Compares by section, path and values. */
  @Override
  public int compareTo(PolicyChange other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicyChange that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(path, kind, effect, before(), after());
  }

  /** Returns what was said and what is said now: {@code gate.fail-on was medium and is high}. */
  public String sentence() {
    return switch (kind) {
      case ADDED -> path + " is added" + told(after);
      case REMOVED -> path + " is dropped" + told(before);
      case REORDERED -> "%s was %s and is %s, in another order".formatted(path, before, after);
      case CHANGED ->
          "%s %s and %s"
              .formatted(
                  path,
                  before == null ? "was not set" : "was " + before,
                  after == null ? "is not set" : "is " + after);
    };
  }

  /** What is an item's whole name need not be said twice. */
  private String told(@Nullable String value) {
    boolean named = path.endsWith("." + value) || path.endsWith(" " + value);
    return value == null || named ? "" : ": " + value;
  }

  /** Returns the effect, the sentence and both places. */
  @Override
  public String toString() {
    return "%s: %s (%s, was %s)".formatted(effect.label(), sentence(), afterAt, beforeAt);
  }
}
