package dev.avow.examples.command;

import dev.avow.disclosure.publish.PolicyReading;
import dev.avow.disclosure.publish.SecurityMarkdown;
import dev.avow.k8s.rule.Catalogue;
import dev.avow.policy.PolicyChange.Effect;
import dev.avow.policy.PolicyDiff;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.repository.RepositoryRules;
import dev.avow.policy.rule.Declaration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two revisions of a policy. */
@Command(
    name = "diff",
    sortOptions = false,
    description = {
      "Says what has changed between two revisions of a policy, and which changes weaken a"
          + " promise.",
      "Those that weaken come first, then those of which nobody can tell."
    },
    footer = {
      "",
      "Exit codes: 0 no promise is weakened, 1 one is, 2 a bad policy or call, 3 none is for sure,"
          + " but of some change nobody can tell."
    })
final class DiffCommand implements Callable<Integer> {

  private static final List<Effect> ORDER =
      List.of(Effect.WEAKENS, Effect.UNCLEAR, Effect.STRENGTHENS, Effect.NEITHER);

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "OLD", description = "The former policy, or SECURITY.md.")
  private @Nullable Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The later policy, or SECURITY.md.")
  private @Nullable Path after;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text or json; text, unless set.")
  private Format format = Format.TEXT;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PolicyDiff diff =
        PolicyDiff.between(read(Required.option(before)), read(Required.option(after)), rules());
    if (format == Format.JSON) {
      terminal.out().print(diff.toJson());
    } else {
      print(diff, terminal.out());
    }
    if (diff.weakens()) {
      return ExitCode.BROKEN.code();
    }
    return (diff.with(Effect.UNCLEAR).isEmpty() ? ExitCode.KEPT : ExitCode.INCONCLUSIVE).code();
  }

  private static List<Declaration> rules() {
    return Stream.concat(Catalogue.rules().stream(), RepositoryRules.rules().stream()).toList();
  }

  /** Of a SECURITY.md it is told what takes no part, as nobody has understood it. */
  private SecurityPolicy read(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".md")) {
      return SecurityPolicy.read(file);
    }
    PolicyReading reading = SecurityMarkdown.read(file);
    reading.notUnderstood().forEach(passage -> terminal.complain(passage.toString()));
    return reading.policy();
  }

  private static void print(PolicyDiff diff, PrintWriter out) {
    ORDER.forEach(effect -> diff.with(effect).forEach(out::println));
    String counts =
        ORDER.stream()
            .map(effect -> effect.label() + " " + diff.with(effect).size())
            .collect(Collectors.joining(", "));
    int all = diff.changes().size();
    out.println(all == 0 ? "no change" : "%d changes: %s".formatted(all, counts));
  }
}
