package dev.avow.examples.command;

import dev.avow.disclosure.CaseException;
import dev.avow.disclosure.Tlp;
import dev.avow.disclosure.publish.PaperException;
import dev.avow.disclosure.regime.Regime;
import dev.avow.disclosure.regime.RegimeException;
import dev.avow.policy.PolicyException;
import dev.avow.policy.baseline.BaselineException;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.version.inventory.InventoryException;
import dev.avow.policy.version.lifecycle.LifecycleException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command {@code avow}. */
@Command(
    name = "avow",
    description = "Asks a security policy what it says.",
    subcommands = HelpCommand.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Avow {

  private Avow() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    boolean plain = !System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    Terminal terminal =
        new Terminal(
            System.in,
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, false, StandardCharsets.UTF_8),
            Boolean.getBoolean("avow.terminal.out") && !plain,
            Boolean.getBoolean("avow.terminal.err"),
            InstantSource.system());
    System.exit(run(terminal, arguments));
  }

  /** Runs the command and returns its exit code. */
  static int run(Terminal terminal, String... arguments) {
    CommandLine command =
        new CommandLine(new Avow())
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new PlanCommand(terminal))
            .addSubcommand(new SupportCommand(terminal))
            .addSubcommand(BaselineCommand.of(terminal))
            .addSubcommand(PolicyCommand.of(terminal))
            .addSubcommand(new DiffCommand(terminal))
            .addSubcommand(new CaseCommand(terminal))
            .addSubcommand(new LintCommand(terminal))
            .addSubcommand(new PublishCommand(terminal))
            .registerConverter(LocalDate.class, Days::day)
            .registerConverter(Instant.class, Days::instant)
            .registerConverter(Milestone.class, CaseCommand::milestone)
            .registerConverter(Tlp.class, CaseCommand::mark)
            .registerConverter(Regime.class, RegimeNames::find)
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(
                    terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
            .setParameterExceptionHandler(Avow::refuse)
            .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, terminal));
    addHelp(command);
    int code = arguments.length == 0 ? usage(command) : command.execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  private static void addHelp(CommandLine command) {
    OptionSpec help =
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this help.").build();
    command.getCommandSpec().addOption(help);
    command.getSubcommands().values().stream()
        .filter(each -> !(each.getCommand() instanceof HelpCommand))
        .forEach(Avow::addHelp);
  }

  /**
   * Wrong files come as exceptions that name file, line and field; anything else is our mistake.
   */
  private static int explain(Exception failure, Terminal terminal) throws Exception {
    if (failure instanceof UncheckedIOException broken && broken.getCause() != null) {
      terminal.complain(Objects.requireNonNull(broken.getMessage()));
    } else if (isBadInput(failure)) {
      Objects.requireNonNull(failure.getMessage()).lines().forEach(terminal::complain);
    } else {
      throw failure;
    }
    return ExitCode.BAD_INPUT.code();
  }

  private static boolean isBadInput(Exception failure) {
    return failure instanceof PolicyException
        || failure instanceof CaseException
        || failure instanceof RegimeException
        || failure instanceof BaselineException
        || failure instanceof DocumentException
        || failure instanceof PaperException
        || failure instanceof LifecycleException
        || failure instanceof InventoryException;
  }

  private static int usage(CommandLine command) {
    command.usage(command.getErr());
    return ExitCode.BAD_INPUT.code();
  }

  private static int refuse(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println("avow: " + wrong.getMessage());
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("Try \"" + name + " --help\"");
    return ExitCode.BAD_INPUT.code();
  }
}
