package dev.avow.examples.command;

import dev.avow.disclosure.publish.Paper;
import dev.avow.disclosure.publish.PaperLint;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.report.Excerpts;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.lifecycle.Lifecycle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with published documents, or with a policy that is to be published. */
@Command(
    name = "lint",
    sortOptions = false,
    description =
        "Says what is wrong with SECURITY.md, security.txt or security-insights.yml, with a policy,"
            + " or with the documents of a folder;"
            + " with --policy also where a document and the policy disagree.",
    footer = {
      "",
      "Exit codes: 0 nothing blocks, 1 the gate blocks, 2 a bad policy, document or call, 3"
          + " inconclusive and the policy says that this blocks."
    })
final class LintCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      arity = "1",
      paramLabel = "FILE|DIR",
      description = "A document, a policy, or a folder with documents at their usual places.")
  private @Nullable Path path;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy that documents should state, and whose gate decides.")
  private @Nullable Path policy;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day to lint for; today in the policy's zone, unless set.")
  private @Nullable LocalDate day;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, sarif, junit, gitlab, markdown or html; text, unless set.")
  private Format format = Format.TEXT;

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description =
          "The releases: a list of them, or a product of endoflife.date; then the newest one must"
              + " be listed.")
  private @Nullable Path catalog;

  @Spec private @Nullable CommandSpec spec;

  LintCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SecurityPolicy promised =
        policy == null ? SecurityPolicy.named("no policy").build() : SecurityPolicy.read(policy);
    LocalDate on = Days.asked(day, promised, terminal);
    Decision decision = promised.gate().decide(evaluation(promised, on), on);
    new ReportWriter(
            promised, decision, 0, false, Excerpts.none(), Map.of(), terminal.clock().instant())
        .write(format, terminal.colours(), terminal.out());
    return ExitCode.of(decision).code();
  }

  private Evaluation evaluation(SecurityPolicy promised, LocalDate on) {
    Path given = Required.option(path);
    if (Files.isDirectory(given)) {
      return folder(given, promised, on);
    }
    Optional<Paper> paper = Paper.all().stream().filter(form -> form.isForm(given)).findFirst();
    if (paper.isPresent()) {
      return document(paper.get(), given, promised, on);
    }
    if (isPolicy(given)) {
      return PaperLint.of(SecurityPolicy.read(given), on, releases());
    }
    throw refusal("%s is no document or policy that is known".formatted(given));
  }

  private ReleaseCatalog releases() {
    return catalog == null ? ReleaseCatalog.none() : Lifecycle.read(catalog).releases();
  }

  private static boolean isPolicy(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(".yaml", ".yml", ".json").anyMatch(name::endsWith);
  }

  private Evaluation folder(Path folder, SecurityPolicy promised, LocalDate on) {
    List<Evaluation> all = new ArrayList<>();
    for (Paper paper : Paper.all()) {
      first(folder, paper).ifPresent(file -> all.add(document(paper, file, promised, on)));
    }
    if (all.isEmpty()) {
      throw refusal("%s holds none of %s".formatted(folder, places()));
    }
    return Evaluation.sum(all.stream());
  }

  /** Of several places the first one counts, as it does for those who look for the document. */
  private static Optional<Path> first(Path folder, Paper paper) {
    return paper.places().stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  private static List<String> places() {
    return Paper.all().stream().flatMap(paper -> paper.places().stream()).toList();
  }

  private Evaluation document(Paper paper, Path file, SecurityPolicy promised, LocalDate on) {
    Evaluation lint = paper.lint(file, on, releases());
    return policy == null ? lint : Evaluation.sum(lint, paper.drift(promised, file));
  }

  private ParameterException refusal(String mistake) {
    return new ParameterException(Required.option(spec).commandLine(), mistake);
  }
}
