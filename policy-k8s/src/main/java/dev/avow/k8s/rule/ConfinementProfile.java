package dev.avow.k8s.rule;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import java.util.Set;

/** What AppArmor and seccomp profiles have in common: how they are written. */
final class ConfinementProfile {

  private static final Set<String> CONFINED = Set.of("RuntimeDefault", "Localhost");

  private ConfinementProfile() {}

  /** Reports {@code profile} unless it is not set, or says a type that confines. */
  static void judge(Field profile, String wrong, Reporter report) {
    Check confined =
        profile.isMapping()
            ? PodSecurity.set(profile.field("type"), PodSecurity.isOneOf(CONFINED))
            : unsetOrMapping(profile);
    PodSecurity.report(confined, wrong, type -> Fixes.set(type, "RuntimeDefault"), report);
  }

  private static Check unsetOrMapping(Field profile) {
    Check unset = PodSecurity.unsetOr(profile, field -> false);
    return unset.fails()
        ? Check.unknown("a mapping: " + profile.path() + " " + profile.found(), profile)
        : unset;
  }

  /** Returns whether {@code annotation} names a file of the node, whichever it is. */
  static boolean isLocal(String annotation) {
    return annotation.startsWith("localhost/");
  }
}
