package dev.avow.policy;

import dev.avow.policy.DiffRules.RuleSide;
import dev.avow.policy.PolicyChange.Effect;
import dev.avow.policy.PolicyChange.Kind;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Comparison;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.rule.Activation;
import dev.avow.policy.rule.Declaration;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells in what two policies differ that they say of one rule. */
final class DiffRule {

  private final RuleId id;
  private final RuleSide before;
  private final RuleSide after;
  private final @Nullable Declaration rule;
  private final Consumer<PolicyChange> changes;

  DiffRule(
      RuleId id,
      RuleSide before,
      RuleSide after,
      @Nullable Declaration rule,
      Consumer<PolicyChange> changes) {
    this.id = id;
    this.before = before;
    this.after = after;
    this.rule = rule;
    this.changes = changes;
  }

  void run() {
    tell("enabled", word(before), word(after), switched());
    tell("severity", severity(before), severity(after), severity());
    tell("waivable", waivable(before), waivable(after), waivable());
    TreeSet<String> parameters = new TreeSet<>(before.said().values().keySet());
    parameters.addAll(after.said().values().keySet());
    for (String name : parameters) {
      Object one = before.said().values().get(name);
      Object other = after.said().values().get(name);
      tell(name, one, other, Objects.equals(one, other) ? Effect.NEITHER : parameter(name));
    }
  }

  private void tell(String field, @Nullable Object one, @Nullable Object other, Effect effect) {
    if (!Objects.equals(one, other)) {
      changes.accept(
          new PolicyChange(
              "hardening.rules.%s.%s".formatted(id, field),
              Kind.CHANGED,
              effect,
              one == null ? null : DiffTree.shown(one),
              other == null ? null : DiffTree.shown(other),
              place(before, field),
              place(after, field)));
    }
  }

  private static Location place(RuleSide side, String parameter) {
    return side.said().place(parameter);
  }

  private static @Nullable Object word(RuleSide side) {
    return side.said().on().map(on -> on ? "on" : "off").orElse(null);
  }

  private static @Nullable Object severity(RuleSide side) {
    return side.said().severity().map(Terms.SEVERITY::write).orElse(null);
  }

  private static @Nullable Object waivable(RuleSide side) {
    return side.said().waivable().orElse(null);
  }

  /** Returns whether the rule is on; nothing if only the rule itself would know. */
  private Optional<Boolean> isOn(RuleSide side) {
    return rule == null ? side.said().on() : Optional.of(rule.isOn(side.profile()));
  }

  private Effect switched() {
    Optional<Boolean> was = isOn(before);
    Optional<Boolean> is = isOn(after);
    if (was.isEmpty() || is.isEmpty()) {
      return Effect.UNCLEAR;
    }
    if (was.equals(is)) {
      return Effect.NEITHER;
    }
    boolean replaced = isReplaced(was.get() ? after : before);
    return replaced ? Effect.NEITHER : was.get() ? Effect.WEAKENS : Effect.STRENGTHENS;
  }

  /** Where a stricter rule is on, one that stands in for it need not be. */
  private boolean isReplaced(RuleSide side) {
    return rule != null
        && rule.activation() instanceof Activation.InPlaceOf instead
        && instead.stricter().isOn(side.profile());
  }

  /** Returns whether the rule is off in one of the policies, so that its settings mean nothing. */
  private boolean isMoot() {
    return !isOn(before).orElse(true) || !isOn(after).orElse(true);
  }

  private Effect severity() {
    Optional<Severity> was = before.said().severity().or(this::standard);
    Optional<Severity> is = after.said().severity().or(this::standard);
    if (isMoot()) {
      return Effect.NEITHER;
    }
    return was.isEmpty() || is.isEmpty()
        ? Effect.UNCLEAR
        : effect(Integer.signum(is.get().compareTo(was.get())));
  }

  private Optional<Severity> standard() {
    return Optional.ofNullable(rule).map(known -> known.description().severity());
  }

  private Effect waivable() {
    boolean was = before.said().waivable().orElse(true);
    boolean is = after.said().waivable().orElse(true);
    return effect(Boolean.compare(was, is));
  }

  private static Effect effect(int more) {
    return more == 0 ? Effect.NEITHER : more > 0 ? Effect.STRENGTHENS : Effect.WEAKENS;
  }

  private Effect parameter(String name) {
    if (isMoot()) {
      return Effect.NEITHER;
    }
    Optional<Parameter<?>> parameter =
        Optional.ofNullable(rule).stream()
            .flatMap(known -> known.description().parameters().stream())
            .filter(known -> known.name().equals(name))
            .findFirst();
    Optional<Object> was = parameter.flatMap(known -> value(known, before));
    Optional<Object> is = parameter.flatMap(known -> value(known, after));
    return was.isEmpty() || is.isEmpty()
        ? Effect.UNCLEAR
        : effect(parameter.get(), was.get(), is.get());
  }

  private static Optional<Object> value(Parameter<?> parameter, RuleSide side) {
    Object written = side.said().values().get(parameter.name());
    return written == null
        ? Optional.of(parameter.standard())
        : parameter.accept(written).map(value -> value);
  }

  private static Effect effect(Parameter<?> parameter, Object was, Object is) {
    Comparison ahead = parameter.compare(is, was);
    Comparison back = parameter.compare(was, is);
    if (ahead == Comparison.UNCLEAR || back == Comparison.UNCLEAR) {
      return Effect.UNCLEAR;
    }
    if (ahead == back) {
      return ahead == Comparison.AS_STRICT ? Effect.NEITHER : Effect.UNCLEAR;
    }
    return ahead == Comparison.LOOSER ? Effect.WEAKENS : Effect.STRENGTHENS;
  }
}
