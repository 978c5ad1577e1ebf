package dev.avow.examples.command;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.report.JsonStyle;
import dev.avow.policy.report.Reports;
import dev.avow.policy.report.TextStyle;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "The policy.")
  private @Nullable Path policy;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text or json; text, unless set.")
  private Format format = Format.TEXT;

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

  @Mixin private final VersionsInUse versions = new VersionsInUse();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files or folders of manifests; - is standard input.")
  private List<Path> paths = List.of();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    requireSomething();
    SecurityPolicy promised = SecurityPolicy.read(Required.option(policy));
    Tally tally = new Tally(terminal);
    Evaluation evaluation = paths.isEmpty() ? Evaluation.empty() : evaluate(promised, tally);
    LocalDate on = day(promised);
    Decision decision = promised.gate().decide(versions.addTo(evaluation, promised, on), on);
    tally.wipe();
    report(decision);
    if (!paths.isEmpty()) {
      tally.explain();
    }
    return exitCode(decision, tally).code();
  }

  /** Without manifests there have to be other things to check. */
  private void requireSomething() {
    if (paths.isEmpty() && !versions.hasInventories()) {
      throw new ParameterException(
          Required.option(spec).commandLine(), "Missing required parameter: 'PATH'");
    }
  }

  private Evaluation evaluate(SecurityPolicy promised, Tally tally) {
    KubernetesEvaluator evaluator = KubernetesEvaluator.of(promised);
    return evaluate(evaluator, versions.watching(tally.counting(manifests(tally))));
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

  private void report(Decision decision) {
    if (format == Format.JSON) {
      JsonStyle style = JsonStyle.compact().indented();
      Reports.json(decision, terminal.out(), allResults ? style.withAllResults() : style);
      return;
    }
    TextStyle style = TextStyle.plain();
    Reports.text(decision, terminal.out(), terminal.colours() ? style.inColour() : style);
    if (allResults) {
      decision
          .evaluation()
          .forEachVerdict(
              (rule, subject, verdict) ->
                  terminal.out().printf("%-14s  %s  %s%n", verdict, rule, subject));
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
