package dev.avow.policy.rule;

import dev.avow.policy.document.Check;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A rule that has a name and is being described; {@link Rule#named} starts one. */
public final class NamedRule {

  private final RuleDescription.Builder description;
  private final List<Conflict> conflicts = new ArrayList<>();
  private Activation activation = new Activation.Always();

  NamedRule(RuleId id) {
    this.description = RuleDescription.of(id);
  }

  /** Sets a title other than the id in plain words. */
  public NamedRule title(String title) {
    description.title(title);
    return this;
  }

  /** Sets how much it matters when the rule is broken; MEDIUM, unless set. */
  public NamedRule severity(Severity severity) {
    description.severity(severity);
    return this;
  }

  /** Says why the rule exists. */
  public NamedRule because(String reason) {
    description.reason(reason);
    return this;
  }

  /** Says what to do when the rule is broken, in the imperative. */
  public NamedRule advise(String advice) {
    description.advice(advice);
    return this;
  }

  /**
   * Adds a place to read on.
   *
   * @throws IllegalArgumentException if it is no URI
   */
  public NamedRule see(String uri) {
    description.see(uri);
    return this;
  }

  /** Adds the name that another tool gives to the rule. */
  public NamedRule alias(String name) {
    description.alias(name);
    return this;
  }

  /**
   * Adds what a policy may set about the rule.
   *
   * @throws IllegalArgumentException if a parameter of that name was already added
   */
  public NamedRule with(Parameter<?> parameter) {
    description.parameter(parameter);
    return this;
  }

  /**
   * Says that the rule finds what nobody else may read: reports show no lines from where it does.
   */
  public NamedRule confidential() {
    description.confidential();
    return this;
  }

  /** Refuses policies in which {@code conflict} occurs. */
  public NamedRule refuse(Conflict conflict) {
    conflicts.add(conflict);
    return this;
  }

  /** Turns the rule on from {@code profile} upwards only; without this it is always on. */
  public NamedRule from(Profile profile) {
    activation = new Activation.From(profile);
    return this;
  }

  /**
   * Turns the rule on from {@code profile} upwards where {@code stricter}, which says more, is off.
   */
  public NamedRule inPlaceOf(Declaration stricter, Profile profile) {
    activation = new Activation.InPlaceOf(stricter, profile);
    return this;
  }

  /**
   * Turns the rule on where {@code promise} says that the policy makes the promise that it checks.
   */
  public NamedRule where(Predicate<HardeningProfile> promise) {
    activation = new Activation.Where(promise);
    return this;
  }

  /** Turns the rule on only where a policy names it. */
  public NamedRule onlyByName() {
    activation = new Activation.ByName();
    return this;
  }

  /** Says what the rule is asked for each of. */
  public <T extends Target> ScopedRule<T> forEach(Scope<T> scope) {
    description.target(scope.name());
    return new ScopedRule<>(
        description.build(),
        activation,
        List.copyOf(conflicts),
        scope,
        (target, settings) -> Check.of(true, target.place()));
  }
}
