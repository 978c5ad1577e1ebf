package dev.avow.disclosure.bench;

import dev.avow.disclosure.DisclosureCase;
import dev.avow.disclosure.DisclosurePlanner;
import dev.avow.disclosure.Fact;
import dev.avow.disclosure.Portfolio;
import dev.avow.disclosure.regime.Regimes;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures how long it takes to plan 100,000 cases of 10 facts, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class PortfolioBenchmark {

  private static final int CASES = 100_000;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = START.plus(Duration.ofDays(300));

  private final List<DisclosureCase> cases = new ArrayList<>();
  private final SecurityPolicy policy =
      SecurityPolicy.read(Path.of("..", "docs", "policies", "typekro.yaml"));
  private final DisclosurePlanner alone = DisclosurePlanner.of(policy);
  private final DisclosurePlanner under =
      alone.under(Regimes.CERT_CC, Regimes.PROJECT_ZERO, Regimes.EU_CRA_VULNERABILITY);

  /** Makes the cases. */
  @Setup
  public void make() {
    for (int i = 0; i < CASES; i++) {
      cases.add(theCase(i));
    }
  }

  private static DisclosureCase theCase(int number) {
    Instant report = START.plus(Duration.ofMinutes(number * 3L));
    List<Milestone> milestones =
        List.of(
            Milestone.REPORTED,
            Milestone.ACKNOWLEDGED,
            Milestone.TRIAGED,
            Milestone.CONFIRMED,
            Milestone.ACCEPTED,
            Milestone.PLAN_SHARED,
            Milestone.EXPLOITATION_KNOWN,
            Milestone.EARLY_WARNING_SUBMITTED,
            Milestone.FIX_READY);
    DisclosureCase made = DisclosureCase.open("C-" + number);
    for (int i = 0; i < milestones.size(); i++) {
      made = made.with(Fact.of(milestones.get(i), report.plus(Duration.ofHours(9L * i))));
    }
    return made.with(Fact.severity(Severity.HIGH, report.plus(Duration.ofHours(90))));
  }

  /** Plans them as the policy promises. */
  @Benchmark
  public Portfolio policy() {
    return Portfolio.of(alone, cases, NOW);
  }

  /** Plans them as the policy promises and three regimes ask. */
  @Benchmark
  public Portfolio regimes() {
    return Portfolio.of(under, cases, NOW);
  }

  /** Plans them, and asks what is overdue and what is due in a week. */
  @Benchmark
  public List<Portfolio.Item> asked() {
    Portfolio all = Portfolio.of(under, cases, NOW);
    List<Portfolio.Item> items = new ArrayList<>(all.overdue());
    items.addAll(all.dueWithin(Duration.ofDays(7)));
    return items;
  }
}
