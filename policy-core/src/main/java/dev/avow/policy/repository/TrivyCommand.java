package dev.avow.policy.repository;

import dev.avow.policy.document.Field;
import dev.avow.policy.image.ParsedImage;
import dev.avow.policy.repository.TrivyRun.Taken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a command line runs Trivy, itself or in a container. */
final class TrivyCommand {

  private static final Set<String> IMAGES =
      Set.of(
          "docker.io/aquasec/trivy",
          "ghcr.io/aquasecurity/trivy",
          "public.ecr.aws/aquasecurity/trivy");

  private static final Set<String> MODES =
      Set.of(
          "image",
          "i",
          "config",
          "conf",
          "filesystem",
          "fs",
          "repository",
          "repo",
          "rootfs",
          "sbom",
          "vm",
          "kubernetes",
          "k8s");

  private static final Set<String> FLAGS_ALONE =
      Set.of(
          "--ignore-unfixed",
          "--quiet",
          "-q",
          "--debug",
          "-d",
          "--no-progress",
          "--insecure",
          "--list-all-pkgs",
          "--offline-scan",
          "--skip-db-update",
          "--skip-java-db-update",
          "--skip-check-update",
          "--show-suppressed",
          "--removed-pkgs",
          "--dependency-tree");

  private static final String CONTAINER_ACTION = "docker://";

  private final WorkflowStep step;
  private final Field at;
  private final ShellCommand command;
  private final List<String> words;
  private final List<String> before;

  private TrivyCommand(WorkflowStep step, Field at, ShellCommand command, int from) {
    this.step = step;
    this.at = at;
    this.command = command;
    this.words = command.words().subList(from, command.words().size());
    this.before = command.words().subList(0, from);
  }

  static Optional<TrivyRun> run(WorkflowStep step, ShellCommand command) {
    int from = start(command.words());
    if (from < 0) {
      return Optional.empty();
    }
    return new TrivyCommand(step, step.place().field("run"), command, from).run();
  }

  /** Returns the run of a step that uses Trivy's image as an action, with arguments. */
  static Optional<TrivyRun> ofContainer(WorkflowStep step) {
    String action = step.action();
    boolean trivy =
        action.startsWith(CONTAINER_ACTION) && isTrivy(action.substring(CONTAINER_ACTION.length()));
    Field at = step.with("args");
    return at.text()
        .filter(it -> trivy)
        .flatMap(it -> ShellScript.commands("trivy " + it, true, true).stream().findFirst())
        .flatMap(command -> new TrivyCommand(step, at, command, 1).run());
  }

  private static boolean isTrivy(String image) {
    return ParsedImage.of(image)
        .reference()
        .filter(it -> IMAGES.contains(it.repository()))
        .isPresent();
  }

  /** Returns where Trivy's own words begin, or -1 if it is not run. */
  private static int start(List<String> words) {
    if (Paths.name(words.get(0)).equals("trivy")) {
      return 1;
    }
    boolean container = Set.of("docker", "podman", "nerdctl").contains(words.get(0));
    for (int i = 1; container && words.contains("run") && i < words.size(); i++) {
      if (isTrivy(words.get(i))) {
        return i + 1;
      }
    }
    return -1;
  }

  private Optional<TrivyRun> run() {
    Optional<String> mode = words.stream().filter(MODES::contains).findFirst();
    if (mode.isEmpty()) {
      return Optional.empty();
    }
    boolean file = !flags("--config", "-c").isEmpty() || before.contains("--env-file");
    Optional<String> severity = list("--severity", "-s").or(() -> variable("TRIVY_SEVERITY"));
    Optional<String> code = last("--exit-code").or(() -> variable("TRIVY_EXIT_CODE"));
    List<String> scanners =
        list("--scanners", "")
            .or(() -> list("--security-checks", ""))
            .or(() -> variable("TRIVY_SCANNERS"))
            .map(list -> Arrays.asList(list.split(",")))
            .orElse(List.of());
    return Optional.of(
        new TrivyRun(
            step,
            TrivyRun.mode(mode.get()),
            subject(mode.get()),
            scanners,
            TrivyWords.severities(severity, severity.isPresent() || !file, at),
            TrivyWords.failing(code, code.isPresent() || !file, at),
            Optional.of(new Taken(at, !command.answered())).filter(it -> command.guarded())));
  }

  private Optional<String> variable(String name) {
    return before.contains("run") ? given(name) : surrounding(name);
  }

  private Optional<String> surrounding(String name) {
    return command.assigned(name).or(() -> WorkflowStep.written(step.env(name)));
  }

  /**
   * A container sees of the environment what it is given: {@code -e NAME=value}, {@code -e NAME}.
   */
  private Optional<String> given(String name) {
    Optional<String> found = Optional.empty();
    for (String variable : flags(before, "--env", "-e")) {
      if (variable.equals(name)) {
        found = surrounding(name);
      } else if (variable.startsWith(name + "=")) {
        found = Optional.of(variable.substring(name.length() + 1));
      }
    }
    return found;
  }

  /** Returns the values of a flag that adds up where it is repeated. */
  private Optional<String> list(String name, String brief) {
    List<String> values = flags(name, brief);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
  }

  /** Returns the value of a flag of which the last one counts. */
  private Optional<String> last(String name) {
    return flags(name, "").stream().reduce((first, second) -> second);
  }

  private List<String> flags(String name, String brief) {
    return flags(words, name, brief);
  }

  private static List<String> flags(List<String> words, String name, String brief) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean named = word.equals(name) || (!brief.isEmpty() && word.equals(brief));
      if (named && i + 1 < words.size()) {
        values.add(words.get(i + 1));
      } else if (word.startsWith(name + "=")
          || (!brief.isEmpty() && word.startsWith(brief + "="))) {
        values.add(word.substring(word.indexOf('=') + 1));
      }
    }
    return values;
  }

  /** Returns the last word that is neither a flag nor the value of one. */
  private String subject(String mode) {
    String found = "";
    for (int i = words.indexOf(mode) + 1; i < words.size(); i++) {
      String word = words.get(i);
      String before = words.get(i - 1);
      boolean value =
          before.startsWith("-") && !before.contains("=") && !FLAGS_ALONE.contains(before);
      if (!word.startsWith("-") && !value) {
        found = word;
      }
    }
    return found;
  }
}
