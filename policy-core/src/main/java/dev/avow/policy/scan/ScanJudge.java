package dev.avow.policy.scan;

import dev.avow.policy.BaseImage;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.Strength;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges one lot of evidence. */
final class ScanJudge {

  private final ScanEvaluator evaluator;
  private final SecurityPolicy policy;
  private final Instant now;
  private final AlertTimes times;
  private final RuleSet rules;
  private final Partial.Builder into;

  ScanJudge(ScanEvaluator evaluator, Instant now) {
    this.evaluator = evaluator;
    this.policy = evaluator.policy();
    this.now = now;
    this.times = new AlertTimes(policy);
    this.rules = RuleSet.of(rules());
    this.into = Partial.under(rules);
  }

  private List<RuleDescription> rules() {
    List<RuleDescription> all = new ArrayList<>();
    evaluator.kinds().forEach(kind -> all.add(ScanRules.described(kind)));
    all.add(ScanRules.HAS_LOOKED);
    all.add(ScanRules.IS_RECENT);
    all.add(ScanRules.COVERS_SEVERITIES);
    all.add(ScanRules.SYSTEM_GETS_FIXES.with(evaluator.endOfLife()));
    all.add(ScanRules.DEPLOYED_IS_SCANNED);
    registryRule().ifPresent(all::add);
    Optional<BaseImage> base = policy.ciChecks().baseImage();
    base.filter(it -> !it.shell()).ifPresent(it -> all.add(ScanRules.NO_SHELL));
    base.filter(it -> !it.packageManager()).ifPresent(it -> all.add(ScanRules.NO_PACKAGE_MANAGER));
    if (times.arePromised()) {
      all.add(ScanRules.ALERT_CLOSED_IN_TIME);
    }
    return all;
  }

  private Optional<RuleDescription> registryRule() {
    return policy
        .ciChecks()
        .scannedInRegistry()
        .map(
            it ->
                ScanRules.REGISTRY_SCANS.with(
                    it == Strength.REQUIRED ? Severity.HIGH : Severity.LOW));
  }

  Evaluation evaluation() {
    return Evaluation.of(rules, Stream.of(into.build()));
  }

  void judge(ScanEvidence evidence) {
    List<ScanReport> scans = evidence.all().stream().filter(it -> !it.isStatements()).toList();
    Statements statements = new Statements(evidence.all());
    ReportChecks checks = new ReportChecks(evaluator, now, this);
    scans.forEach(checks::judge);
    evidence.all().stream().filter(ScanReport::isStatements).forEach(this::heeded);
    Sightings.of(scans).forEach(it -> judge(it, statements));
    statements.unmatched(scans).forEach(it -> judge(it, statements));
    new ImageChecks(evidence, this).judge(registryRule());
    policy.ciChecks().baseImage().ifPresent(it -> new PackageChecks(it, this).judge(scans));
  }

  /** What is only stated is no scan, and is not asked to be one. */
  private void heeded(ScanReport statements) {
    verdict(ScanRules.HAS_LOOKED.id(), subject(statements), Verdict.NOT_APPLICABLE);
  }

  private void judge(Sightings seen, Statements statements) {
    ScanFinding finding = seen.first().finding();
    if (!evaluator.asksFor(finding.kind())) {
      return;
    }
    RuleId rule = ScanRules.of(finding.kind());
    Subject subject = finding.subject(seen.first().report().artifact().name(), seen.ids());
    boolean unconcerned =
        evaluator.heedsStatements() && (seen.isUnconcerned() || statements.excuse(seen));
    if (unconcerned || seen.isIgnored(evaluator.ignored())) {
      verdict(rule, subject, Verdict.NOT_APPLICABLE);
      return;
    }
    Severity severity = seen.severity(evaluator.preferred(), policy.gate().failAt());
    Finding.Builder found =
        Finding.of(rule, Verdict.FAIL, subject, finding.location())
            .severity(severity)
            .message(ScanMessages.of(finding));
    seen.others().forEach(it -> found.via(it.finding().location(), ScanMessages.alsoSeen(it)));
    into.finding(found.build());
    times.judge(seen, subject, severity, now).ifPresent(late -> late.addTo(into));
  }

  void verdict(RuleId rule, Subject subject, Verdict verdict) {
    into.verdict(rule, subject, verdict);
  }

  void add(Finding finding) {
    into.finding(finding);
  }

  /** Adds that {@code rule} cannot be decided of {@code subject}. */
  void undecided(RuleDescription rule, Subject subject, Location at, String missing) {
    into.finding(
        Finding.of(rule.id(), Verdict.INCONCLUSIVE, subject, at)
            .severity(rule.severity())
            .message("cannot be decided without " + missing)
            .build());
  }

  /** Returns what a report is called. */
  static Subject subject(ScanReport report) {
    Subject subject = Subject.of("Report").with("file", report.location().source());
    String artifact = report.artifact().name();
    return artifact.isEmpty() ? subject : subject.with("artifact", artifact);
  }
}
