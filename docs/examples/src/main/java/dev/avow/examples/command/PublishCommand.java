package dev.avow.examples.command;

import dev.avow.disclosure.publish.Paper;
import dev.avow.policy.SecurityPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the documents that a project publishes about its security. */
@Command(
    name = "publish",
    sortOptions = false,
    description =
        "Writes SECURITY.md and security.txt from a policy, and brings a security-insights.yml that"
            + " is there up to date.",
    footer = {
      "",
      "Exit codes: 0 written, 2 a bad policy or call, or a file that cannot be written."
    })
final class PublishCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "The policy.")
  private @Nullable Path policy;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the documents; it is made where there is none.")
  private @Nullable Path folder;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day of publication; today in the policy's zone, unless set.")
  private @Nullable LocalDate day;

  PublishCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SecurityPolicy promised = SecurityPolicy.read(Required.option(policy));
    LocalDate on = Days.asked(day, promised, terminal);
    for (Paper paper : Paper.all()) {
      Path file = Required.option(folder).resolve(paper.places().get(0));
      Optional<String> missing = paper.missing(promised, file);
      if (missing.isEmpty()) {
        write(file, paper.write(promised, on, file));
        terminal.out().println(file);
      } else {
        terminal.complain("%s: is not written without %s".formatted(file, missing.get()));
      }
    }
    return ExitCode.KEPT.code();
  }

  private static void write(Path file, String text) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be written: %s".formatted(file, e), e);
    }
    new ReportFile(file).write(out -> append(out, text));
  }

  private static void append(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
