package dev.avow.policy.rule;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.hardening.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
 *         .requires(container -> container.field("securityContext.readOnlyRootFilesystem").isTrue())
 *         .otherwise("may write its root filesystem: readOnlyRootFilesystem {found}")
 *         .build();
 * }</pre>
 *
 * <p>The message says what is wrong with the target, as a predicate; reports put the target before
 * it. In braces it may name a part of the target's subject, a parameter, {@code found} (what stands
 * at the field that decided) and {@code path}. Immutable and thread-safe if its functions are.
 *
 * @param <T> the type of the targets
 */
public final class Rule<T extends Target> implements Declaration {

  private final RuleDescription description;
  private final Activation activation;
  private final Scope<T> scope;
  private final @Nullable BiFunction<? super T, Settings, Check> applies;
  private final Judge<T> judge;

  private Rule(
      RuleDescription description,
      Activation activation,
      Scope<T> scope,
      @Nullable BiFunction<? super T, Settings, Check> applies,
      Judge<T> judge) {
    this.description = description;
    this.activation = activation;
    this.scope = scope;
    this.applies = applies;
    this.judge = judge;
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

  /** Returns what the rule is asked for each of. */
  public Scope<T> scope() {
    return scope;
  }

  /** Returns what the rule says of {@code target}, its findings at the severity of {@code as}. */
  public Judgement judge(T target, Settings settings, Severity as) {
    Check concerns =
        applies == null ? Check.of(true, target.place()) : applies.apply(target, settings);
    if (concerns.fails()) {
      return new Judgement(Verdict.NOT_APPLICABLE, List.of());
    }
    Findings findings = new Findings(description.id(), as, target.subject(), settings);
    judge.judge(target, findings);
    if (concerns.isUnknown() && findings.verdict() == Verdict.FAIL) {
      findings.clear();
      findings.missing(concerns.missing().orElseThrow(), concerns.at());
    }
    return new Judgement(findings.verdict(), findings.all);
  }

  /** Returns what the rule says of {@code target}, at its own severity. */
  public Judgement judge(T target, Settings settings) {
    return judge(target, settings, description.severity());
  }

  @Override
  public String toString() {
    return description.toString();
  }

  /** How a target is judged. */
  private interface Judge<T extends Target> {
    void judge(T target, Findings findings);
  }

  /** Collects what is found about one target. */
  private static final class Findings implements Reporter {

    private final RuleId rule;
    private final Severity severity;
    private final Subject subject;
    private final Settings settings;
    private final List<Finding> all = new ArrayList<>();
    private Verdict verdict = Verdict.PASS;

    Findings(RuleId rule, Severity severity, Subject subject, Settings settings) {
      this.rule = rule;
      this.severity = severity;
      this.subject = subject;
      this.settings = settings;
    }

    @Override
    public void fail(Field at, Message message) {
      add(Verdict.FAIL, at, message, null);
    }

    @Override
    public void fail(Field at, Message message, Fix fix) {
      add(Verdict.FAIL, at, message, fix);
    }

    @Override
    public void missing(String what, Field at) {
      Message message = Message.of("cannot be decided without {missing}", mark -> what);
      add(Verdict.INCONCLUSIVE, at, message, null);
    }

    @Override
    public Settings settings() {
      return settings;
    }

    void add(Verdict found, Field at, Message message, @Nullable Fix fix) {
      Finding.Builder finding =
          Finding.of(rule, found, subject, at.location()).severity(severity).message(message);
      if (fix != null) {
        finding.fix(fix);
      }
      all.add(finding.build());
      verdict = verdict.or(found);
    }

    Verdict verdict() {
      return verdict;
    }

    void clear() {
      all.clear();
      verdict = Verdict.PASS;
    }
  }

  /** A rule that has a name and is being described. */
  public static final class Named {

    private final RuleDescription.Builder description;
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

    /** Turns the rule on from {@code profile} upwards only; without this it is always on. */
    public Named from(Profile profile) {
      activation = new Activation.From(profile);
      return this;
    }

    /** Turns the rule on only where a policy names it. */
    public Named onlyByName() {
      activation = new Activation.ByName();
      return this;
    }

    /** Says what the rule is asked for each of. */
    public <T extends Target> Over<T> forEach(Scope<T> scope) {
      description.target(scope.name());
      return new Over<>(description.build(), activation, scope, null);
    }
  }

  /**
   * A rule that knows what it is asked for each of.
   *
   * @param <T> the type of the targets
   */
  public static final class Over<T extends Target> {

    private final RuleDescription description;
    private final Activation activation;
    private final Scope<T> scope;
    private final @Nullable BiFunction<? super T, Settings, Check> applies;

    private Over(
        RuleDescription description,
        Activation activation,
        Scope<T> scope,
        @Nullable BiFunction<? super T, Settings, Check> applies) {
      this.description = description;
      this.activation = activation;
      this.scope = scope;
      this.applies = applies;
    }

    /**
     * Narrows the rule to targets for which {@code condition} holds; for others it is not
     * applicable. Where it is unknown, a broken rule is inconclusive. Several conditions must all
     * hold.
     */
    public Over<T> when(Function<? super T, Check> condition) {
      return when((target, settings) -> condition.apply(target));
    }

    /** Narrows the rule to targets for which {@code condition} holds, given the policy. */
    public Over<T> when(BiFunction<? super T, Settings, Check> condition) {
      BiFunction<? super T, Settings, Check> known = applies;
      BiFunction<? super T, Settings, Check> both =
          known == null
              ? condition
              : (target, settings) -> {
                Check first = known.apply(target, settings);
                return first.fails() ? first : first.and(condition.apply(target, settings));
              };
      return new Over<>(description, activation, scope, both);
    }

    /** Narrows the rule to targets for which {@code condition} fails. */
    public Over<T> unless(Function<? super T, Check> condition) {
      return when(target -> condition.apply(target).not());
    }

    /** Says what must hold. */
    public Required<T> requires(Function<? super T, Check> condition) {
      return requires((target, settings) -> condition.apply(target));
    }

    /** Says what must hold, given the policy's parameters. */
    public Required<T> requires(BiFunction<? super T, Settings, Check> condition) {
      return new Required<>(this, condition);
    }

    /** Says how to find what is wrong, where that may be several things; none is a pass. */
    public Rule<T> finds(BiConsumer<? super T, Reporter> search) {
      return new Rule<>(description, activation, scope, applies, search::accept);
    }
  }

  /**
   * A rule that knows what must hold.
   *
   * @param <T> the type of the targets
   */
  public static final class Required<T extends Target> {

    private final Over<T> over;
    private final BiFunction<? super T, Settings, Check> condition;
    private String template = "";
    private @Nullable Function<? super T, Fix> fix;

    private Required(Over<T> over, BiFunction<? super T, Settings, Check> condition) {
      this.over = over;
      this.condition = condition;
    }

    /** Says what is wrong when it does not hold: a predicate of the target. */
    public Required<T> otherwise(String message) {
      template = message;
      return this;
    }

    /** Says what would mend it. */
    public Required<T> fix(Function<? super T, Fix> remedy) {
      fix = remedy;
      return this;
    }

    /**
     * Returns the rule.
     *
     * @throws IllegalArgumentException if there is no message, or it marks something that is
     *     neither a part of the scope's subjects nor a parameter
     */
    public Rule<T> build() {
      RuleId id = over.description.id();
      if (template.isBlank()) {
        throw new IllegalArgumentException(
            "rule %s must say what is wrong otherwise".formatted(id));
      }
      Set<String> known = new HashSet<>(over.scope.parts());
      known.addAll(Set.of("found", "path", "kind"));
      over.description.parameters().forEach(parameter -> known.add(parameter.name()));
      for (String mark : Message.marks(template)) {
        if (!known.contains(mark)) {
          throw new IllegalArgumentException(
              "the message of rule %s may mark %s but marks {%s}".formatted(id, known, mark));
        }
      }
      return new Rule<>(over.description, over.activation, over.scope, over.applies, this::judge);
    }

    private void judge(T target, Findings findings) {
      Check check = condition.apply(target, findings.settings);
      if (check.fails()) {
        Message message = Message.of(template, mark -> value(mark, target, check, findings));
        findings.add(Verdict.FAIL, check.at(), message, fix == null ? null : fix.apply(target));
      } else if (check.isUnknown()) {
        findings.missing(check.missing().orElseThrow(), check.at());
      }
    }

    private String value(String mark, T target, Check check, Findings findings) {
      return switch (mark) {
        case "found" -> check.at().found();
        case "path" -> check.at().path();
        case "kind" -> target.subject().kind();
        default ->
            over.description.parameters().stream()
                .filter(parameter -> parameter.name().equals(mark))
                .findFirst()
                .map(parameter -> String.valueOf((Object) findings.settings.get(parameter)))
                .orElseGet(() -> String.join("/", target.subject().values(mark)));
      };
    }
  }
}
