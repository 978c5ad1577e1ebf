package dev.avow.examples.command;

import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.rule.Catalogue;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.repository.RepositoryEvaluator;
import dev.avow.policy.repository.RepositorySettings;
import dev.avow.policy.scan.IgnoreFile;
import dev.avow.policy.scan.ScanEvaluator;
import dev.avow.policy.scan.ScanEvidence;
import dev.avow.policy.scan.ScanReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is checked beside manifests: reports of scanners, and a repository. */
final class Evidence implements Beside {

  private final DeployedImages images = new DeployedImages();

  @Option(
      names = "--scan",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Reports of Trivy, Grype, OSV-Scanner or Dependabot, SARIF or CycloneDX; manifests go"
              + " before it.")
  private List<Path> scans = List.of();

  @Option(
      names = "--registry-scan",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Reports that the registry made of what was pushed.")
  private List<Path> registryScans = List.of();

  @Option(
      names = "--scanned",
      split = ",",
      paramLabel = "SEVERITY",
      description = "The severities that the scanner was asked for, such as HIGH,CRITICAL.")
  private List<Severity> scanned = List.of();

  @Option(
      names = "--most-scan-days",
      paramLabel = "DAYS",
      description = "The age up to which a report counts; 30 days, unless set.")
  private @Nullable Integer mostDays;

  @Option(
      names = "--ignore-file",
      arity = "1..*",
      paramLabel = "FILE",
      description = "What scanners pass over: .trivyignore, .trivyignore.yaml, osv-scanner.toml.")
  private List<Path> ignoreFiles = List.of();

  @Option(
      names = "--repository",
      paramLabel = "DIR",
      description = "A checkout: its updaters, workflows and Dockerfiles.")
  private @Nullable Path repository;

  @Option(
      names = "--repository-settings",
      paramLabel = "FILE",
      description = "What the REST API of GitHub says of the repository.")
  private @Nullable Path settings;

  private final List<ScanReport> reports = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();

  @Override
  public boolean isGiven() {
    return repository != null || hasScans();
  }

  private boolean hasScans() {
    return !scans.isEmpty() || !registryScans.isEmpty();
  }

  @Override
  public Manifests noting(Manifests all) {
    return hasScans() ? images.noting(all) : all;
  }

  @Override
  public Stream<Evaluation> evaluate(SecurityPolicy policy, When when, Terminal terminal) {
    readIgnoreFiles(terminal);
    List<Evaluation> parts = new ArrayList<>();
    if (hasScans()) {
      parts.add(evaluateScans(policy, when.instant()));
    }
    if (repository != null) {
      parts.add(evaluator(policy).evaluate(repository));
    }
    return parts.stream();
  }

  private Evaluation evaluateScans(SecurityPolicy policy, Instant now) {
    List<ScanReport> ofBuilds = scans.stream().map(ScanReport::read).toList();
    List<ScanReport> ofRegistry = registryScans.stream().map(ScanReport::read).toList();
    reports.addAll(ofBuilds);
    reports.addAll(ofRegistry);
    ScanEvaluator.Builder builder = ScanEvaluator.builder(policy);
    if (!scanned.isEmpty()) {
      builder.scanned(scanned.toArray(Severity[]::new));
    }
    if (mostDays != null) {
      builder.maxAge(Duration.ofDays(mostDays));
    }
    ScanEvidence evidence =
        ScanEvidence.of(ofBuilds).inRegistry(ofRegistry).deployed(images.noted());
    return builder.build().evaluate(evidence, now);
  }

  private RepositoryEvaluator evaluator(SecurityPolicy policy) {
    RepositoryEvaluator.Builder builder =
        RepositoryEvaluator.builder(policy).besides(Catalogue.rules());
    if (settings != null) {
      builder.settings(RepositorySettings.read(settings));
    }
    return builder.build();
  }

  private void readIgnoreFiles(Terminal terminal) {
    for (Path file : ignoreFiles) {
      IgnoreFile read = IgnoreFile.read(file);
      waivers.addAll(read.waivers());
      read.skipped().forEach(problem -> terminal.complain(problem.toString()));
    }
  }

  /** Adds what the reports and files for scanners set aside. */
  @Override
  public Gate extend(Gate gate) {
    List<Waiver> all = new ArrayList<>(waivers);
    reports.forEach(report -> all.addAll(report.waivers()));
    return gate.with(all);
  }
}
