package dev.avow.examples.command;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Gate;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that judges by a policy, whatever it does with the decision. */
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
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files or folders of manifests; - is standard input.")
  private List<Path> paths = List.of();

  @Mixin private final VersionsInUse versions = new VersionsInUse();

  @Mixin private final Evidence evidence = new Evidence();

  @Spec private @Nullable CommandSpec spec;

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

  private List<Beside> beside() {
    return List.of(versions, evidence);
  }

  /** Returns what the gate of {@code promised}, changed by {@code change}, makes of all. */
  Decision decide(SecurityPolicy promised, Tally tally, UnaryOperator<Gate> change) {
    requireSomething();
    List<Evaluation> parts = new ArrayList<>();
    if (!paths.isEmpty()) {
      parts.add(evaluateManifests(promised, tally));
    }
    Beside.When when = when(promised);
    Gate gate = change.apply(promised.gate());
    for (Beside each : beside()) {
      each.evaluate(promised, when, terminal).forEach(parts::add);
      gate = each.extend(gate);
    }
    tally.wipe();
    return gate.decide(Evaluation.sum(parts.stream()), when.day());
  }

  private void requireSomething() {
    if (paths.isEmpty() && beside().stream().noneMatch(Beside::isGiven)) {
      refuse("there must be manifests (PATH), --inventory, --scan or --repository to judge");
    }
  }

  /** Refuses the call. */
  void refuse(String mistake) {
    throw new ParameterException(Required.option(spec).commandLine(), mistake);
  }

  private Evaluation evaluateManifests(SecurityPolicy promised, Tally tally) {
    Manifests read = tally.counting(manifests(tally));
    Manifests noted = read;
    for (Beside each : beside()) {
      noted = each.noting(noted);
    }
    KubernetesEvaluator.Builder evaluator = KubernetesEvaluator.builder(promised);
    // Who asks for the images of manifests need not have promised anything else of them.
    boolean wanted = noted != read;
    return evaluate(wanted ? evaluator.readingAtLeast().build() : evaluator.build(), noted);
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
        : Manifests.in(List.of(seenFromHere(path)), tally);
  }

  /** A file is known again by its name, so that it has one name, however the call names it. */
  private static Path seenFromHere(Path path) {
    Path here = Path.of("").toAbsolutePath();
    if (!path.isAbsolute() || !path.startsWith(here)) {
      return path;
    }
    return path.equals(here) ? Path.of(".") : here.relativize(path);
  }

  /** A day that is named is taken at its end, so that nothing of it lies ahead. */
  private Beside.When when(SecurityPolicy promised) {
    ZoneId zone = promised.calendar().zone();
    Instant now = terminal.clock().instant();
    return day == null
        ? new Beside.When(LocalDate.ofInstant(now, zone), now)
        : new Beside.When(day, day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1));
  }

  /** Says what was wrong with the manifests, if there were any. */
  void explain(Tally tally) {
    if (!paths.isEmpty()) {
      tally.explain();
    }
  }

  /** An unusable input wins; files that hold nothing break no promise. */
  ExitCode exitCode(Decision decision, Tally tally) {
    if (tally.hasUnusable()) {
      return ExitCode.BAD_INPUT;
    }
    boolean nothing = tally.foundOnlyEmptyFiles() && beside().stream().noneMatch(Beside::isGiven);
    return nothing ? ExitCode.KEPT : ExitCode.of(decision);
  }
}
