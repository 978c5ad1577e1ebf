package dev.avow.policy.repository;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.policy.CiChecks;
import dev.avow.policy.CiScan;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.NamedRule;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Rules about what workflows scan, and what they trust. */
final class WorkflowRules {

  private static final String TRIVY_ACTION = "https://github.com/aquasecurity/trivy-action";
  private static final String SYNTAX =
      "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax";

  private static final Set<String> SECRET_ACTIONS =
      Set.of(
          "gitleaks/gitleaks-action",
          "trufflesecurity/trufflehog",
          "GitGuardian/ggshield-action",
          "GitGuardian/ggshield/actions/secret",
          "secretlint/secretlint");

  private static final Set<String> SECRET_COMMANDS =
      Set.of("gitleaks", "trufflehog", "detect-secrets", "ggshield", "git-secrets", "kingfisher");

  /** A promised scan is made on every event on which it is promised. */
  static final Rule<PromisedScan> SCAN_RUNS_ON_EVERY_CHANGE =
      scan("scan-runs-on-every-change")
          .severity(HIGH)
          .because("What is not scanned before it is merged is found by somebody else.")
          .advise("Run the scan on pull_request and on push, for the main branch.")
          .with(ScanSteps.MAIN_BRANCH)
          .forEach(RepositoryScopes.SCAN)
          .when(PromisedScan::isThere)
          .finds(ScanSteps::runOnEveryChange);

  /** A promised scan does not depend on which files change. */
  static final Rule<PromisedScan> SCAN_IS_NOT_FILTERED_BY_PATH =
      scan("scan-is-not-filtered-by-path")
          .severity(LOW)
          .because("New vulnerabilities become known in what nobody has changed.")
          .advise("Remove the filter, or be sure that it holds all that the scan looks at.")
          .with(ScanSteps.MAIN_BRANCH)
          .forEach(RepositoryScopes.SCAN)
          .when(ScanSteps::hasRuns)
          .finds(ScanSteps::areNotFilteredByPath);

  /** A promised scan fails the build on the severities that the policy names. */
  static final Rule<PromisedScan> SCAN_FAILS_THE_BUILD =
      scan("scan-fails-the-build")
          .severity(HIGH)
          .because("A report that stops nothing is read by nobody.")
          .advise("Ask for the severities, set an exit code other than 0, and let nothing take it.")
          .with(ScanSteps.MAIN_BRANCH)
          .forEach(RepositoryScopes.SCAN)
          .when(scan -> Check.of(!scan.promise().failOn().isEmpty(), scan.place()))
          .when(ScanSteps::hasRuns)
          .finds(ScanSteps::failTheBuild);

  /** A promised scan reports what need not fail the build. */
  static final Rule<PromisedScan> SCAN_REPORTS_THE_REST =
      scan("scan-reports-the-rest")
          .severity(MEDIUM)
          .because("What is not even reported cannot be weighed.")
          .advise("Add a step that asks for the other severities and does not fail.")
          .with(ScanSteps.MAIN_BRANCH)
          .forEach(RepositoryScopes.SCAN)
          .when(scan -> Check.of(!scan.promise().report().isEmpty(), scan.place()))
          .when(ScanSteps::hasRuns)
          .finds(ScanSteps::reportTheRest);

  /** Images are scanned before they are pushed. */
  static final Rule<PromisedScan> SCAN_PRECEDES_PUSH =
      scan("scan-precedes-push")
          .severity(HIGH)
          .because("What is in the registry can be deployed, whatever a later scan says.")
          .advise("Build into the local store, scan there, and push behind it.")
          .with(ScanSteps.MAIN_BRANCH)
          .forEach(RepositoryScopes.SCAN)
          .when(it -> Check.of(it.what() == CiScan.Target.IMAGE, it.place()))
          .when(ScanSteps::hasRuns)
          .finds(ScanSteps::precedePush);

  /** Actions are named by a commit. */
  static final Rule<UsedAction> ACTION_IS_PINNED =
      Rule.named("action-is-pinned")
          .severity(LOW)
          .because("A tag can be moved to other code, which then runs with the workflow's rights.")
          .advise("Name the full commit, and the version in a comment behind it.")
          .see("https://docs.github.com/en/actions/reference/security/secure-use")
          .from(RESTRICTED)
          .forEach(RepositoryScopes.ACTION)
          .unless(UsedAction::isOwn)
          .requires(UsedAction::isPinned)
          .otherwise("is not pinned to a commit: {field} {found}")
          .build();

  /** Something looks for secrets in the sources. */
  static final Rule<Repository> SECRETS_ARE_SCANNED_FOR =
      Rule.named("secrets-are-scanned-for")
          .severity(MEDIUM)
          .because("A credential in the history of a repository is in every clone of it.")
          .advise("Turn on secret scanning, or run a scanner such as gitleaks in a workflow.")
          .see("https://docs.github.com/en/code-security/secret-scanning")
          .from(RESTRICTED)
          .forEach(RepositoryScopes.REPOSITORY)
          .requires(WorkflowRules::scansForSecrets)
          .otherwise("has secret scanning switched off: {field} {found}")
          .build();

  private WorkflowRules() {}

  private static NamedRule scan(String id) {
    return Rule.named(id).see(TRIVY_ACTION).see(SYNTAX).from(RESTRICTED);
  }

  static List<PromisedRule> all() {
    Predicate<CiChecks> scans = checks -> !checks.scans().isEmpty();
    Predicate<CiChecks> never = checks -> false;
    return List.of(
        new PromisedRule(SCAN_RUNS_ON_EVERY_CHANGE, scans),
        new PromisedRule(SCAN_IS_NOT_FILTERED_BY_PATH, scans),
        new PromisedRule(SCAN_FAILS_THE_BUILD, scans),
        new PromisedRule(SCAN_REPORTS_THE_REST, scans),
        new PromisedRule(SCAN_PRECEDES_PUSH, scans),
        new PromisedRule(ACTION_IS_PINNED, never),
        new PromisedRule(SECRETS_ARE_SCANNED_FOR, never));
  }

  /** No evidence is no proof of the contrary; only settings can say that nothing scans. */
  private static Check scansForSecrets(Repository repository) {
    Optional<Field> step =
        repository.workflows().stream()
            .flatMap(workflow -> workflow.jobs().stream())
            .flatMap(job -> job.steps().stream())
            .filter(WorkflowRules::scansForSecrets)
            .map(WorkflowStep::place)
            .findFirst();
    Check unknown =
        Check.unknown("a step that scans for secrets, or the settings of it", repository.place());
    Check set =
        repository
            .settings()
            .flatMap(it -> it.secretScanning().map(on -> Check.of(on, it.secretScanningField())))
            .orElse(unknown);
    return step.map(at -> Check.of(true, at)).orElse(set);
  }

  private static boolean scansForSecrets(WorkflowStep step) {
    boolean off =
        step.runsOn(new Event("push", "", "")).fails()
            && step.runsOn(new Event("pull_request", "", "")).fails();
    return !off
        && (SECRET_ACTIONS.contains(step.action())
            || step.commands().stream()
                .anyMatch(it -> SECRET_COMMANDS.contains(Paths.name(it.words().get(0))))
            || TrivyRun.of(step).stream().anyMatch(TrivyRun::looksForSecrets));
  }
}
