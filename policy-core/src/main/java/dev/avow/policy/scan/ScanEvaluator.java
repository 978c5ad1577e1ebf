package dev.avow.policy.scan;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the reports of scanners by a policy.
 *
 * <pre>{@code
 * ScanEvaluator evaluator = ScanEvaluator.builder(policy).scanned(HIGH, CRITICAL).build();
 * Evaluation evaluation = evaluator.evaluate(ScanEvidence.of(report), now);
 * Decision decision = policy.gate().with(report.waivers()).decide(evaluation, today);
 * }</pre>
 *
 * <p>What several scanners found alike, under whatever alias, is one finding; the highest severity
 * counts. Immutable and thread-safe.
 */
public final class ScanEvaluator {

  /** The age up to which a report counts, unless another is set. */
  public static final Duration STANDARD_AGE = Duration.ofDays(30);

  private static final Logger LOG = LoggerFactory.getLogger(ScanEvaluator.class);

  private final SecurityPolicy policy;
  private final Set<ScanKind> kinds;
  private final Set<FixStatus> ignored;
  private final boolean statements;
  private final Duration maxAge;
  private final @Nullable Set<Severity> scanned;
  private final List<ScanFormat> preferred;
  private final Severity endOfLife;

  private ScanEvaluator(Builder builder) {
    this.policy = builder.policy;
    this.kinds = Set.copyOf(builder.kinds);
    this.ignored = Set.copyOf(builder.ignored);
    this.statements = builder.statements;
    this.maxAge = builder.maxAge;
    this.scanned = builder.scanned;
    this.preferred = builder.preferred;
    this.endOfLife = builder.endOfLife;
  }

  /** Returns the evaluator that judges by {@code policy} and knows nothing else. */
  public static ScanEvaluator of(SecurityPolicy policy) {
    return builder(policy).build();
  }

  /** Starts an evaluator that judges by {@code policy}. */
  public static Builder builder(SecurityPolicy policy) {
    return new Builder(policy);
  }

  /** Returns what {@code evidence} shows at {@code now}. */
  public Evaluation evaluate(ScanEvidence evidence, Instant now) {
    ScanJudge judge = new ScanJudge(this, now);
    judge.judge(evidence);
    Evaluation evaluation = judge.evaluation();
    LOG.debug("{} reports: {}", evidence.all().size(), evaluation);
    return evaluation;
  }

  SecurityPolicy policy() {
    return policy;
  }

  boolean asksFor(ScanKind kind) {
    return kinds.contains(kind);
  }

  Set<ScanKind> kinds() {
    return kinds;
  }

  Set<FixStatus> ignored() {
    return ignored;
  }

  boolean heedsStatements() {
    return statements;
  }

  Duration maxAge() {
    return maxAge;
  }

  @Nullable Set<Severity> scanned() {
    return scanned;
  }

  List<ScanFormat> preferred() {
    return preferred;
  }

  Severity endOfLife() {
    return endOfLife;
  }

  /** Returns which policy it judges by. */
  @Override
  public String toString() {
    return "scans by " + policy;
  }

  /** Builds a {@link ScanEvaluator}; not thread-safe. */
  public static final class Builder {

    private final SecurityPolicy policy;
    private Set<ScanKind> kinds = EnumSet.allOf(ScanKind.class);
    private Set<FixStatus> ignored = Set.of();
    private boolean statusesSet;
    private boolean statements = true;
    private Duration maxAge = STANDARD_AGE;
    private @Nullable Set<Severity> scanned;
    private List<ScanFormat> preferred = List.of();
    private Severity endOfLife = Severity.MEDIUM;

    private Builder(SecurityPolicy policy) {
      this.policy = policy;
    }

    /** Judges findings of these kinds only; all, unless set. */
    public Builder kinds(ScanKind... those) {
      kinds = Set.of(those);
      return this;
    }

    /**
     * Passes over vulnerabilities that are not fixed, whatever the reason; does nothing where
     * statuses are {@linkplain #ignoring named}, as Trivy has it.
     */
    public Builder ignoringUnfixed() {
      if (!statusesSet) {
        ignored = EnumSet.complementOf(EnumSet.of(FixStatus.FIXED));
      }
      return this;
    }

    /** Passes over vulnerabilities of these statuses. */
    public Builder ignoring(FixStatus... statuses) {
      ignored = Set.of(statuses);
      statusesSet = true;
      return this;
    }

    /** Judges what is stated not to concern an artifact (VEX) like everything else. */
    public Builder withoutStatements() {
      statements = false;
      return this;
    }

    /**
     * Sets the age up to which a report counts; {@link #STANDARD_AGE}, unless set.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxAge(Duration age) {
      if (age.isNegative()) {
        throw new IllegalArgumentException("age must be 0 or more but was " + age);
      }
      maxAge = age;
      return this;
    }

    /**
     * Says which severities the scanner was asked for. Without it, a report that may have been
     * filtered leaves it undecided whether there is anything at or above what the {@link Gate}
     * fails at.
     */
    public Builder scanned(Severity... severities) {
      scanned = Set.of(severities);
      return this;
    }

    /**
     * Says whose severity counts where several scanners found the same, the first of them first;
     * without it the highest counts.
     */
    public Builder preferring(ScanFormat... formats) {
      preferred = List.of(formats);
      return this;
    }

    /** Sets how much it matters that an operating system gets no fixes; MEDIUM, unless set. */
    public Builder endOfLifeIs(Severity severity) {
      endOfLife = severity;
      return this;
    }

    /** Returns the evaluator. */
    public ScanEvaluator build() {
      return new ScanEvaluator(this);
    }
  }
}
