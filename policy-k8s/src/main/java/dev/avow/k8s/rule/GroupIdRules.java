package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.NumberRange;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;

/**
 * Rules about the primary group of a container.
 *
 * <p>All are off unless named: images of some platforms are built to run in root's group, which
 * owns nothing that others may write.
 */
public final class GroupIdRules {

  private static final Parameter<Long> MINIMUM = Ids.minimum("group");
  private static final Parameter<List<NumberRange>> RANGES = Ids.ranges("runAsGroup");
  private static final Parameter<Boolean> REQUIRED = Ids.required("runAsGroup", true);
  private static final Parameter<Boolean> MUST_BE_SET =
      Parameter.flag(
              "required",
              false,
              "whether runAsGroup must be set, as else the group is the image's or root's")
          .stricterIf(Stricter.TRUE);

  /** Every container runs in a group that no group of the node is likely to be. */
  public static final Rule<Container> GROUP_ID_IS_HIGH =
      Rule.named("group-id-is-high")
          .severity(LOW)
          .because(
              "Whoever breaks out of a container has on the node what the group with the same id"
                  + " has there, and low ids are those of the node's own groups.")
          .advise("Set runAsGroup to an id from the minimum on.")
          .see(Ids.PAGE)
          .alias("container-security-context-user-group-id")
          .alias("KSV-0021")
          .alias("KBP105")
          .with(MINIMUM)
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .unless(Container::runsOnWindows)
          .unless(container -> PodSecurity.hasOwnUsers(container.pod()))
          .requires(
              (container, settings) -> Ids.isAtLeast(settings.get(MINIMUM), groupOf(container)))
          .otherwise("may run in a group below {minimum}: {field} {found}")
          .build();

  /** Every container runs in a group that is set aside for it. */
  public static final Rule<Container> GROUP_ID_IS_IN_RANGE =
      Rule.named("group-id-is-in-range")
          .severity(MEDIUM)
          .because(
              "Where each team has a range of ids of its own, no container reads on a shared volume"
                  + " what another team wrote.")
          .advise("Set runAsGroup to an id in one of the ranges.")
          .see(Ids.PAGE)
          .alias("restrict-usergroup-fsgroup-id")
          .alias("K8sPSPAllowedUsers")
          .alias("C-0211")
          .with(RANGES)
          .with(REQUIRED)
          .refuse(Ids.noneWouldDo(RANGES, REQUIRED))
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .unless(Container::runsOnWindows)
          .requires(
              (container, settings) ->
                  Ids.isIn(settings.get(RANGES), settings.get(REQUIRED), groupOf(container)))
          .otherwise("may run in a group outside the allowed ids ({ranges}): {field} {found}")
          .build();

  /** No container runs in root's group. */
  public static final Rule<Container> GROUP_IS_NOT_ROOT =
      Rule.named("group-is-not-root")
          .severity(LOW)
          .because("Files that root's group may read or write are open to such a container.")
          .advise("Set runAsGroup to an id other than 0.")
          .see(Ids.PAGE)
          .alias("require-non-root-groups")
          .alias("run-as-non-root")
          .alias("KSV-0116")
          .alias("KBP109")
          .with(MUST_BE_SET)
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .unless(Container::runsOnWindows)
          .requires(GroupIdRules::isNotRoot)
          .otherwise("may run in root's group: {field} {found}")
          .build();

  private GroupIdRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(GROUP_ID_IS_HIGH, GROUP_ID_IS_IN_RANGE, GROUP_IS_NOT_ROOT);
  }

  private static Check isNotRoot(Container container, Settings settings) {
    Field group = groupOf(container);
    return settings.get(MUST_BE_SET) ? Ids.isAtLeast(1, group) : Ids.isNotRoot(group);
  }

  private static Field groupOf(Container container) {
    return container.securityContext().field("runAsGroup");
  }
}
