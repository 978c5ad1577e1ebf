package dev.avow.policy.rule;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Names;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Problem;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.hardening.Floor;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.RuleSetting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules bound to a policy: which are on, how much they matter, and with which parameters.
 *
 * <p>Everything in the policy that fits no rule, or makes one weaker than in a policy that it
 * extends, is a {@link #problems() problem}, all at once, each with its place. Immutable.
 */
public final class Bindings {

  private static final Location STANDARD = Location.in("(standard)");

  private final HardeningProfile profile;
  private final Map<RuleId, RuleDescription> on = new HashMap<>();
  private final Map<RuleId, Settings> settings = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final RuleSet ruleSet;

  private Bindings(
      Collection<? extends Declaration> rules,
      HardeningProfile profile,
      Predicate<RuleId> elsewhere) {
    this.profile = profile;
    Set<RuleId> known = new TreeSet<>();
    for (Declaration rule : rules) {
      RuleId id = rule.description().id();
      if (!known.add(id)) {
        throw new IllegalArgumentException("rule %s was already added".formatted(id));
      }
      bind(rule, said(id));
    }
    rules.forEach(this::refuseConflicts);
    profile.rules().entrySet().stream()
        .filter(said -> !known.contains(said.getKey()) && !elsewhere.test(said.getKey()))
        .forEach(said -> problems.add(unknown(said.getKey(), said.getValue(), known)));
    problems.sort(Comparator.comparing(Problem::at));
    this.ruleSet = RuleSet.of(on.values()).under(profile.terms());
  }

  /**
   * Returns {@code rules} bound to {@code profile}.
   *
   * @throws IllegalArgumentException if two rules have the same id
   */
  public static Bindings of(Collection<? extends Declaration> rules, HardeningProfile profile) {
    return of(rules, profile, id -> false);
  }

  /**
   * Returns {@code rules} bound to {@code profile}, which may also say something of rules that only
   * another evaluator knows.
   *
   * @param elsewhere whether a rule that is not among {@code rules} is known elsewhere
   * @throws IllegalArgumentException if two rules have the same id
   */
  public static Bindings of(
      Collection<? extends Declaration> rules,
      HardeningProfile profile,
      Predicate<RuleId> elsewhere) {
    return new Bindings(rules, profile, elsewhere);
  }

  private void bind(Declaration rule, RuleSetting said) {
    RuleDescription description = rule.description();
    Map<Parameter<?>, Object> values = new HashMap<>();
    said.values().forEach((name, value) -> check(description, name, value, said, values));
    for (Floor floor : profile.floors()) {
      problems.addAll(new FloorOfRule(rule, floor).problems(said, profile));
    }
    if (rule.isOn(profile)) {
      on.put(description.id(), said.severity().map(description::with).orElse(description));
      settings.put(description.id(), new Bound(values, profile));
    }
  }

  private RuleSetting said(RuleId rule) {
    return profile.rules().getOrDefault(rule, RuleSetting.at(STANDARD));
  }

  private void refuseConflicts(Declaration rule) {
    RuleId id = rule.description().id();
    for (Conflict conflict : rule.conflicts()) {
      RuleId other = conflict.other().orElse(id);
      if (isOn(id) && isOn(other) && conflict.occurs(settings(id), settings(other))) {
        problems.add(conflict.other().isPresent() ? both(id, conflict) : within(rule, conflict));
      }
    }
  }

  private Problem both(RuleId id, Conflict conflict) {
    return new Problem(said(id).declaredAt(), conflict.must(), "both are on");
  }

  private Problem within(Declaration rule, Conflict conflict) {
    RuleId id = rule.description().id();
    String values =
        rule.description().parameters().stream()
            .map(parameter -> parameter.name() + ": " + written(parameter, id))
            .collect(Collectors.joining(", "));
    String must = "%s: %s".formatted(id, conflict.must());
    return new Problem(said(id).declaredAt(), must, "was given " + values);
  }

  private Object written(Parameter<?> parameter, RuleId rule) {
    return said(rule).values().getOrDefault(parameter.name(), parameter.standardAsWritten());
  }

  private void check(
      RuleDescription rule,
      String name,
      Object value,
      RuleSetting said,
      Map<Parameter<?>, Object> into) {
    Optional<Parameter<?>> parameter =
        rule.parameters().stream().filter(known -> known.name().equals(name)).findFirst();
    Optional<?> accepted = parameter.flatMap(known -> known.accept(value));
    if (accepted.isPresent()) {
      into.put(parameter.orElseThrow(), accepted.get());
    } else {
      problems.add(
          parameter
              .map(known -> unacceptable(rule, known, value, said))
              .orElseGet(() -> unknown(rule, name, said)));
    }
  }

  private static Problem unacceptable(
      RuleDescription rule, Parameter<?> parameter, Object value, RuleSetting said) {
    return new Problem(
        said.place(parameter.name()),
        "%s of %s must be %s".formatted(parameter.name(), rule.id(), parameter.expects()),
        parameter.refusal(value));
  }

  private static Problem unknown(RuleDescription rule, String name, RuleSetting said) {
    List<String> names = rule.parameters().stream().map(Parameter::name).toList();
    String expected =
        names.isEmpty()
            ? "%s must be without parameters, as it has none,".formatted(rule.id())
            : "parameter of %s must be one of %s%s"
                .formatted(rule.id(), String.join(", ", names), Names.perhaps(name, names));
    return new Problem(said.place(name), expected, "was given \"" + name + "\"");
  }

  private static Problem unknown(RuleId id, RuleSetting said, Collection<RuleId> known) {
    String nearest = Names.perhaps(id.value(), known.stream().map(RuleId::value).toList());
    return new Problem(
        said.declaredAt(), "rule must be a known one" + nearest, "was \"" + id + "\"");
  }

  /**
   * Returns all in the policy that fits no rule or makes one weaker than it may be, sorted by
   * place; the bindings serve only if there is none.
   */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Returns whether {@code rule} is on. */
  public boolean isOn(RuleId rule) {
    return on.containsKey(rule);
  }

  /** Returns the rules that are on, at the severity that they have under the policy. */
  public RuleSet ruleSet() {
    return ruleSet;
  }

  /**
   * Returns how {@code rule} is described under the policy.
   *
   * @throws IllegalArgumentException if it is not on
   */
  public RuleDescription description(RuleId rule) {
    return found(on.get(rule), rule);
  }

  /**
   * Returns what the policy says to {@code rule}.
   *
   * @throws IllegalArgumentException if it is not on
   */
  public Settings settings(RuleId rule) {
    return found(settings.get(rule), rule);
  }

  private static <V> V found(@Nullable V value, RuleId rule) {
    if (value == null) {
      throw new IllegalArgumentException("rule %s is not on".formatted(rule));
    }
    return value;
  }

  /** What was accepted for a parameter is of its type, so that it need not be asked again. */
  private record Bound(Map<Parameter<?>, Object> values, HardeningProfile profile)
      implements Settings {

    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(Parameter<T> parameter) {
      Object value = values.get(parameter);
      return value == null ? parameter.standard() : (T) value;
    }
  }
}
