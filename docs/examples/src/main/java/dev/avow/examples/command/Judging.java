package dev.avow.examples.command;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Gate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that judges manifests by a policy, whatever it does with the decision. */
abstract class Judging implements Callable<Integer> {

  private static final Path STANDARD_INPUT = Path.of("-");

  private final Terminal terminal;

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "The policy.")
  private @Nullable Path policy;

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

  Judging(Terminal terminal) {
    this.terminal = terminal;
  }

  Terminal terminal() {
    return terminal;
  }

  /** Returns the policy, read anew. */
  SecurityPolicy policy() {
    return SecurityPolicy.read(Required.option(policy));
  }

  /** Returns what the gate of {@code promised}, changed by {@code change}, makes of all. */
  Decision decide(SecurityPolicy promised, Tally tally, UnaryOperator<Gate> change) {
    KubernetesEvaluator evaluator = KubernetesEvaluator.of(promised);
    Gate gate = change.apply(promised.gate());
    Evaluation evaluation = evaluate(evaluator, tally.counting(manifests(tally)));
    tally.wipe();
    return gate.decide(evaluation, day(promised));
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

  /** An unusable input wins; files that hold nothing break no promise. */
  static ExitCode exitCode(Decision decision, Tally tally) {
    if (tally.hasUnusable()) {
      return ExitCode.BAD_INPUT;
    }
    return tally.foundOnlyEmptyFiles() ? ExitCode.KEPT : ExitCode.of(decision);
  }
}
