package dev.avow.k8s.rule;

import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.rule.Activation;
import dev.avow.policy.rule.Conflict;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Judgement;
import dev.avow.policy.rule.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * A promise that only several resources together can keep, declared in one expression.
 *
 * <pre>{@code
 * static final GroupRule UNIQUE_HOSTS =
 *     GroupRule.named("ingress-hosts-are-unique")
 *         .severity(MEDIUM)
 *         .because("Which of two ingresses answers for a host is a matter of luck.")
 *         .overEverything(HOSTS)
 *         .finds((group, report) -> …);
 * }</pre>
 *
 * <p>It is given facts, never resources, so that it can be judged elsewhere than where they were
 * read. Immutable and thread-safe if its function is.
 */
public final class GroupRule implements Declaration {

  private final RuleDescription description;
  private final Activation activation;
  private final List<Conflict> conflicts;
  private final Class<? extends GroupKey> span;
  private final List<Facts<?>> needs;
  private final BiConsumer<Group, GroupReporter> search;

  private GroupRule(Over over, BiConsumer<Group, GroupReporter> search) {
    this.description = over.description;
    this.activation = over.activation;
    this.conflicts = over.conflicts;
    this.span = over.span;
    this.needs = over.needs;
    this.search = search;
  }

  /** Starts the rule called {@code id}, in kebab-case, saying what holds when it passes. */
  public static Named named(String id) {
    return new Named(RuleDescription.of(RuleId.of(id)));
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

  /** Returns whether the rule is asked about groups like that of {@code key}. */
  public boolean judges(GroupKey key) {
    return span.isInstance(key);
  }

  /** Returns the facts that it needs. */
  public List<Facts<?>> needs() {
    return needs;
  }

  /**
   * Returns what the rule says of the subjects in {@code group}, its findings at the severity of
   * {@code as}. It sees the facts that it needs and no others.
   */
  public Map<Subject, Judgement> judge(Group group, Settings settings, Severity as) {
    GroupFindings findings = new GroupFindings(description.id(), as, settings);
    search.accept(group.only(needs), findings);
    return findings.judgements();
  }

  /** Returns what the rule says of the subjects in {@code group}, at its own severity. */
  public Map<Subject, Judgement> judge(Group group, Settings settings) {
    return judge(group, settings, description.severity());
  }

  @Override
  public String toString() {
    return description.toString();
  }

  /** A group rule that has a name and is being described. */
  public static final class Named {

    private final RuleDescription.Builder description;
    private final List<Conflict> conflicts = new ArrayList<>();
    private Activation activation = new Activation.Always();

    private Named(RuleDescription.Builder description) {
      this.description = description;
    }

    /** Sets a title other than the id in plain words. */
    public Named title(String title) {
      description.title(title);
      return this;
    }

    /** Sets how much it matters when the rule is broken; MEDIUM, unless set. */
    public Named severity(Severity severity) {
      description.severity(severity);
      return this;
    }

    /** Says why the rule exists. */
    public Named because(String reason) {
      description.reason(reason);
      return this;
    }

    /** Says what to do when the rule is broken, in the imperative. */
    public Named advise(String advice) {
      description.advice(advice);
      return this;
    }

    /** Adds a place to read on. */
    public Named see(String uri) {
      description.see(uri);
      return this;
    }

    /** Adds the name that another tool gives to the rule. */
    public Named alias(String name) {
      description.alias(name);
      return this;
    }

    /** Adds what a policy may set about the rule. */
    public Named with(Parameter<?> parameter) {
      description.parameter(parameter);
      return this;
    }

    /**
     * Says that the rule finds what nobody else may read: reports show no lines from where it does.
     */
    public Named confidential() {
      description.confidential();
      return this;
    }

    /** Refuses policies in which {@code conflict} occurs. */
    public Named refuse(Conflict conflict) {
      conflicts.add(conflict);
      return this;
    }

    /** Turns the rule on from {@code profile} upwards only; without this it is always on. */
    public Named from(Profile profile) {
      activation = new Activation.From(profile);
      return this;
    }

    /**
     * Turns the rule on where {@code promise} says that the policy makes the promise that it
     * checks.
     */
    public Named where(Predicate<HardeningProfile> promise) {
      activation = new Activation.Where(promise);
      return this;
    }

    /** Turns the rule on only where a policy names it. */
    public Named onlyByName() {
      activation = new Activation.ByName();
      return this;
    }

    /** Says that the rule is asked once for each namespace, and which facts it needs. */
    public Over perNamespace(Facts<?>... facts) {
      return over("namespace", GroupKey.Namespace.class, facts);
    }

    /** Says that the rule is asked once about everything, and which facts it needs. */
    public Over overEverything(Facts<?>... facts) {
      return over("everything", GroupKey.Everything.class, facts);
    }

    private Over over(String target, Class<? extends GroupKey> span, Facts<?>... facts) {
      RuleDescription described = description.target(target).build();
      if (facts.length == 0) {
        throw new IllegalArgumentException(
            "rule %s must need facts but names none".formatted(described.id()));
      }
      return new Over(described, this, span, List.of(facts));
    }
  }

  /** A group rule that knows what it is asked about. */
  public static final class Over {

    private final RuleDescription description;
    private final Activation activation;
    private final List<Conflict> conflicts;
    private final Class<? extends GroupKey> span;
    private final List<Facts<?>> needs;

    private Over(
        RuleDescription description,
        Named named,
        Class<? extends GroupKey> span,
        List<Facts<?>> needs) {
      this.description = description;
      this.activation = named.activation;
      this.conflicts = List.copyOf(named.conflicts);
      this.span = span;
      this.needs = needs;
    }

    /** Returns the rule that says what {@code search} reports of a group. */
    public GroupRule finds(BiConsumer<Group, GroupReporter> search) {
      return new GroupRule(this, search);
    }
  }
}
