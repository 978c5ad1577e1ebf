package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.NumberRange;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Rule;
import java.util.List;

/** Rules about which user's id a container runs with, root aside. */
public final class UserIdRules {

  private static final Parameter<Long> MINIMUM = Ids.minimum("user");
  private static final Parameter<List<NumberRange>> RANGES = Ids.ranges("runAsUser");
  private static final Parameter<Boolean> REQUIRED = Ids.required("runAsUser", true);

  /**
   * Every container runs with a user id that no user of the node is likely to have.
   *
   * <p>Who shares a cluster should not share ids either; within one's own cluster ids are a matter
   * of taste, and of what an image was built for.
   */
  public static final Rule<Container> USER_ID_IS_HIGH =
      Rule.named("user-id-is-high")
          .severity(LOW)
          .because(
              "Whoever breaks out of a container has on the node what the user with the same id has"
                  + " there, and low ids are those of the node's own users.")
          .advise("Set runAsUser to an id from the minimum on.")
          .see(Ids.PAGE)
          .alias("container-security-context-user-group-id")
          .alias("KSV-0020")
          .alias("CKV_K8S_40")
          .alias("KBP104")
          .with(MINIMUM)
          .from(MULTI_TENANT)
          .forEach(Targets.CONTAINER)
          .unless(Container::runsOnWindows)
          .unless(container -> PodSecurity.hasOwnUsers(container.pod()))
          .requires(
              (container, settings) -> Ids.isAtLeast(settings.get(MINIMUM), userOf(container)))
          .otherwise("may run as a user below {minimum}: {field} {found}")
          .build();

  /** Every container runs with a user id that is set aside for it. */
  public static final Rule<Container> USER_ID_IS_IN_RANGE =
      Rule.named("user-id-is-in-range")
          .severity(MEDIUM)
          .because(
              "Where each team has a range of ids of its own, no container reads on a shared volume"
                  + " what another team wrote.")
          .advise("Set runAsUser to an id in one of the ranges.")
          .see(Ids.PAGE)
          .alias("restrict-usergroup-fsgroup-id")
          .alias("require-unique-uid-per-workload")
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
                  Ids.isIn(settings.get(RANGES), settings.get(REQUIRED), userOf(container)))
          .otherwise("may run as a user outside the allowed ids ({ranges}): {field} {found}")
          .build();

  private UserIdRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(USER_ID_IS_HIGH, USER_ID_IS_IN_RANGE);
  }

  private static Field userOf(Container container) {
    return container.securityContext().field("runAsUser");
  }
}
