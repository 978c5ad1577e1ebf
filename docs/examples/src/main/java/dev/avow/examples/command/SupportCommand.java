package dev.avow.examples.command;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.report.Reports;
import dev.avow.policy.report.TextStyle;
import dev.avow.policy.version.SupportAnswer;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.lifecycle.Lifecycle;
import dev.avow.policy.version.scheme.Version;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks a policy whether a version is supported, or what is wrong with its supported versions. */
@Command(
    name = "support",
    sortOptions = false,
    description =
        "Says whether a version is supported, and why; without one, what is wrong with"
            + " the rows.",
    footer = {
      "",
      "Exit codes: 0 supported, if only as far as possible or in development, 1 unsupported, 2 a"
          + " bad policy, catalogue or call, 3 not listed, contradictory or unknown. Without a"
          + " version those of check."
    })
final class SupportCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "The policy.")
  private @Nullable Path policy;

  @Option(names = "--version", paramLabel = "VERSION", description = "The version to ask about.")
  private @Nullable String version;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day to ask for; today in the policy's zone, unless set.")
  private @Nullable LocalDate day;

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      description = "The severity of the vulnerability, where rows depend on it.")
  private @Nullable Severity severity;

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "The releases: a list of them, or a product of endoflife.date.")
  private @Nullable Path catalog;

  SupportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SecurityPolicy promised = SecurityPolicy.read(Required.option(policy));
    LocalDate on = Days.asked(day, promised, terminal);
    ReleaseCatalog releases =
        catalog == null ? ReleaseCatalog.none() : Lifecycle.read(catalog).releases();
    return version == null
        ? lint(promised, on, releases).code()
        : answer(promised, version, on, releases).code();
  }

  private ExitCode answer(
      SecurityPolicy promised, String text, LocalDate on, ReleaseCatalog releases) {
    SupportQuestion question = SupportQuestion.about(Version.of(text), on).knowing(releases);
    SupportAnswer answer =
        promised.supportedVersions().ask(severity == null ? question : question.severity(severity));
    terminal
        .out()
        .printf(
            "%s %s on %s: %s%n  %s%n",
            promised.name(), text, on, answer.support(), answer.explanation());
    return switch (answer.support()) {
      case SUPPORTED, BEST_EFFORT, DEVELOPMENT -> ExitCode.KEPT;
      case UNSUPPORTED -> ExitCode.BROKEN;
      case NOT_LISTED, CONTRADICTORY, UNKNOWN -> ExitCode.INCONCLUSIVE;
    };
  }

  private ExitCode lint(SecurityPolicy promised, LocalDate on, ReleaseCatalog releases) {
    Evaluation evaluation = promised.supportedVersions().lint(on, releases);
    Decision decision = promised.gate().decide(evaluation, on);
    TextStyle style = TextStyle.plain();
    Reports.text(decision, terminal.out(), terminal.colours() ? style.inColour() : style);
    return ExitCode.of(decision);
  }
}
