package dev.avow.policy.rule;

import dev.avow.policy.document.Check;
import dev.avow.policy.finding.RuleDescription;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A rule that knows what it is asked for each of, and not yet what must hold.
 *
 * @param <T> the type of the targets
 */
public final class ScopedRule<T extends Target> {

  private final RuleDescription description;
  private final Activation activation;
  private final List<Conflict> conflicts;
  private final Scope<T> scope;
  private final BiFunction<? super T, Settings, Check> applies;

  ScopedRule(
      RuleDescription description,
      Activation activation,
      List<Conflict> conflicts,
      Scope<T> scope,
      BiFunction<? super T, Settings, Check> applies) {
    this.description = description;
    this.activation = activation;
    this.conflicts = conflicts;
    this.scope = scope;
    this.applies = applies;
  }

  /**
   * Narrows the rule to targets for which {@code condition} holds; for others it is not applicable.
   * Where it is unknown, a broken rule is inconclusive. Several conditions must all hold, and those
   * behind one that fails are not asked.
   */
  public ScopedRule<T> when(Function<? super T, Check> condition) {
    return when((target, settings) -> condition.apply(target));
  }

  /** Narrows the rule to targets for which {@code condition} holds, given the policy. */
  public ScopedRule<T> when(BiFunction<? super T, Settings, Check> condition) {
    BiFunction<? super T, Settings, Check> both =
        (target, settings) -> {
          Check known = applies.apply(target, settings);
          return known.fails() ? known : known.and(condition.apply(target, settings));
        };
    return new ScopedRule<>(description, activation, conflicts, scope, both);
  }

  /** Narrows the rule to targets for which {@code condition} fails. */
  public ScopedRule<T> unless(Function<? super T, Check> condition) {
    return when(target -> condition.apply(target).not());
  }

  /** Narrows the rule to targets for which {@code condition} fails, given the policy. */
  public ScopedRule<T> unless(BiFunction<? super T, Settings, Check> condition) {
    return when((target, settings) -> condition.apply(target, settings).not());
  }

  /** Says what must hold. */
  public RequiringRule<T> requires(Function<? super T, Check> condition) {
    return requires((target, settings) -> condition.apply(target));
  }

  /** Says what must hold, given the policy's parameters. */
  public RequiringRule<T> requires(BiFunction<? super T, Settings, Check> condition) {
    return new RequiringRule<>(this, condition);
  }

  /** Says how to find what is wrong, where that may be several things; none is a pass. */
  public Rule<T> finds(BiConsumer<? super T, Reporter> search) {
    return new Rule<>(this, search::accept);
  }

  RuleDescription description() {
    return description;
  }

  Activation activation() {
    return activation;
  }

  List<Conflict> conflicts() {
    return conflicts;
  }

  Scope<T> scope() {
    return scope;
  }

  BiFunction<? super T, Settings, Check> applies() {
    return applies;
  }
}
