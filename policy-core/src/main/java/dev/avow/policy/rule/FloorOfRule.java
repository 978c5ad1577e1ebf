package dev.avow.policy.rule;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Comparison;
import dev.avow.policy.finding.Problem;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.hardening.Floor;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.RuleSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a policy that is extended makes of a rule, and what is weaker than that. */
final class FloorOfRule {

  private static final Location STANDARD = Location.in("(standard)");

  private final Declaration declaration;
  private final RuleDescription rule;
  private final Floor floor;
  private final RuleSetting said;
  private final boolean isOn;

  FloorOfRule(Declaration declaration, Floor floor) {
    this.declaration = declaration;
    this.rule = declaration.description();
    this.floor = floor;
    this.said = floor.profile().rules().getOrDefault(rule.id(), RuleSetting.at(STANDARD));
    this.isOn = declaration.isOn(floor.profile());
  }

  /** Returns in what {@code over} is weaker, a setting of {@code policy}. */
  List<Problem> problems(RuleSetting over, HardeningProfile policy) {
    boolean on = declaration.isOn(policy);
    List<Problem> problems = new ArrayList<>();
    if (isOn && !on && !isReplaced(policy) && !isFree("enabled")) {
      problems.add(problem(over.declaredAt(), "must stay on", place(), "is off"));
    }
    if (isOn && on) {
      severity(over).ifPresent(problems::add);
      rule.parameters().forEach(parameter -> parameter(parameter, over).ifPresent(problems::add));
    }
    return problems;
  }

  /** Where a stricter rule is on, one that stands in for it need not be. */
  private boolean isReplaced(HardeningProfile policy) {
    return declaration.activation() instanceof Activation.InPlaceOf instead
        && instead.stricter().isOn(policy);
  }

  private Optional<Problem> severity(RuleSetting over) {
    Severity before = said.severity().orElse(rule.severity());
    Severity now = over.severity().orElse(rule.severity());
    if (now.compareTo(before) >= 0 || isFree("severity")) {
      return Optional.empty();
    }
    String must = "must not matter less than " + before;
    return Optional.of(problem(over.declaredAt(), must, place(), "was " + now));
  }

  private Optional<Problem> parameter(Parameter<?> parameter, RuleSetting over) {
    Object before = value(parameter, said);
    Object now = value(parameter, over);
    Comparison comparison = parameter.compare(now, before);
    if (comparison == Comparison.AS_STRICT || isFree(parameter.name())) {
      return Optional.empty();
    }
    String must =
        comparison == Comparison.LOOSER
            ? "must not be looser than " + before
            : "must stay " + before + ", as nobody can tell which value asks for less,";
    String what = parameter.name() + " " + must;
    Location there =
        said.values().containsKey(parameter.name()) ? said.place(parameter.name()) : place();
    return Optional.of(problem(over.place(parameter.name()), what, there, "was " + now));
  }

  private static Object value(Parameter<?> parameter, RuleSetting setting) {
    return Optional.ofNullable(setting.values().get(parameter.name()))
        .<Object>flatMap(parameter::accept)
        .orElseGet(parameter::standard);
  }

  private boolean isFree(String field) {
    return floor.leavesFree("hardening.rules.%s.%s".formatted(rule.id(), field));
  }

  /** Returns where the floor speaks of the rule or, if it does not, of its profile. */
  private Location place() {
    return said.declaredAt().equals(STANDARD) ? floor.at() : said.declaredAt();
  }

  private Problem problem(Location at, String must, Location there, String found) {
    return new Problem(at, "%s %s as %s has it".formatted(rule.id(), must, there), found);
  }
}
