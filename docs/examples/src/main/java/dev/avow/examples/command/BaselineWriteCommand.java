package dev.avow.examples.command;

import dev.avow.policy.baseline.BaselineFile;
import dev.avow.policy.finding.Baseline;
import dev.avow.policy.finding.BaselineUse;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes down what is known. */
@Command(
    name = "write",
    sortOptions = false,
    description = "Writes what is found into the baseline, in place of what it lists.",
    footer = {
      "",
      "Exit codes: 0 written, 2 a bad policy, baseline, input or call, 3 nothing was looked at."
          + " Unless the code is 0, the file is as it was."
    })
final class BaselineWriteCommand extends Judging {

  /** Where the baseline is kept, unless somebody says otherwise. */
  static final String FILE = "avow-baseline.yaml";

  @Option(
      names = "--baseline",
      defaultValue = FILE,
      paramLabel = "FILE",
      description = "The file to write; ${DEFAULT-VALUE}, unless set.")
  private Path file = Path.of(FILE);

  @Option(
      names = "--drop-only",
      description = "Takes in nothing new: only drops what is fixed or gone.")
  private boolean dropOnly;

  BaselineWriteCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Baseline before = dropOnly || Files.exists(file) ? BaselineFile.read(file) : Baseline.none();
    Tally tally = new Tally(terminal(), false);
    Decision decision = decide(policy(), tally, gate -> gate.against(before));
    tally.explain();
    if (tally.hasUnusable()) {
      return ExitCode.BAD_INPUT.code();
    }
    if (decision.evaluation().lookedAtNothing()) {
      terminal().complain("nothing was looked at, so that no baseline is written");
      return ExitCode.INCONCLUSIVE.code();
    }
    Baseline after = dropOnly ? before.without(decision) : Baseline.of(decision);
    BaselineFile.write(after, file);
    terminal().out().printf("%s: %s (%s)%n", file, after, changes(decision, before, after));
    return ExitCode.KEPT.code();
  }

  private static String changes(Decision decision, Baseline before, Baseline after) {
    int dropped =
        decision.baseline().stream()
            .filter(use -> use.state() != BaselineUse.State.NOT_JUDGED)
            .mapToInt(BaselineUse::missing)
            .sum();
    long waived = decision.rulings().stream().filter(Ruling.Waived.class::isInstance).count();
    int taken = Math.max(0, after.size() - before.size() + dropped);
    return "%d new, %d fixed or gone; %d waived, which a baseline leaves out"
        .formatted(taken, dropped, waived);
  }
}
