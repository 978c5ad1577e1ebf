package dev.avow.examples.command;

import dev.avow.disclosure.CaseFile;
import dev.avow.disclosure.Clearance;
import dev.avow.disclosure.DisclosureCase;
import dev.avow.disclosure.Fact;
import dev.avow.disclosure.Tlp;
import dev.avow.policy.commitment.Milestone;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Keeps cases in files: opens one, adds facts, shows what can be shown. */
@Command(
    name = "case",
    sortOptions = false,
    description = "Keeps the facts of vulnerability reports in files.",
    subcommands = HelpCommand.class,
    synopsisSubcommandLabel = "COMMAND")
final class CaseCommand {

  private final Terminal terminal;

  CaseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Opens a case in a file that is not there yet. */
  @Command(name = "new", sortOptions = false, description = "Opens a case in a new file.")
  int open(
      @Parameters(paramLabel = "FILE", description = "The file, which must not exist.") Path file,
      @Option(names = "--id", required = true, description = "The case's name.") String id,
      @Option(names = "--title", description = "What it is about; told to the cleared only.")
          @Nullable String title,
      @Option(names = "--component", description = "A name or package URL.")
          @Nullable String component,
      @Option(names = "--channel", description = "How the report came in.")
          @Nullable String channel,
      @Option(names = "--tlp", description = "How far it may be told; TLP:AMBER, unless set.")
          @Nullable Tlp mark,
      @Option(names = "--reported", description = "When the report came in.")
          @Nullable Instant reported,
      @Option(names = "--by", description = "Who reported it.") @Nullable String by) {
    DisclosureCase opened = DisclosureCase.open(id).marked(mark == null ? Tlp.AMBER : mark);
    opened = title == null ? opened : opened.title(title);
    opened = component == null ? opened : opened.component(component);
    opened = channel == null ? opened : opened.channel(channel);
    if (reported != null) {
      Fact report = Fact.of(Milestone.REPORTED, reported);
      opened = opened.with(by == null ? report : report.by(by));
    }
    CaseFile.create(file, opened);
    return ExitCode.KEPT.code();
  }

  /** Adds a fact to the end of a case. */
  @Command(name = "add", sortOptions = false, description = "Adds a fact to a case.")
  int add(
      @Parameters(paramLabel = "FACT", description = "What happened, such as acknowledged.")
          Milestone what,
      @Parameters(paramLabel = "FILE", description = "The case.") Path file,
      @Option(names = "--at", description = "When it happened; now, unless set.")
          @Nullable Instant at,
      @Option(names = "--by", description = "Who did it.") @Nullable String by,
      @Option(
              names = "--under",
              paramLabel = "REGIME",
              split = ",",
              description = "Under which regimes it was submitted, such as eu-nis2.")
          String @Nullable [] regimes,
      @Option(names = "--detail", paramLabel = "NAME=VALUE", description = "What else is known.")
          @Nullable Map<String, String> details) {
    Fact fact = Fact.of(what, at == null ? terminal.clock().instant() : at);
    Map<String, String> known = details == null ? new LinkedHashMap<>() : details;
    for (Map.Entry<String, String> detail : known.entrySet()) {
      fact = fact.with(detail.getKey(), detail.getValue());
    }
    fact = regimes == null ? fact : fact.under(regimes);
    CaseFile.add(file, by == null ? fact : fact.by(by));
    return ExitCode.KEPT.code();
  }

  /** Shows a case, as far as the clearance goes. */
  @Command(name = "show", sortOptions = false, description = "Shows a case and its states.")
  int show(
      @Parameters(paramLabel = "FILE", description = "The case.") Path file,
      @Option(names = "--clearance", description = "Up to which mark all may be shown.")
          @Nullable Tlp upTo,
      @Option(names = "--format", description = "text or json; text, unless set.")
          @Nullable Format format) {
    DisclosureCase read = DisclosureCase.read(file);
    Clearance clearance = Optional.ofNullable(upTo).map(Clearance::upTo).orElse(Clearance.none());
    if (format == Format.JSON) {
      terminal.out().print(read.toJson(clearance));
      return ExitCode.KEPT.code();
    }
    terminal
        .out()
        .printf(
            "%s, %s: report %s, case %s, embargo %s%n",
            read.id(), read.mark().label(), read.reportState(), read.state(), read.embargo());
    terminal.out().println();
    terminal.out().print(read.toYaml(clearance));
    return ExitCode.KEPT.code();
  }

  /** Reads a milestone, and tells what is wrong with it as picocli wants to be told. */
  static Milestone milestone(String text) {
    try {
      return Milestone.of(text);
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException(String.valueOf(refused.getMessage()));
    }
  }

  /** Reads a mark, likewise. */
  static Tlp mark(String text) {
    try {
      return Tlp.parse(text);
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException(String.valueOf(refused.getMessage()));
    }
  }
}
