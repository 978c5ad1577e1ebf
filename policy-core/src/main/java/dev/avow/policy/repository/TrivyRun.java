package dev.avow.policy.repository;

import dev.avow.policy.CiScan.Target;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run of Trivy by a step of a workflow.
 *
 * @param step the step
 * @param mode what is scanned, by the name of Trivy's subcommand: {@code image}, {@code config}
 * @param subject what it is pointed at; empty where that is not said
 * @param scanners which kinds of things it looks for; empty for the standard ones
 * @param severities which severities it reports
 * @param failing whether findings make it fail
 * @param taken what lets the step go on though it fails, if something does
 */
record TrivyRun(
    WorkflowStep step,
    String mode,
    String subject,
    List<String> scanners,
    Setting<Set<Severity>> severities,
    Setting<Boolean> failing,
    Optional<Taken> taken) {

  private static final Set<String> OF_FILES = Set.of("fs", "repo", "rootfs");

  /**
   * A value that a step sets, or that Trivy has if it does not.
   *
   * @param value the value; nothing if it is filled in when the step runs
   * @param at where it is set, or would be
   */
  record Setting<T>(Optional<T> value, Field at) {}

  /**
   * A failure that does not end the step there and then.
   *
   * @param at where it is taken
   * @param surely whether nothing further down can make the step fail
   */
  record Taken(Field at, boolean surely) {}

  /** Returns all runs of {@code step}. */
  static List<TrivyRun> of(WorkflowStep step) {
    List<TrivyRun> runs = new ArrayList<>();
    if (TrivyAction.isUsedBy(step)) {
      runs.add(TrivyAction.run(step));
    }
    TrivyCommand.ofContainer(step).ifPresent(runs::add);
    step.commands().forEach(command -> TrivyCommand.run(step, command).ifPresent(runs::add));
    return runs;
  }

  /** Returns the subcommand that {@code name}, perhaps a short one, means. */
  static String mode(String name) {
    return switch (name) {
      case "i", "image" -> "image";
      case "conf", "config" -> "config";
      case "fs", "filesystem" -> "fs";
      case "repo", "repository" -> "repo";
      default -> name;
    };
  }

  /** Returns whether it looks for misconfigurations. */
  private boolean looksAtConfiguration() {
    boolean asked =
        scanners.contains("misconfig") || scanners.contains("config") || scanners.contains("iac");
    return mode.equals("config") || (OF_FILES.contains(mode) && asked);
  }

  /** Returns whether it looks for secrets in the sources, which scans of files do unless told. */
  boolean looksForSecrets() {
    return OF_FILES.contains(mode) && (scanners.isEmpty() || scanners.contains("secret"));
  }

  /**
   * Returns whether it scans {@code target}.
   *
   * @param charts the folders of Helm charts in the repository
   */
  boolean scans(Target target, List<String> charts) {
    return switch (target) {
      case IMAGE -> mode.equals("image") && (scanners.isEmpty() || scanners.contains("vuln"));
      case IAC -> looksAtConfiguration();
      case HELM -> looksAtConfiguration() && holdsChart(charts);
    };
  }

  private boolean holdsChart(List<String> charts) {
    String folder = Paths.normal(subject);
    boolean unknown = ShellCommand.isFilledIn(subject);
    return unknown
        || charts.stream()
            .anyMatch(chart -> Paths.isIn(chart, folder) || Paths.isIn(folder, chart));
  }
}
