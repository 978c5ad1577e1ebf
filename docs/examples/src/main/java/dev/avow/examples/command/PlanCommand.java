package dev.avow.examples.command;

import dev.avow.disclosure.DisclosureCase;
import dev.avow.disclosure.DisclosurePlanner;
import dev.avow.disclosure.Plan;
import dev.avow.disclosure.PlanReport;
import dev.avow.policy.SecurityPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "The policy.")
  private @Nullable Path policy;

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

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SecurityPolicy promised = SecurityPolicy.read(Required.option(policy));
    DisclosureCase reported = DisclosureCase.read(Required.option(file));
    Instant at = now != null ? now : terminal.clock().instant();
    Plan plan = DisclosurePlanner.of(promised).plan(reported, at);
    if (format == Format.JSON) {
      PlanReport.json(plan, terminal.out());
    } else {
      PlanReport.text(plan, terminal.out());
    }
    LocalDate day = LocalDate.ofInstant(at, promised.calendar().zone());
    return ExitCode.of(promised.gate().decide(plan.evaluation(), day)).code();
  }
}
