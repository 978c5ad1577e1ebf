package dev.avow.k8s.rule;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import java.util.Set;

/** What AppArmor and seccomp profiles have in common: how they are written. */
final class ConfinementProfile {

  private static final Set<String> CONFINED = Set.of("RuntimeDefault", "Localhost");

  private ConfinementProfile() {}

  /**
   * Returns a check that {@code profile} is not set, or confines; one that is set must say its
   * type.
   */
  static Check isConfined(Field profile) {
    return profile.isMapping()
        ? PodSecurity.set(profile.field("type"), PodSecurity.isOneOf(CONFINED))
        : unsetOrMapping(profile);
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
