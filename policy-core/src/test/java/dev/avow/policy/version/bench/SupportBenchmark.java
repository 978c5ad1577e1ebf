package dev.avow.policy.version.bench;

import dev.avow.policy.version.SupportAnswer;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures answers per second on one core, rows being read: of a version, and of its text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SupportBenchmark {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String[] TEXTS = {"4.8.1", "3.0.2", "2.4.1", "2.5.0", "2.3.0", "v4.0.0-rc1"};

  private final SupportedVersions versions =
      SupportedVersions.none()
          .and(SupportRow.line("4.x"))
          .and(SupportRow.line("3.x").until("2027-01-31"))
          .and(SupportRow.line("2.4.x"))
          .and(SupportRow.line("< 2.4.0").status(SupportStatus.UNSUPPORTED));

  private final Version[] read = new Version[TEXTS.length];
  private int next;

  /** Reads the versions. */
  public SupportBenchmark() {
    for (int i = 0; i < TEXTS.length; i++) {
      read[i] = Version.of(TEXTS[i]);
    }
  }

  private int turn() {
    next = next + 1 == TEXTS.length ? 0 : next + 1;
    return next;
  }

  /** Asks about a version that was read before. */
  @Benchmark
  public SupportAnswer ask() {
    return versions.ask(SupportQuestion.about(read[turn()], TODAY));
  }

  /** Reads a version and asks about it. */
  @Benchmark
  public SupportAnswer readAndAsk() {
    return versions.ask(SupportQuestion.about(Version.of(TEXTS[turn()]), TODAY));
  }
}
