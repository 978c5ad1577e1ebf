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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files or folders of manifests; - is standard input.")
  private List<Path> paths = List.of();

  @Mixin private Evidence evidence = new Evidence();

  @Spec private @Nullable CommandSpec spec;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (paths.isEmpty() && !evidence.isGiven()) {
      throw new ParameterException(
          Required.option(spec).commandLine(),
          "there must be manifests (PATH), --scan or --repository to check");
    }
    SecurityPolicy promised = SecurityPolicy.read(Required.option(policy));
    Tally tally = new Tally(terminal);
    Stream<Evaluation> manifests =
        paths.isEmpty() ? Stream.of() : Stream.of(evaluateManifests(promised, tally));
    Evaluation evaluation =
        Evaluation.sum(
            Stream.concat(manifests, evidence.evaluate(promised, now(promised), terminal)));
    Decision decision = evidence.extend(promised.gate()).decide(evaluation, day(promised));
    tally.wipe();
    report(decision);
    if (!paths.isEmpty()) {
      tally.explain();
    }
    return exitCode(decision, tally).code();
  }

  private Evaluation evaluateManifests(SecurityPolicy promised, Tally tally) {
    Manifests all = evidence.noting(tally.counting(manifests(tally)));
    return evaluate(KubernetesEvaluator.of(promised), all);
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

  /** A day that is named is taken at its end, so that nothing of it lies ahead. */
  private Instant now(SecurityPolicy promised) {
    return day == null
        ? terminal.clock().instant()
        : day.plusDays(1).atStartOfDay(promised.calendar().zone()).toInstant().minusNanos(1);
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
  private ExitCode exitCode(Decision decision, Tally tally) {
    if (tally.hasUnusable()) {
      return ExitCode.BAD_INPUT;
    }
    boolean nothing = tally.foundOnlyEmptyFiles() && !evidence.isGiven();
    return nothing ? ExitCode.KEPT : ExitCode.of(decision);
  }
}
