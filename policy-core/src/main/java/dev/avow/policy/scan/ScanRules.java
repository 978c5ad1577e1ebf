package dev.avow.policy.scan;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;

/** What scans are judged by. The severity of what a scanner found is the scanner's. */
final class ScanRules {

  private static final String SCANNING =
      "https://kubernetes.io/docs/concepts/security/cloud-native-security/";

  static final RuleDescription NO_VULNERABILITY =
      rule(
          "has-no-known-vulnerability",
          "What is known to be vulnerable is known to attackers, too.",
          "Update the package, or waive the finding and say why.");
  static final RuleDescription NO_MISCONFIGURATION =
      rule(
          "has-no-misconfiguration",
          "A scanner knows configurations that have been taken advantage of.",
          "Change the configuration as the scanner advises, or waive the finding and say why.");
  static final RuleDescription NO_SECRET =
      rule(
          "holds-no-secret",
          "Whoever can read an image or a repository has every credential in it.",
          "Revoke the credential, then take it out of the files and of their history.");
  static final RuleDescription ACCEPTABLE_LICENSES =
      rule(
          "has-acceptable-licenses",
          "A licence may ask more of whoever passes a work on than its maker is ready to give.",
          "Replace the package, or waive the finding and say why.");
  static final RuleDescription NO_WEAKNESS =
      rule(
          "has-no-code-weakness",
          "A mistake that a tool can find in source code can be found by attackers, too.",
          "Mend the code, or waive the finding and say why.");
  static final RuleDescription HAS_LOOKED =
      rule(
          "scan-has-looked",
          "A scanner that found nothing to look at finds nothing wrong.",
          "Point the scanner at the image or the files that are meant.");
  static final RuleDescription IS_RECENT =
      rule(
          "scan-is-recent",
          "Vulnerabilities become known every day, in what was scanned long ago as well.",
          "Scan again.");
  static final RuleDescription COVERS_SEVERITIES =
      rule(
          "scan-covers-severities",
          "A report that was filtered does not say so: that it holds nothing serious proves nothing"
              + " unless it is known that the scanner was asked for it.",
          "Say which severities the scanner was asked for.");
  static final RuleDescription SYSTEM_GETS_FIXES =
      rule(
          "operating-system-gets-fixes",
          "Of a system that is no longer maintained, vulnerabilities are no longer told.",
          "Build on a release that is maintained.");
  static final RuleDescription DEPLOYED_IS_SCANNED =
      rule(
          "deployed-image-is-scanned",
          "A report about another image, or an older build, says nothing of what runs.",
          "Scan the image under the name and digest by which it is deployed.");
  static final RuleDescription REGISTRY_SCANS =
      rule(
          "image-is-scanned-in-registry",
          "What was clean when it was built becomes vulnerable while it lies in the registry.",
          "Turn on scanning in the registry, and bring its report.");
  static final RuleDescription NO_SHELL =
      rule(
          "image-has-no-shell",
          "Whoever gets into a container finds a shell more useful than the project does.",
          "Build on an image without a shell, such as gcr.io/distroless/static.");
  static final RuleDescription NO_PACKAGE_MANAGER =
      rule(
          "image-has-no-package-manager",
          "A package manager brings whatever tools an attacker wants.",
          "Build on an image without a package manager, such as gcr.io/distroless/static.");
  static final RuleDescription ALERT_CLOSED_IN_TIME =
      rule(
          "alert-is-closed-in-time",
          "An alert that stays open for longer than the policy gives is a promise broken.",
          "Update the package, or dismiss the alert and say why.");

  private ScanRules() {}

  private static RuleDescription rule(String id, String reason, String advice) {
    return RuleDescription.of(RuleId.of(id))
        .severity(Severity.HIGH)
        .reason(reason)
        .target("scan")
        .advice(advice)
        .see(SCANNING)
        .build();
  }

  static RuleDescription described(ScanKind kind) {
    return switch (kind) {
      case VULNERABILITY -> NO_VULNERABILITY;
      case MISCONFIGURATION -> NO_MISCONFIGURATION;
      case SECRET -> NO_SECRET;
      case LICENSE -> ACCEPTABLE_LICENSES;
      case WEAKNESS -> NO_WEAKNESS;
    };
  }

  static RuleId of(ScanKind kind) {
    return described(kind).id();
  }
}
