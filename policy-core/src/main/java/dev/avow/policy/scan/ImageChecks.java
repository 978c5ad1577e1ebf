package dev.avow.policy.scan;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.scan.ScannedArtifact.Match;
import java.util.List;
import java.util.Optional;

/** Asks whether there is a report about each image that is deployed. */
final class ImageChecks {

  private final ScanEvidence evidence;
  private final ScanJudge judge;

  ImageChecks(ScanEvidence evidence, ScanJudge judge) {
    this.evidence = evidence;
    this.judge = judge;
  }

  void judge(Optional<RuleDescription> registryRule) {
    for (DeployedImage image : evidence.images()) {
      judge(image, ScanRules.DEPLOYED_IS_SCANNED, evidence.all());
      registryRule.ifPresent(it -> judge(image, it, evidence.registryReports()));
    }
  }

  private void judge(DeployedImage image, RuleDescription rule, List<ScanReport> reports) {
    String missing =
        image
            .reference()
            .map(it -> missing(it, reports))
            .orElse("the name of the image: it is not known here");
    if (missing.isEmpty()) {
      judge.verdict(rule.id(), image.subject(), Verdict.PASS);
    } else {
      judge.undecided(rule, image.subject(), image.location(), missing);
    }
  }

  private static String missing(ImageReference wanted, List<ScanReport> reports) {
    String near = "";
    for (ScanReport report : reports) {
      Match match = report.isStatements() ? Match.OTHER : report.artifact().match(wanted);
      if (match == Match.SAME) {
        return "";
      }
      String about = "the one at %s is about %s".formatted(report.location(), told(report));
      if (match == Match.SAME_TAG) {
        near = about + ", and does not tell its digest";
      } else if (match == Match.OTHER_VERSION && near.isEmpty()) {
        near = about;
      }
    }
    return "a scan report about " + wanted.familiar() + (near.isEmpty() ? "" : ": " + near);
  }

  private static String told(ScanReport report) {
    String name = report.artifact().name();
    String digest = report.artifact().digest().orElse("");
    return digest.isEmpty() || name.contains(digest) ? name : name + " with " + digest;
  }
}
