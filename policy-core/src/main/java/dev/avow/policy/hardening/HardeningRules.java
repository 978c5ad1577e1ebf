package dev.avow.policy.hardening;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import java.util.List;

/** The rules by which promises about storage and watching are judged. */
final class HardeningRules {

  private static final String CONTEXT =
      "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/";

  static final RuleDescription NOT_ROOT =
      storage("storage-override-is-not-root", Severity.HIGH)
          .reason("A pod that runs as root reads and writes the files of everybody on a volume.")
          .advice("Use ids other than 0.")
          .see("https://kubernetes.io/docs/concepts/security/pod-security-standards/")
          .build();

  static final RuleDescription IDS =
      storage("storage-override-ids-are-valid", Severity.HIGH)
          .reason("The API server refuses pods with ids that are negative or above 2147483647.")
          .advice("Use ids from 0 to 2147483647.")
          .see(CONTEXT)
          .build();

  static final RuleDescription REACHED =
      storage("storage-override-is-reached", Severity.MEDIUM)
          .reason("Of several overrides that match, the first one counts; others promise nothing.")
          .advice("Put what is about fewer claims in front, or remove the override.")
          .build();

  static final RuleDescription MATCHES =
      storage("storage-override-matches-something", Severity.MEDIUM)
          .reason("An empty pattern matches the empty name only, which no class and no claim has.")
          .advice("Write * for all of them, or name a class.")
          .build();

  static final RuleDescription GROUP =
      storage("storage-override-group-takes-effect", Severity.INFO)
          .reason(
              "Drivers of shared volumes, such as NFS, often do not change the owner of files; a"
                  + " pod then needs the group by another way.")
          .advice(
              "Add the group to supplemental-groups, unless the driver's fsGroupPolicy is File.")
          .see("https://kubernetes-csi.github.io/docs/support-fsgroup.html")
          .build();

  static final RuleDescription SYSTEM =
      rule("watch-spares-system-namespaces", Severity.HIGH)
          .target("watch")
          .reason(
              "A controller that watches every namespace reaches the claims of the cluster itself.")
          .advice("Exclude kube-*, or include the namespaces that are meant.")
          .see(
              "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"
                  + "#initial-namespaces")
          .build();

  static final RuleDescription SOMETHING =
      rule("watch-includes-something", Severity.LOW)
          .target("watch")
          .reason("An empty list includes nothing, so that nothing is ever watched.")
          .advice("Include the names that are meant; * is all of them.")
          .build();

  static final RuleSet ALL =
      RuleSet.of(List.of(NOT_ROOT, IDS, REACHED, MATCHES, GROUP, SYSTEM, SOMETHING));

  private HardeningRules() {}

  private static RuleDescription.Builder storage(String id, Severity severity) {
    return rule(id, severity).target("storage override");
  }

  private static RuleDescription.Builder rule(String id, Severity severity) {
    return RuleDescription.of(RuleId.of(id)).severity(severity);
  }
}
