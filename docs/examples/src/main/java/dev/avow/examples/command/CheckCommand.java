package dev.avow.examples.command;

import dev.avow.policy.baseline.BaselineFile;
import dev.avow.policy.finding.Baseline;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.report.JsonStyle;
import dev.avow.policy.report.Reports;
import dev.avow.policy.report.TextStyle;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks manifests against the hardening part of a policy. */
@Command(
    name = "check",
    sortOptions = false,
    description = "Checks Kubernetes manifests against a policy.",
    footer = {
      "",
      "Exit codes: 0 kept, 1 the gate blocks, 2 a bad policy, input or call, 3 inconclusive and the"
          + " policy says that this blocks."
    })
class CheckCommand extends Judging {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text or json; text, unless set.")
  private Format format = Format.TEXT;

  @Option(names = "--all-results", description = "Lists what passed, too.")
  private boolean allResults;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "What is known and does not block, as \"avow baseline write\" writes it.")
  private @Nullable Path baseline;

  CheckCommand(Terminal terminal) {
    super(terminal);
  }

  /** Returns the baseline that is read where none is named; usually none is. */
  Optional<Path> standardBaseline() {
    return Optional.empty();
  }

  private Baseline known() {
    return Optional.ofNullable(baseline)
        .or(this::standardBaseline)
        .map(BaselineFile::read)
        .orElseGet(Baseline::none);
  }

  @Override
  public Integer call() {
    Baseline known = known();
    Tally tally = new Tally(terminal());
    Decision decision = decide(tally, gate -> gate.against(known));
    report(decision);
    tally.explain();
    return exitCode(decision, tally).code();
  }

  private void report(Decision decision) {
    if (format == Format.JSON) {
      JsonStyle style = JsonStyle.compact().indented();
      Reports.json(decision, terminal().out(), allResults ? style.withAllResults() : style);
      return;
    }
    TextStyle style = TextStyle.plain();
    Reports.text(decision, terminal().out(), terminal().colours() ? style.inColour() : style);
    if (allResults) {
      decision
          .evaluation()
          .forEachVerdict(
              (rule, subject, verdict) ->
                  terminal().out().printf("%-14s  %s  %s%n", verdict, rule, subject));
    }
  }
}
