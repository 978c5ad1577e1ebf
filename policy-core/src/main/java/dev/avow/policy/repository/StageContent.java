package dev.avow.policy.repository;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Message;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.rule.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks whether what is done in a stage brings, or shows, a shell or a package manager. */
final class StageContent {

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "ash", "dash", "busybox", "zsh", "ksh", "fish", "toybox", "pwsh");

  private static final Set<String> PACKAGE_MANAGERS =
      Set.of(
          "apk",
          "apt",
          "apt-get",
          "aptitude",
          "dpkg",
          "dnf",
          "microdnf",
          "opkg",
          "pacman",
          "rpm",
          "tdnf",
          "yum",
          "zypper");

  /** Folders in which shells and package managers lie, beside much else. */
  private static final Set<String> FOLDERS =
      Set.of("", "bin", "sbin", "usr", "usr/bin", "usr/sbin", "usr/local", "usr/local/bin");

  private StageContent() {}

  static void bringsNoShell(Stage stage, Reporter report) {
    Field from = stage.root().place();
    Optional<ImageReference> base = stage.reference();
    boolean debug =
        base.flatMap(ImageReference::tag).filter(it -> it.contains("debug")).isPresent();
    boolean known = stage.isFromScratch() || base.filter(StageContent::isDistroless).isPresent();
    if (known && debug) {
      report.fail(from, "builds on a debug image, which has a shell");
    }
    boolean found = debug;
    for (Stage.Step step : stage.steps()) {
      found |= shell(step, report);
      copiesFolder(step, report);
    }
    if (!known && !found) {
      report.missing("the packages of the base image, such as a report lists", from);
    }
  }

  private static boolean isDistroless(ImageReference image) {
    return image.path().startsWith("distroless/") || image.path().contains("/distroless");
  }

  private static boolean shell(Stage.Step step, Reporter report) {
    Instruction instruction = step.instruction();
    if (brings(instruction, SHELLS)) {
      report.fail(step.place(), "copies a shell into the image");
      return true;
    }
    boolean inShell = instruction.is("RUN") && !instruction.json();
    boolean started =
        instruction.is("RUN")
            && instruction.json()
            && instruction.words().stream()
                .findFirst()
                .map(Paths::name)
                .filter(SHELLS::contains)
                .isPresent();
    if (inShell || started) {
      report.fail(step.place(), "runs a command in a shell of the image");
    }
    return inShell || started;
  }

  static void bringsNoPackageManager(Stage stage, Reporter report) {
    boolean found = false;
    for (Stage.Step step : stage.steps()) {
      found |= packageManager(step, report);
      copiesFolder(step, report);
    }
    boolean known =
        stage.isFromScratch() || stage.reference().filter(StageContent::isDistroless).isPresent();
    if (!known && !found) {
      report.missing(
          "the packages of the base image, such as a report lists", stage.root().place());
    }
  }

  private static boolean packageManager(Stage.Step step, Reporter report) {
    Instruction instruction = step.instruction();
    if (brings(instruction, PACKAGE_MANAGERS)) {
      report.fail(step.place(), "copies a package manager into the image");
      return true;
    }
    Optional<String> run =
        instruction.is("RUN") ? commands(instruction).stream().findFirst() : Optional.empty();
    run.ifPresent(
        name ->
            report.fail(step.place(), Message.of("runs a package manager: {name}", mark -> name)));
    return run.isPresent();
  }

  private static List<String> commands(Instruction run) {
    List<ShellCommand> commands =
        run.json()
            ? List.of(new ShellCommand(run.words(), List.of(), false, false))
            : ShellScript.commands(script(run.text()), true, false);
    return commands.stream()
        .filter(it -> !it.words().isEmpty())
        .map(it -> Paths.name(it.words().get(0)))
        .filter(PACKAGE_MANAGERS::contains)
        .toList();
  }

  /** A heredoc that is all there is holds the script. */
  private static String script(String text) {
    int end = text.indexOf('\n');
    return text.startsWith("<<") && end > 0 ? text.substring(end + 1) : text;
  }

  private static void copiesFolder(Stage.Step step, Reporter report) {
    Instruction instruction = step.instruction();
    List<String> words = instruction.words();
    boolean copies = instruction.is("COPY") && instruction.flag("from").isPresent();
    if (copies
        && !words.isEmpty()
        && words.subList(0, words.size() - 1).stream()
            .map(Paths::normal)
            .anyMatch(FOLDERS::contains)) {
      report.missing("what the folder holds that is copied from elsewhere", step.place());
    }
  }

  private static boolean brings(Instruction instruction, Set<String> names) {
    boolean copies = instruction.is("COPY") || instruction.is("ADD");
    return copies
        && instruction.words().stream()
            .map(
                word ->
                    Paths.name(word.endsWith("/") ? word.substring(0, word.length() - 1) : word))
            .anyMatch(names::contains);
  }
}
