package dev.avow.examples.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Keeps what was known when somebody began to look. */
@Command(
    name = "baseline",
    description = "Writes down what is known, so that only what is new blocks.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = HelpCommand.class)
final class BaselineCommand {

  private BaselineCommand() {}

  static CommandLine of(Terminal terminal) {
    return new CommandLine(new BaselineCommand())
        .addSubcommand(new BaselineWriteCommand(terminal))
        .addSubcommand(new BaselineCheckCommand(terminal));
  }
}
