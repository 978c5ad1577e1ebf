package dev.avow.policy.scan;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks whether a report is evidence at all: of something, recent, and of what matters. */
final class ReportChecks {

  private final ScanEvaluator evaluator;
  private final Instant now;
  private final ScanJudge judge;

  ReportChecks(ScanEvaluator evaluator, Instant now, ScanJudge judge) {
    this.evaluator = evaluator;
    this.now = now;
    this.judge = judge;
  }

  void judge(ScanReport report) {
    Subject subject = ScanJudge.subject(report);
    hasLooked(report, subject);
    isRecent(report, subject);
    coversSeverities(report, subject);
    systemGetsFixes(report, subject);
    report.kinds().stream()
        .filter(evaluator::asksFor)
        .forEach(it -> judge.verdict(ScanRules.of(it), subject, Verdict.PASS));
  }

  private void hasLooked(ScanReport report, Subject subject) {
    if (report.targets() > 0) {
      judge.verdict(ScanRules.HAS_LOOKED.id(), subject, Verdict.PASS);
    } else {
      String missing = "something that the scanner looked at: the report lists nothing";
      judge.undecided(ScanRules.HAS_LOOKED, subject, report.location(), missing);
    }
  }

  private void isRecent(ScanReport report, Subject subject) {
    String missing = "";
    if (report.createdAt().isEmpty()) {
      missing = "the time of the report: it does not say when it was made";
    } else if (report.createdAt().get().isAfter(now)) {
      missing = "a report of today: this one says that it was made at " + report.createdAt().get();
    } else if (report.createdAt().get().plus(evaluator.maxAge()).isBefore(now)) {
      missing =
          "a report of the last %s days: this one was made at %s"
              .formatted(evaluator.maxAge().toDays(), report.createdAt().get());
    }
    if (missing.isEmpty()) {
      judge.verdict(ScanRules.IS_RECENT.id(), subject, Verdict.PASS);
    } else {
      judge.undecided(ScanRules.IS_RECENT, subject, report.location(), missing);
    }
  }

  private void coversSeverities(ScanReport report, Subject subject) {
    Set<Severity> wanted = EnumSet.noneOf(Severity.class);
    Severity failAt = evaluator.policy().gate().failAt();
    Arrays.stream(Severity.values()).filter(it -> it.atLeast(failAt)).forEach(wanted::add);
    if (report.format().mayHideSeverities()) {
      Set<Severity> scanned = evaluator.scanned();
      if (scanned == null) {
        // What the report holds, the scanner was certainly asked for.
        report.findings().forEach(it -> wanted.remove(it.severity()));
      } else {
        wanted.removeAll(scanned);
      }
    } else {
      wanted.clear();
    }
    if (wanted.isEmpty()) {
      judge.verdict(ScanRules.COVERS_SEVERITIES.id(), subject, Verdict.PASS);
      return;
    }
    String names = wanted.stream().map(Enum::name).collect(Collectors.joining(" and "));
    String missing = "knowing that the scanner was asked for " + names;
    judge.undecided(ScanRules.COVERS_SEVERITIES, subject, report.location(), missing);
  }

  private void systemGetsFixes(ScanReport report, Subject subject) {
    if (report.endOfLife().isEmpty()) {
      return;
    }
    judge.add(
        Finding.of(ScanRules.SYSTEM_GETS_FIXES.id(), Verdict.FAIL, subject, report.location())
            .severity(evaluator.endOfLife())
            .message("runs %s, which gets no fixes any more".formatted(report.endOfLife().get()))
            .build());
  }
}
