package dev.avow.examples.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Says of a policy itself what it says. */
@Command(
    name = "policy",
    description = "Says what a policy promises, all that it extends included.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = HelpCommand.class)
final class PolicyCommand {

  private PolicyCommand() {}

  static CommandLine of(Terminal terminal) {
    return new CommandLine(new PolicyCommand()).addSubcommand(new PolicyShowCommand(terminal));
  }
}
