package dev.avow.k8s;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.rule.Catalogue;
import dev.avow.k8s.rule.Group;
import dev.avow.k8s.rule.GroupKey;
import dev.avow.k8s.rule.GroupRule;
import dev.avow.k8s.rule.Observed;
import dev.avow.k8s.rule.PodRules;
import dev.avow.k8s.rule.Targets;
import dev.avow.policy.PolicyException;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.Problem;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.repository.RepositoryRules;
import dev.avow.policy.rule.Bindings;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges Kubernetes manifests by a policy: the way in.
 *
 * <pre>{@code
 * KubernetesEvaluator evaluator = KubernetesEvaluator.of(policy);
 * Evaluation evaluation = evaluator.evaluate(Manifests.in(Path.of("deploy")));
 * Decision decision = policy.gate().decide(evaluation, today);
 * }</pre>
 *
 * <p>Built once and shared: immutable and thread-safe. To spread the work, call {@link #inspect}
 * for each manifest, bring facts of the same key together, {@link #judge} each group and {@link
 * #sum} the parts; {@link #evaluate} does just that. An evaluator does not travel: build it from
 * the same policy on each worker. Parts that other rules made are refused.
 */
public final class KubernetesEvaluator {

  private static final Logger LOGGER = LoggerFactory.getLogger(KubernetesEvaluator.class);

  private final RuleSet ruleSet;
  private final Readability readability;
  private final Severity ofUnreadable;
  private final WaiverAnnotations annotations;
  private final Severity ofMalformedWaiver;
  private final BoundRules bound;

  private KubernetesEvaluator(Builder builder, List<Declaration> rules, Bindings bindings) {
    this.ruleSet = bindings.ruleSet();
    this.readability = builder.readability;
    this.ofUnreadable = bindings.description(Readability.ID).severity();
    this.annotations = builder.annotations;
    this.ofMalformedWaiver = bindings.description(WaiverAnnotations.ID).severity();
    this.bound = BoundRules.of(rules, bindings);
  }

  /**
   * Returns the evaluator of the built-in rules that {@code policy} turns on.
   *
   * @throws PolicyException as {@link Builder#build()} does
   */
  public static KubernetesEvaluator of(SecurityPolicy policy) {
    return builder(policy).build();
  }

  /** Starts an evaluator under {@code policy}, which knows the built-in rules. */
  public static Builder builder(SecurityPolicy policy) {
    return builder(policy.hardening());
  }

  /** Starts an evaluator under {@code hardening}, the only part of a policy that it looks at. */
  public static Builder builder(HardeningProfile hardening) {
    return new Builder(hardening);
  }

  /** Returns the rules that are on, as the policy weighs them. */
  public RuleSet ruleSet() {
    return ruleSet;
  }

  /**
   * Judges all that {@code manifests} hold. Memory grows with what is found and with the facts that
   * group rules need, not with the manifests.
   */
  public Evaluation evaluate(Manifests manifests) {
    Gathering gathering = new Gathering();
    try (Stream<Manifest> stream = manifests.stream()) {
      Stream<Partial> inspected =
          stream.sequential().map(manifest -> gathering.add(inspect(manifest)));
      Stream<Partial> judged =
          Stream.of(gathering).flatMap(complete -> complete.judge(this::judge));
      Evaluation evaluation = sum(Stream.concat(inspected, judged));
      LOGGER.debug("{}: {}", gathering, evaluation);
      return evaluation;
    }
  }

  /** Looks at one manifest: judges what can be judged of it alone, and collects facts. */
  public Inspection inspect(Manifest manifest) {
    Partial.Builder partial = Partial.under(ruleSet);
    TreeMap<GroupKey, List<Observed<?>>> facts = new TreeMap<>();
    readability.judge(manifest, ofUnreadable, partial);
    if (manifest instanceof Resource resource) {
      Targets targets = Targets.of(resource);
      annotations.collect(resource, targets, ofMalformedWaiver, partial);
      bound.scopes().forEach(scope -> scope.judge(targets, partial));
      bound.facts().forEach(kind -> kind.observe(resource, targets, facts, partial));
    }
    return new Inspection(partial.build(), facts);
  }

  /**
   * Judges one group. All facts of {@code key} must be there, in any order; what is there twice
   * counts once.
   *
   * @throws IllegalArgumentException if there are facts that no rule here needs: they were observed
   *     for other rules
   */
  public Partial judge(GroupKey key, Collection<? extends Observed<?>> facts) {
    Group group = Group.of(key, facts);
    bound.refuseUnknown(group);
    Partial.Builder partial = Partial.under(ruleSet);
    bound.groupRules().stream()
        .filter(rule -> rule.judges(key))
        .forEach(rule -> rule.judge(group, partial));
    return partial.build();
  }

  /**
   * Puts parts together, in any order; what is there twice counts once.
   *
   * @throws IllegalArgumentException if a part was made by other rules
   */
  public Evaluation sum(Stream<Partial> parts) {
    return Evaluation.of(ruleSet, parts);
  }

  @Override
  public String toString() {
    return ruleSet.toString();
  }

  /** Builds a {@link KubernetesEvaluator}; not thread-safe. */
  public static final class Builder {

    /** Rules that are always on: they promise nothing of what they read. */
    private static final Set<RuleId> ABOUT_THE_INPUT =
        Set.of(
            Readability.ID,
            WaiverAnnotations.ID,
            PodRules.POD_TEMPLATE_IS_READABLE.description().id());

    private final HardeningProfile profile;
    private final Readability readability = new Readability();
    private final WaiverAnnotations annotations = new WaiverAnnotations();
    private final List<Declaration> own = new ArrayList<>();

    private boolean builtIn = true;
    private boolean mayOnlyRead;

    private Builder(HardeningProfile profile) {
      this.profile = profile;
    }

    /** Leaves the built-in rules out, so that only those added here are known. */
    public Builder withoutBuiltInRules() {
      builtIn = false;
      return this;
    }

    /**
     * Adds a rule to the built-in ones.
     *
     * @throws IllegalArgumentException if it is asked for each of something that Kubernetes
     *     resources do not offer
     */
    public Builder rule(Rule<?> rule) {
      if (!Targets.scopes().contains(rule.scope())) {
        throw new IllegalArgumentException(
            "rule %s must be asked for each of %s but is for each %s"
                .formatted(rule.description().id(), Targets.scopes(), rule.scope()));
      }
      own.add(rule);
      return this;
    }

    /** Adds a rule that sees several resources to the built-in ones. */
    public Builder rule(GroupRule rule) {
      own.add(rule);
      return this;
    }

    /**
     * Lets the policy turn no rule on: what is asked then is only whether manifests can be read,
     * for callers that read something else from them.
     */
    public Builder readingAtLeast() {
      mayOnlyRead = true;
      return this;
    }

    /**
     * Returns the evaluator.
     *
     * @throws IllegalArgumentException if the policy says something of a rule that does not exist
     *     or cannot be said, with all problems at once; if it turns no rule on, unless it may; if
     *     two rules have the same id
     */
    public KubernetesEvaluator build() {
      List<Declaration> all = new ArrayList<>(builtIn ? Catalogue.rules() : List.of());
      all.addAll(own);
      all.add(readability);
      all.add(annotations);
      Bindings bindings = Bindings.of(all, profile, RepositoryRules.ids()::contains);
      List<Problem> problems = new ArrayList<>(bindings.problems());
      problems.addAll(mustBeOn(Readability.ID, profile));
      problems.addAll(mustBeOn(WaiverAnnotations.ID, profile));
      boolean onlyReads = ABOUT_THE_INPUT.containsAll(bindings.ruleSet().rules().keySet());
      if (problems.isEmpty() && onlyReads && !mayOnlyRead) {
        long promises = all.stream().filter(Builder::isPromise).count();
        problems.add(
            new Problem(
                Location.in("(policy)"),
                "hardening must turn a rule on, such as by \"profile: restricted\"",
                "none of " + promises + " rules is on"));
      }
      if (!problems.isEmpty()) {
        problems.sort(Comparator.comparing(Problem::at));
        throw new PolicyException(problems);
      }
      LOGGER.debug("{} of {} rules are on", bindings.ruleSet().size(), all.size());
      return new KubernetesEvaluator(this, all, bindings);
    }

    /** What tells of the input cannot be switched off: damage would look like success. */
    private static List<Problem> mustBeOn(RuleId rule, HardeningProfile profile) {
      return Optional.ofNullable(profile.rules().get(rule))
          .filter(said -> !said.on().orElse(true))
          .map(said -> new Problem(said.declaredAt(), rule + " must be on", "was switched off"))
          .stream()
          .toList();
    }

    private static boolean isPromise(Declaration rule) {
      return !ABOUT_THE_INPUT.contains(rule.description().id());
    }
  }
}
