package dev.avow.examples.command;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.policy.SecurityPolicy;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the policy that counts, and where each of its lines comes from. */
@Command(
    name = "show",
    sortOptions = false,
    description = {
      "Prints the policy that counts, all that it extends included, as YAML.",
      "The comment behind each line says where it is written."
    },
    footer = {"", "Exit codes: 0 shown, 2 a bad policy, one weaker than what it extends, or call."})
final class PolicyShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "The policy.")
  private @Nullable Path policy;

  PolicyShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SecurityPolicy promised = SecurityPolicy.read(Required.option(policy));
    if (!promised.hardening().isEmpty()) {
      // Only the rules know what they are where nobody names them, so only they can be compared.
      KubernetesEvaluator.of(promised);
    }
    terminal.out().print(promised.toYamlWithPlaces());
    return ExitCode.KEPT.code();
  }
}
