package dev.avow.examples.command;

import dev.avow.disclosure.Clearance;
import dev.avow.disclosure.DisclosureCase;
import dev.avow.disclosure.DisclosurePlanner;
import dev.avow.disclosure.Plan;
import dev.avow.disclosure.PlanReport;
import dev.avow.disclosure.Tlp;
import dev.avow.disclosure.regime.Regime;
import dev.avow.policy.SecurityPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plans a case as a policy promises. */
@Command(
    name = "plan",
    sortOptions = false,
    description = "Plans the steps of a vulnerability report as a policy promises them.",
    footer = {
      "",
      "Exit codes: 0 in time, 1 the gate blocks on what is late, 2 a bad policy, case or call, 3"
          + " inconclusive and the policy says that this blocks."
    })
final class PlanCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy; can be left out where there is a regime.")
  private @Nullable Path policy;

  @Option(
      names = "--regime",
      paramLabel = "REGIME",
      description =
          "What somebody else asks, such as cert-cc or eu-cra-vulnerability, or a file of one; can"
              + " be repeated. None of them is legal advice.")
  private List<Regime> regimes = List.of();

  @Option(names = "--case", required = true, paramLabel = "FILE", description = "The case.")
  private @Nullable Path file;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "The time to plan at, such as 2026-11-22T09:00:00Z; the present, unless set.")
  private @Nullable Instant now;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text or json; text, unless set.")
  private Format format = Format.TEXT;

  @Option(
      names = "--clearance",
      paramLabel = "TLP",
      description = "Up to which mark titles and names may be shown; TLP:CLEAR, unless set.")
  private Tlp clearance = Tlp.CLEAR;

  @Spec private @Nullable CommandSpec spec;

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SecurityPolicy promised = policy();
    DisclosureCase reported = DisclosureCase.read(Required.option(file));
    Instant at = now != null ? now : terminal.clock().instant();
    Plan plan =
        DisclosurePlanner.of(promised).under(regimes.toArray(Regime[]::new)).plan(reported, at);
    if (format == Format.JSON) {
      PlanReport.json(plan, terminal.out(), Clearance.upTo(clearance));
    } else {
      PlanReport.text(plan, terminal.out(), Clearance.upTo(clearance));
    }
    LocalDate day = LocalDate.ofInstant(at, promised.calendar().zone());
    return ExitCode.of(promised.gate().decide(plan.evaluation(), day)).code();
  }

  /** Without a policy of its own a project promises nothing, and regimes ask all the same. */
  private SecurityPolicy policy() {
    if (policy != null) {
      return SecurityPolicy.read(policy);
    }
    if (regimes.isEmpty()) {
      throw new ParameterException(
          Required.option(spec).commandLine(), "Missing required option: --policy or --regime");
    }
    return SecurityPolicy.named("no policy").build();
  }
}
