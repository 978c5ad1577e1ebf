package dev.avow.examples.command;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.report.Excerpts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
final class CheckCommand implements Callable<Integer> {

  private static final Path STANDARD_INPUT = Path.of("-");

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "The policy.")
  private @Nullable Path policy;

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
      names = "--each-file-alone",
      description = "Judges every file as if it were a cluster of its own.")
  private boolean eachFileAlone;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day for which waivers are judged; today in the policy's zone, unless set.")
  private @Nullable LocalDate day;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files or folders of manifests; - is standard input.")
  private List<Path> paths = List.of();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    requireThatOutputsFit();
    SecurityPolicy promised = SecurityPolicy.read(Required.option(policy));
    KubernetesEvaluator evaluator = KubernetesEvaluator.of(promised);
    Tally tally = new Tally(terminal, writes(Format.POLICYREPORT, Format.OPENREPORTS));
    Evaluation evaluation = evaluate(evaluator, tally.counting(manifests(tally)));
    Decision decision = promised.gate().decide(evaluation, day(promised));
    tally.wipe();
    report(promised, decision, tally);
    tally.explain();
    return exitCode(decision, tally).code();
  }

  private Evaluation evaluate(KubernetesEvaluator evaluator, Manifests manifests) {
    return eachFileAlone
        ? EachFileAlone.evaluate(evaluator, manifests)
        : evaluator.evaluate(manifests);
  }

  /** Standard input can stand among the paths, in its place. */
  private Manifests manifests(Tally tally) {
    return () -> paths.stream().flatMap(path -> manifests(path, tally).stream());
  }

  private Manifests manifests(Path path, Tally tally) {
    return path.equals(STANDARD_INPUT)
        ? Manifests.from("(standard input)", terminal.in())
        : Manifests.in(List.of(path), tally);
  }

  private LocalDate day(SecurityPolicy promised) {
    return day != null
        ? day
        : LocalDate.ofInstant(terminal.clock().instant(), promised.calendar().zone());
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

  private void refuse(String mistake) {
    throw new ParameterException(Required.option(spec).commandLine(), mistake);
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
            terminal.clock().instant());
    Format shown =
        outputs.stream()
            .filter(output -> output.file().isEmpty())
            .map(Output::format)
            .findFirst()
            .orElse(Format.TEXT);
    writer.write(shown, terminal.colours(), terminal.out());
    terminal.out().flush();
    for (Output output : outputs) {
      output
          .file()
          .map(ReportFile::new)
          .ifPresent(file -> file.write(out -> writer.write(output.format(), false, out)));
    }
  }

  /** An unusable input wins; files that hold nothing break no promise. */
  private static ExitCode exitCode(Decision decision, Tally tally) {
    if (tally.hasUnusable()) {
      return ExitCode.BAD_INPUT;
    }
    return tally.foundOnlyEmptyFiles() ? ExitCode.KEPT : ExitCode.of(decision);
  }
}
