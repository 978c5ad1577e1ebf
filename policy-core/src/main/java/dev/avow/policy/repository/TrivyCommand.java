package dev.avow.policy.repository;

import dev.avow.policy.document.Field;
import dev.avow.policy.image.ParsedImage;
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

  private final WorkflowStep step;
  private final ShellCommand command;
  private final List<String> words;

  private TrivyCommand(WorkflowStep step, ShellCommand command, List<String> words) {
    this.step = step;
    this.command = command;
    this.words = words;
  }

  static Optional<TrivyRun> run(WorkflowStep step, ShellCommand command) {
    int from = start(command.words());
    if (from < 0) {
      return Optional.empty();
    }
    List<String> words = command.words().subList(from, command.words().size());
    return new TrivyCommand(step, command, words).run();
  }

  /** Returns where Trivy's own words begin, or -1 if it is not run. */
  private static int start(List<String> words) {
    if (Paths.name(words.get(0)).equals("trivy")) {
      return 1;
    }
    boolean container = Set.of("docker", "podman", "nerdctl").contains(words.get(0));
    for (int i = 1; container && words.contains("run") && i < words.size(); i++) {
      boolean trivy =
          ParsedImage.of(words.get(i))
              .reference()
              .filter(it -> IMAGES.contains(it.repository()))
              .isPresent();
      if (trivy) {
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
    Field at = step.place().field("run");
    boolean file = flag("--config", "-c").isPresent();
    Optional<String> severity = flag("--severity", "-s").or(() -> variable("TRIVY_SEVERITY"));
    Optional<String> code = flag("--exit-code", "").or(() -> variable("TRIVY_EXIT_CODE"));
    List<String> scanners =
        flag("--scanners", "")
            .or(() -> flag("--security-checks", ""))
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
            Optional.of(at).filter(it -> command.guarded())));
  }

  private Optional<String> variable(String name) {
    return command.assigned(name).or(() -> WorkflowStep.written(step.env(name)));
  }

  private Optional<String> flag(String name, String brief) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean named = word.equals(name) || (!brief.isEmpty() && word.equals(brief));
      if (named && i + 1 < words.size()) {
        return Optional.of(words.get(i + 1));
      }
      if (word.startsWith(name + "=")) {
        return Optional.of(word.substring(name.length() + 1));
      }
    }
    return Optional.empty();
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
