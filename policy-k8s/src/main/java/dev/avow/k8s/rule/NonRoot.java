package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.SecurityContext;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;

/** Finds what makes a container run as root, or leaves it open. */
final class NonRoot {

  /**
   * A user id of 1 or more keeps root out as well, until somebody removes it; Pod Security asks for
   * runAsNonRoot all the same.
   */
  static final Parameter<Boolean> USER_ID_IS_ENOUGH =
      Parameter.flag(
              "user-id-is-enough",
              false,
              "whether a runAsUser other than 0 is enough, without runAsNonRoot")
          .stricterIf(Stricter.FALSE);

  /** An image may name a user other than root, which nothing in a manifest shows. */
  static final Parameter<Boolean> SILENCE_IS_ENOUGH =
      Parameter.flag(
              "silence-is-enough",
              false,
              "whether only what asks for root is broken: runAsUser 0, or runAsNonRoot false"
                  + " without another runAsUser")
          .stricterIf(Stricter.FALSE);

  /** Pod Security admission asks both of a pod, though every container may say otherwise. */
  static final Parameter<Boolean> ONLY_USER_ID =
      Parameter.flag(
              "only-user-id",
              false,
              "whether only runAsUser 0 is taken for asking for root, and runAsNonRoot false is"
                  + " not")
          .stricterIf(Stricter.FALSE);

  private static final String ADMINISTRATOR = "ContainerAdministrator";
  private static final Fix OTHER_USER =
      Fix.advice("Set runAsUser to an id other than 0, or leave it to the image");

  private NonRoot() {}

  static void judge(Container container, Reporter report) {
    SecurityContext context = container.securityContext();
    Field nonRoot = context.field("runAsNonRoot");
    boolean onWindows = container.runsOnWindows().holds();
    Field user = onWindows ? context.windowsOption("runAsUserName") : context.field("runAsUser");
    Check root = onWindows ? isAdministrator(user) : isRoot(user);
    if (root.holds()) {
      boolean refused = nonRoot.isTrue().holds();
      String template = refused ? "would not start as root: " : "runs as root: ";
      report.fail(user, message(template, user), OTHER_USER);
    } else if (!onWindows && namesNoUser(user)) {
      report.fail(user, message("names no user: ", user), OTHER_USER);
    } else {
      boolean silence = report.settings().get(SILENCE_IS_ENOUGH);
      boolean id = !onWindows && (silence || report.settings().get(USER_ID_IS_ENOUGH));
      Check promised =
          silence ? PodSecurity.unsetOr(nonRoot, PodSecurity.is(true)) : nonRoot.isTrue();
      Check kept = id ? promised.or(isAnotherUser(user)) : promised;
      judge(kept, kept.and(root.not()), nonRoot, report);
    }
  }

  private static void judge(Check promised, Check both, Field nonRoot, Reporter report) {
    if (promised.fails()) {
      report.fail(nonRoot, message("may run as root: ", nonRoot), Fixes.set(nonRoot, true));
    } else {
      both.missing().ifPresent(what -> report.missing(what, both.at()));
    }
  }

  /** Returns a check that {@code user} is root's id. */
  static Check isRoot(Field user) {
    return user.decide(user.integer().orElse(-1) == 0);
  }

  private static boolean namesNoUser(Field user) {
    return user.isPresent() && !user.isUnresolved() && user.integer().orElse(-1) < 0;
  }

  private static Check isAnotherUser(Field user) {
    return user.decide(user.integer().orElse(0) > 0);
  }

  private static Check isAdministrator(Field name) {
    return name.decide(name.text().filter(ADMINISTRATOR::equalsIgnoreCase).isPresent());
  }

  private static Message message(String template, Field field) {
    return Message.of(
        template + "{field} {found}", mark -> mark.equals("field") ? field.label() : field.found());
  }
}
