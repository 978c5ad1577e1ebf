package dev.avow.policy.scan;

import dev.avow.policy.BaseImage;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.List;
import java.util.Set;

/** Asks the packages of an image whether it has a shell or a package manager. */
final class PackageChecks {

  private static final Set<String> SHELLS =
      Set.of(
          "ash",
          "bash",
          "bash-static",
          "busybox",
          "busybox-binsh",
          "busybox-static",
          "csh",
          "dash",
          "dash-binsh",
          "fish",
          "ksh",
          "ksh93",
          "loksh",
          "mksh",
          "oksh",
          "posh",
          "powershell",
          "sash",
          "tcsh",
          "toybox",
          "yash",
          "zsh",
          "zsh-static");

  private static final Set<String> PACKAGE_MANAGERS =
      Set.of(
          "apk-tools",
          "apk-tools-static",
          "apt",
          "apt-get",
          "aptitude",
          "dnf",
          "dnf5",
          "dpkg",
          "microdnf",
          "opkg",
          "pacman",
          "rpm",
          "tdnf",
          "yum",
          "zypper",
          "libdnf5-cli");

  private final BaseImage promise;
  private final ScanJudge judge;

  PackageChecks(BaseImage promise, ScanJudge judge) {
    this.promise = promise;
    this.judge = judge;
  }

  void judge(List<ScanReport> reports) {
    for (ScanReport report : reports) {
      if (!report.artifact().image()) {
        continue;
      }
      if (!promise.shell()) {
        judge(report, ScanRules.NO_SHELL, SHELLS);
      }
      if (!promise.packageManager()) {
        judge(report, ScanRules.NO_PACKAGE_MANAGER, PACKAGE_MANAGERS);
      }
    }
  }

  private void judge(ScanReport report, RuleDescription rule, Set<String> names) {
    Subject subject = ScanJudge.subject(report);
    if (report.packages().isEmpty()) {
      String missing = "the packages of the image: the report does not list them";
      judge.undecided(rule, subject, report.location(), missing);
      return;
    }
    if (report.packages().get().stream().noneMatch(PackageChecks::isOfSystem)) {
      String missing = "the packages of its system: the report lists none, only libraries";
      judge.undecided(rule, subject, report.location(), missing);
      return;
    }
    judge.verdict(rule.id(), subject, Verdict.PASS);
    report.packages().get().stream()
        .filter(it -> names.contains(it.name()) && isOfSystem(it))
        .forEach(it -> judge.add(found(rule, subject, it)));
  }

  /** A library for JavaScript may be called dash, too. */
  private static boolean isOfSystem(ScannedPackage one) {
    String purl = one.purl();
    return purl.isEmpty()
        || Set.of("deb", "apk", "rpm", "alpm", "generic", "opkg")
            .contains(purl.substring(purl.indexOf(':') + 1).split("/", 2)[0]);
  }

  private static Finding found(RuleDescription rule, Subject subject, ScannedPackage one) {
    return Finding.of(rule.id(), Verdict.FAIL, subject, one.at())
        .severity(rule.severity())
        .message("has the package " + one.label())
        .build();
  }
}
