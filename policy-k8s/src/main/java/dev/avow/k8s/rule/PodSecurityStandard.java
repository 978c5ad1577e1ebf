package dev.avow.k8s.rule;

import static java.util.stream.Collectors.toSet;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.rule.Bindings;
import dev.avow.policy.rule.Judgement;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One level of the Pod Security Standards, as one version of Kubernetes enforces it.
 *
 * <pre>{@code
 * PodSecurityStandard standard =
 *     PodSecurityStandard.of(Level.RESTRICTED, KubernetesVersion.parse("1.31"));
 * standard.judge(resource).findings(); // why admission would refuse its pods
 * }</pre>
 *
 * <p>It answers what the built-in admission controller would say of the pods of any workload,
 * whatever a policy promises. The same rules are part of the profiles {@code baseline} and {@code
 * restricted}, at the version that the policy names. What an expression hides is INCONCLUSIVE.
 * Built once and shared: immutable and thread-safe.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security
 *     Standards</a>
 */
public final class PodSecurityStandard {

  /** How much a standard forbids; each level forbids all that the one before it does. */
  public enum Level {
    /** Nothing. */
    PRIVILEGED,
    /** What is known to let a pod escalate its privileges. */
    BASELINE,
    /** What current practice of hardening pods does without. */
    RESTRICTED;

    /** Returns the name as labels of namespaces write it: {@code baseline}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the level that labels of namespaces write as {@code label}. */
    public static Optional<Level> labelled(String label) {
      return Arrays.stream(values()).filter(level -> level.label().equals(label)).findFirst();
    }

    /** Returns whether this level forbids all that {@code other} does. */
    public boolean includes(Level other) {
      return compareTo(other) >= 0;
    }
  }

  private final Level level;
  private final KubernetesVersion version;
  private final List<Rule<?>> rules;
  private final Bindings bindings;

  private PodSecurityStandard(Level level, KubernetesVersion version) {
    this.level = level;
    this.version = version;
    this.rules = rules(level, version);
    this.bindings = Bindings.of(rules, allOn(rules, version));
  }

  /** Returns the standard of {@code level} as {@code version} has it. */
  public static PodSecurityStandard of(Level level, KubernetesVersion version) {
    return new PodSecurityStandard(level, version);
  }

  /**
   * Returns the standard of {@code level} as the version of Kubernetes has it that {@code
   * hardening} names; what else is said there does not count.
   */
  public static PodSecurityStandard of(Level level, HardeningProfile hardening) {
    return of(level, hardening.kubernetes());
  }

  private static HardeningProfile allOn(List<Rule<?>> rules, KubernetesVersion version) {
    HardeningProfile.Builder policy = HardeningProfile.builder().kubernetes(version);
    rules.forEach(rule -> policy.with(rule.description().id().value()));
    return policy.build();
  }

  private static List<Rule<?>> rules(Level level, KubernetesVersion version) {
    List<PodSecurityCheck> checks =
        PodSecurityCheck.ALL.stream().filter(check -> check.isMade(level, version)).toList();
    Set<String> replaced = checks.stream().map(PodSecurityCheck::replaces).collect(toSet());
    List<Rule<?>> rules = new ArrayList<>();
    if (!checks.isEmpty()) {
      rules.add(PodRules.POD_TEMPLATE_IS_READABLE);
    }
    checks.stream()
        .filter(check -> !replaced.contains(check.id()))
        .forEach(check -> rules.addAll(check.rules()));
    return List.copyOf(rules);
  }

  /** Returns how much is forbidden. */
  public Level level() {
    return level;
  }

  /** Returns the Kubernetes version whose standards count. */
  public KubernetesVersion version() {
    return version;
  }

  /**
   * Returns its rules, and the one that pods can be read; none at the level that forbids nothing.
   *
   * <p>What the standards ask of a pod and its containers at once are two rules, so that a finding
   * is about the one in which it must be mended.
   */
  public List<Rule<?>> rules() {
    return rules;
  }

  /**
   * Judges the pods that {@code resource} brings. The evaluation has looked at nothing if it brings
   * none, or if the level forbids nothing.
   */
  public Evaluation judge(Resource resource) {
    Partial.Builder partial = Partial.under(bindings.ruleSet());
    Targets targets = Targets.of(resource);
    rules.forEach(rule -> judge(rule, targets, partial));
    return Evaluation.of(bindings.ruleSet(), Stream.of(partial.build()));
  }

  private <T extends Target> void judge(Rule<T> rule, Targets targets, Partial.Builder partial) {
    RuleId id = rule.description().id();
    for (T target : targets.all(rule.scope())) {
      Judgement judgement = rule.judge(target, bindings.settings(id));
      partial.verdict(id, target.subject(), judgement.verdict());
      judgement.findings().forEach(partial::finding);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PodSecurityStandard that
        && level == that.level
        && version.equals(that.version);
  }

  @Override
  public int hashCode() {
    return Objects.hash(level, version);
  }

  /** Returns level and version, as admission writes them: {@code restricted:v1.31}. */
  @Override
  public String toString() {
    return level.label() + ":v" + version;
  }
}
