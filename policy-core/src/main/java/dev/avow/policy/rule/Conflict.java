package dev.avow.policy.rule;

import dev.avow.policy.finding.RuleId;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a policy cannot say to a rule at once: of its parameters, or of it and another rule.
 *
 * <p>Conflicts are looked for when an evaluator is built, among the rules that are on.
 */
public final class Conflict {

  private final @Nullable RuleId other;
  private final BiPredicate<Settings, Settings> occurs;
  private final String must;

  private Conflict(@Nullable RuleId other, BiPredicate<Settings, Settings> occurs, String must) {
    this.other = other;
    this.occurs = occurs;
    this.must = must;
  }

  /**
   * Returns a conflict between parameters of the rule.
   *
   * @param occurs whether there is one
   * @param must what must hold instead, as a phrase: {@code least must not be above most}
   */
  public static Conflict within(Predicate<Settings> occurs, String must) {
    return new Conflict(null, (own, same) -> occurs.test(own), must);
  }

  /**
   * Returns a conflict with another rule, where both are on.
   *
   * @param other the id of the other rule
   * @param occurs whether there is one, given the settings of the rule and of the other one
   * @param must what must hold instead, as a phrase
   */
  public static Conflict with(String other, BiPredicate<Settings, Settings> occurs, String must) {
    return new Conflict(RuleId.of(other), occurs, must);
  }

  /** Returns the other rule; nothing if the conflict is within one. */
  public Optional<RuleId> other() {
    return Optional.ofNullable(other);
  }

  /** Returns what must hold instead, as a phrase. */
  public String must() {
    return must;
  }

  /** Returns whether there is a conflict. */
  boolean occurs(Settings own, Settings others) {
    return occurs.test(own, others);
  }
}
