package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;

import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.NumberRange;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.NamedRule;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;

/** Rules about the groups that a pod gives to all its containers: for its volumes, and further. */
public final class PodGroupRules {

  private static final String GROUPS = "supplementalGroups";
  private static final String FS_GROUP = "fsGroup";

  private static final Parameter<List<NumberRange>> RANGES = Ids.ranges(GROUPS);
  private static final Parameter<Boolean> REQUIRED = Ids.required(GROUPS, false);
  private static final Parameter<List<NumberRange>> FS_RANGES = Ids.ranges(FS_GROUP);
  private static final Parameter<Boolean> FS_REQUIRED = Ids.required(FS_GROUP, false);

  /** No pod gives root's group to its containers or volumes. */
  public static final Rule<PodSpec> POD_GROUPS_ARE_NOT_ROOT =
      named("pod-groups-are-not-root")
          .severity(LOW)
          .because("Files that root's group may read or write are open to the pod's containers.")
          .advise("Use ids other than 0 in fsGroup and supplementalGroups.")
          .alias("require-non-root-groups")
          .alias("run-as-non-root")
          .alias("KSV-0116")
          .alias("KBP109")
          .forEach(Targets.POD)
          .unless(PodSpec::runsOnWindows)
          .finds(PodGroupRules::rootGroups);

  /** The further groups of a pod are set aside for it. */
  public static final Rule<PodSpec> SUPPLEMENTAL_GROUPS_ARE_IN_RANGE =
      named("supplemental-groups-are-in-range")
          .severity(MEDIUM)
          .because(
              "A group opens the files of all who have it, on shared volumes and on the node's.")
          .advise("Use ids in the ranges only.")
          .alias("check-supplemental-groups")
          .alias("K8sPSPAllowedUsers")
          .with(RANGES)
          .with(REQUIRED)
          .refuse(Ids.noneWouldDo(RANGES, REQUIRED))
          .forEach(Targets.POD)
          .unless(PodSpec::runsOnWindows)
          .finds(PodGroupRules::foreignGroups);

  /** The group that owns a pod's volumes is set aside for it. */
  public static final Rule<PodSpec> FS_GROUP_IS_IN_RANGE =
      named("fs-group-is-in-range")
          .severity(MEDIUM)
          .because(
              "The volumes of a pod become those of the group, so that all who have it read and"
                  + " write them.")
          .advise("Set fsGroup to an id in one of the ranges.")
          .alias("restrict-usergroup-fsgroup-id")
          .alias("K8sPSPFSGroup")
          .alias("K8sPSPAllowedUsers")
          .with(FS_RANGES)
          .with(FS_REQUIRED)
          .refuse(Ids.noneWouldDo(FS_RANGES, FS_REQUIRED))
          .forEach(Targets.POD)
          .unless(PodSpec::runsOnWindows)
          .requires(
              (pod, settings) ->
                  Ids.isIn(
                      settings.get(FS_RANGES),
                      settings.get(FS_REQUIRED),
                      PodSecurity.own(pod, FS_GROUP)))
          .otherwise(
              "gives its volumes to a group outside the allowed ids ({ranges}): {field} {found}")
          .build();

  private PodGroupRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(POD_GROUPS_ARE_NOT_ROOT, SUPPLEMENTAL_GROUPS_ARE_IN_RANGE, FS_GROUP_IS_IN_RANGE);
  }

  private static NamedRule named(String id) {
    return Rule.named(id).see(Ids.PAGE).onlyByName();
  }

  private static void rootGroups(PodSpec pod, Reporter report) {
    judge(
        Ids.isNotRoot(PodSecurity.own(pod, FS_GROUP)), "gives root's group to its volumes", report);
    for (Field group : PodSecurity.items(PodSecurity.own(pod, GROUPS), report)) {
      judge(Ids.isNotRoot(group), "gives root's group to its containers", report);
    }
  }

  private static void foreignGroups(PodSpec pod, Reporter report) {
    List<NumberRange> ranges = report.settings().get(RANGES);
    Field groups = PodSecurity.own(pod, GROUPS);
    List<Field> items = PodSecurity.items(groups, report);
    if (report.settings().get(REQUIRED) && items.isEmpty() && !groups.isUnresolved()) {
      judge(Check.of(false, groups), "gives its containers no group of the ranges", report);
    }
    for (Field group : items) {
      judge(
          Ids.isIn(ranges, true, group), "gives its containers a group outside the ranges", report);
    }
  }

  private static void judge(Check check, String wrong, Reporter report) {
    PodSecurity.report(
        check, wrong, field -> Fix.advice("Use another id in " + field.path()), report);
  }
}
