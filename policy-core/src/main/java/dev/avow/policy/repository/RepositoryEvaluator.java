package dev.avow.policy.repository;

import dev.avow.policy.PolicyException;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.rule.Bindings;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Judgement;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Scope;
import dev.avow.policy.rule.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what a checkout of a source repository shows by a policy.
 *
 * <pre>{@code
 * Evaluation evaluation = RepositoryEvaluator.of(policy).evaluate(Path.of("."));
 * Decision decision = policy.gate().decide(evaluation, today);
 * }</pre>
 *
 * <p>A rule is on where the policy makes the promise that it checks, where its profile says so, and
 * where it names the rule. Built once and shared: immutable and thread-safe.
 */
public final class RepositoryEvaluator {

  private static final Logger LOG = LoggerFactory.getLogger(RepositoryEvaluator.class);

  private final SecurityPolicy policy;
  private final @Nullable RepositorySettings settings;
  private final List<Rule<?>> rules;
  private final Bindings bindings;
  private final RuleSet ruleSet;

  private RepositoryEvaluator(Builder builder, List<Rule<?>> rules, Bindings bindings) {
    this.policy = builder.policy;
    this.settings = builder.settings;
    this.rules = rules.stream().filter(rule -> bindings.isOn(rule.description().id())).toList();
    this.bindings = bindings;
    this.ruleSet = bindings.ruleSet();
  }

  /**
   * Returns the evaluator of the built-in rules that {@code policy} turns on.
   *
   * @throws PolicyException as {@link Builder#build()} does
   */
  public static RepositoryEvaluator of(SecurityPolicy policy) {
    return builder(policy).build();
  }

  /** Starts an evaluator under {@code policy}, which knows the built-in rules. */
  public static Builder builder(SecurityPolicy policy) {
    return new Builder(policy);
  }

  /** Returns the rules that are on, as the policy weighs them. */
  public RuleSet ruleSet() {
    return ruleSet;
  }

  /**
   * Judges the files below {@code root}. A file that cannot be read is a finding.
   *
   * @throws DocumentException if it is no folder that can be listed
   */
  public Evaluation evaluate(Path root) {
    Repository repository = Repository.read(root, policy.ciChecks(), settings);
    Partial.Builder into = Partial.under(ruleSet);
    Severity unreadable = bindings.description(FileReadability.ID).severity();
    FileReadability.judge(repository, unreadable, into);
    Map<Scope<?>, List<? extends Target>> targets = RepositoryScopes.targets(repository);
    rules.forEach(rule -> judge(rule, targets, into));
    Evaluation evaluation = Evaluation.of(ruleSet, Stream.of(into.build()));
    LOG.debug("{}: {}", root, evaluation);
    return evaluation;
  }

  @SuppressWarnings("unchecked") // each scope has targets of its type
  private <T extends Target> void judge(
      Rule<T> rule, Map<Scope<?>, List<? extends Target>> targets, Partial.Builder into) {
    RuleId id = rule.description().id();
    Severity severity = bindings.description(id).severity();
    for (T target : (List<T>) targets.getOrDefault(rule.scope(), List.of())) {
      Judgement judgement = rule.judge(target, bindings.settings(id), severity);
      into.verdict(id, target.subject(), judgement.verdict());
      judgement.findings().forEach(into::finding);
    }
  }

  @Override
  public String toString() {
    return ruleSet.toString();
  }

  /** Builds a {@link RepositoryEvaluator}; not thread-safe. */
  public static final class Builder {

    private final SecurityPolicy policy;
    private @Nullable RepositorySettings settings;
    private final List<Rule<?>> own = new ArrayList<>();
    private Predicate<RuleId> elsewhere = id -> true;

    private Builder(SecurityPolicy policy) {
      this.policy = policy;
    }

    /** Brings what the host of the repository is set to do. */
    public Builder settings(RepositorySettings value) {
      settings = value;
      return this;
    }

    /**
     * Adds a rule to the built-in ones.
     *
     * @throws IllegalArgumentException if it is asked for each of something that repositories do
     *     not offer
     */
    public Builder rule(Rule<?> rule) {
      if (!RepositoryScopes.all().contains(rule.scope())) {
        throw new IllegalArgumentException(
            "rule %s must be asked for each of %s but is for each %s"
                .formatted(rule.description().id(), RepositoryScopes.all(), rule.scope()));
      }
      own.add(rule);
      return this;
    }

    /**
     * Names the rules that other evaluators of the same policy know. Then a rule that nobody knows
     * is refused; otherwise it is taken for one of theirs.
     */
    public Builder besides(Collection<? extends Declaration> others) {
      List<RuleId> known = others.stream().map(it -> it.description().id()).toList();
      elsewhere = known.stream().collect(Collectors.toSet())::contains;
      return this;
    }

    /**
     * Returns the evaluator.
     *
     * @throws PolicyException if the policy says something of a rule that cannot be said, with all
     *     problems at once
     * @throws IllegalArgumentException if two rules have the same id
     */
    public RepositoryEvaluator build() {
      List<Declaration> declared = new ArrayList<>();
      RepositoryRules.promised().forEach(it -> declared.add(it.under(policy.ciChecks())));
      declared.addAll(own);
      declared.add(new FileReadability());
      Bindings bindings = Bindings.of(declared, policy.hardening(), elsewhere);
      if (!bindings.problems().isEmpty()) {
        throw new PolicyException(bindings.problems());
      }
      List<Rule<?>> rules = new ArrayList<>(own);
      RepositoryRules.promised().forEach(it -> rules.add(it.rule()));
      return new RepositoryEvaluator(this, rules, bindings);
    }
  }
}
