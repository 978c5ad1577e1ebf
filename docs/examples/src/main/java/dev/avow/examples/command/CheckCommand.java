package dev.avow.examples.command;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.baseline.BaselineFile;
import dev.avow.policy.finding.Baseline;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.report.Excerpts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks manifests, reports of scanners and a repository against a policy. */
@Command(
    name = "check",
    sortOptions = false,
    description = "Checks Kubernetes manifests, scans and a repository against a policy.",
    footer = {
      "",
      "Exit codes: 0 kept, 1 the gate blocks, 2 a bad policy, input or call, 3 inconclusive and the"
          + " policy says that this blocks."
    })
class CheckCommand extends Judging {

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private final List<Output> outputs = new ArrayList<>();

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "Tells no more than N findings of a rule, the weightiest; counts the others.")
  private @Nullable Integer most;

  @Option(
      names = "--excerpts",
      description =
          "Shows lines of the sources in reports that have room for them. They may hold secrets;"
              + " only findings about Secrets show none.")
  private boolean excerpts;

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
    requireThatOutputsFit();
    Baseline known = known();
    SecurityPolicy promised = policy();
    Tally tally = new Tally(terminal(), writes(Format.POLICYREPORT, Format.OPENREPORTS));
    Decision decision = decide(promised, tally, gate -> gate.against(known));
    report(promised, decision, tally);
    explain(tally);
    return exitCode(decision, tally).code();
  }

  private void requireThatOutputsFit() {
    Stream.concat(
            Output.mistake(outputs).stream(),
            outputs.stream()
                .flatMap(output -> output.file().stream())
                .flatMap(file -> new ReportFile(file).mistake().stream()))
        .findFirst()
        .ifPresent(this::refuse);
    if (most != null && most < 1) {
      refuse("--max must be 1 or more but was " + most);
    }
  }

  private boolean writes(Format... formats) {
    return outputs.stream().anyMatch(output -> List.of(formats).contains(output.format()));
  }

  private void report(SecurityPolicy promised, Decision decision, Tally tally) {
    ReportWriter writer =
        new ReportWriter(
            promised,
            decision,
            most == null ? 0 : most,
            allResults,
            excerpts ? new SourceLines() : Excerpts.none(),
            tally.apiVersions(),
            terminal().clock().instant());
    Format shown =
        outputs.stream()
            .filter(output -> output.file().isEmpty())
            .map(Output::format)
            .findFirst()
            .orElse(Format.TEXT);
    writer.write(shown, terminal().colours(), terminal().out());
    terminal().out().flush();
    for (Output output : outputs) {
      output
          .file()
          .map(ReportFile::new)
          .ifPresent(file -> file.write(out -> writer.write(output.format(), false, out)));
    }
  }
}
