package dev.avow.policy.repository;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.repository.TrivyRun.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the action runs Trivy.
 *
 * @see <a href="https://github.com/aquasecurity/trivy-action">trivy-action</a>
 */
final class TrivyAction {

  private TrivyAction() {}

  static boolean isUsedBy(WorkflowStep step) {
    return step.action().equalsIgnoreCase("aquasecurity/trivy-action");
  }

  static TrivyRun run(WorkflowStep step) {
    Optional<String> type = input(step, "scan-type");
    String mode = TrivyRun.mode(type.orElse("image"));
    String subject = input(step, "scan-ref").orElse(".");
    return new TrivyRun(
        step,
        mode,
        mode.equals("image") ? input(step, "image-ref").orElse("") : subject,
        WorkflowStep.written(place(step, "scanners", "TRIVY_SCANNERS"))
            .filter(text -> !text.isBlank())
            .map(TrivyAction::list)
            .orElse(List.of()),
        severities(step),
        failing(step),
        Optional.empty());
  }

  private static Optional<String> input(WorkflowStep step, String name) {
    return WorkflowStep.written(step.with(name)).filter(text -> !text.isBlank());
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).toList();
  }

  /** A configuration file may say what no input says. */
  private static boolean hasFile(WorkflowStep step) {
    return input(step, "trivy-config").isPresent();
  }

  private static Setting<Set<Severity>> severities(WorkflowStep step) {
    boolean sarif = input(step, "format").filter("sarif"::equals).isPresent();
    boolean limited = input(step, "limit-severities-for-sarif").filter("true"::equals).isPresent();
    Field at = place(step, "severity", "TRIVY_SEVERITY");
    // The action takes all severities into SARIF unless told otherwise.
    Optional<String> text = sarif && !limited ? Optional.empty() : WorkflowStep.written(at);
    return TrivyWords.severities(text, at.isPresent() || !hasFile(step), at);
  }

  private static Setting<Boolean> failing(WorkflowStep step) {
    Field at = place(step, "exit-code", "TRIVY_EXIT_CODE");
    return TrivyWords.failing(WorkflowStep.written(at), at.isPresent() || !hasFile(step), at);
  }

  private static Field place(WorkflowStep step, String input, String variable) {
    Field with = step.with(input);
    Field env = step.env(variable);
    return !with.isPresent() && env.isPresent() ? env : with;
  }
}
