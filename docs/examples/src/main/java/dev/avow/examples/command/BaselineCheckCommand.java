package dev.avow.examples.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Checks manifests against what is known. */
@Command(
    name = "check",
    sortOptions = false,
    description = {
      "Checks Kubernetes manifests; what the baseline lists does not block.",
      "Without --baseline it is read from " + BaselineWriteCommand.FILE + "."
    },
    footer = {
      "",
      "Exit codes: 0 nothing new blocks, 1 something new blocks, 2 a bad policy, baseline, input or"
          + " call, 3 something new is inconclusive and the policy says that this blocks."
    })
final class BaselineCheckCommand extends CheckCommand {

  BaselineCheckCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Optional<Path> standardBaseline() {
    return Optional.of(Path.of(BaselineWriteCommand.FILE));
  }
}
