package dev.avow.policy.rule;

import dev.avow.policy.document.Check;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Verdict;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A promise about every target of one scope, declared in one expression.
 *
 * <pre>{@code
 * static final Rule<Container> READ_ONLY_ROOT_FILESYSTEM =
 *     Rule.named("read-only-root-filesystem")
 *         .severity(HIGH)
 *         .because("A process that can write its own image can plant what runs next.")
 *         .forEach(CONTAINER)
 *         .unless(Container::runsOnWindows)
 *         .requires(container -> container.at("securityContext.readOnlyRootFilesystem").isTrue())
 *         .otherwise("may write its root filesystem: readOnlyRootFilesystem {found}")
 *         .build();
 * }</pre>
 *
 * <p>The message says what is wrong with the target, as a predicate; reports put the target before
 * it. In braces it may name a part of the target's subject, a parameter, {@code kind}, {@code
 * field} and {@code path} (the field that decided, by its own name and in full) and {@code found}
 * (what stands there). Immutable, and thread-safe if its functions are.
 *
 * @param <T> the type of the targets
 */
public final class Rule<T extends Target> implements Declaration {

  private final RuleDescription description;
  private final Activation activation;
  private final List<Conflict> conflicts;
  private final Scope<T> scope;
  private final BiFunction<? super T, Settings, Check> applies;
  private final Judge<T> judge;

  Rule(ScopedRule<T> declared, Judge<T> judge) {
    this.description = declared.description();
    this.activation = declared.activation();
    this.conflicts = declared.conflicts();
    this.scope = declared.scope();
    this.applies = declared.applies();
    this.judge = judge;
  }

  /** How a target is judged. */
  interface Judge<T extends Target> {
    void judge(T target, TargetFindings findings);
  }

  /**
   * Starts the rule called {@code id}, in kebab-case, saying what holds when it passes.
   *
   * @throws IllegalArgumentException if it is not kebab-case
   */
  public static NamedRule named(String id) {
    return new NamedRule(RuleId.of(id));
  }

  @Override
  public RuleDescription description() {
    return description;
  }

  @Override
  public Activation activation() {
    return activation;
  }

  @Override
  public List<Conflict> conflicts() {
    return conflicts;
  }

  /** Returns what the rule is asked for each of. */
  public Scope<T> scope() {
    return scope;
  }

  /**
   * Returns what the rule says of {@code target}, its findings at the severity of {@code as}. Where
   * it is unknown whether the rule applies, a failure is INCONCLUSIVE and a pass remains one.
   */
  public Judgement judge(T target, Settings settings, Severity as) {
    Check concerns = applies.apply(target, settings);
    if (concerns.fails()) {
      return new Judgement(Verdict.NOT_APPLICABLE, List.of());
    }
    TargetFindings findings = new TargetFindings(description.id(), as, target.subject(), settings);
    judge.judge(target, findings);
    if (concerns.isUnknown() && findings.verdict() == Verdict.FAIL) {
      findings.clear();
      findings.missing(concerns);
    }
    return findings.judgement();
  }

  /** Returns what the rule says of {@code target}, at its own severity. */
  public Judgement judge(T target, Settings settings) {
    return judge(target, settings, description.severity());
  }

  /** Returns the id and the severity. */
  @Override
  public String toString() {
    return description.toString();
  }
}
