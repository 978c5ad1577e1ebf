package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import java.util.List;

/** How the capabilities of a container are read. */
final class Capabilities {

  static final String PAGE =
      "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"
          + "#set-capabilities-for-a-container";

  static final String ALL = "ALL";

  private static final String PREFIX = "CAP_";

  private Capabilities() {}

  static Field added(Container container) {
    return PodSecurity.own(container, "capabilities").field("add");
  }

  static Field dropped(Container container) {
    return PodSecurity.own(container, "capabilities").field("drop");
  }

  /**
   * Returns a check that {@code capability} is one of {@code names} as some runtime reads it: in
   * any case, with the kernel's prefix or without.
   */
  static Check isOneOf(List<String> names, Field capability) {
    return capability.decide(
        capability
            .text()
            .filter(text -> names.stream().anyMatch(n -> isSame(n, text)))
            .isPresent());
  }

  /** Returns whether two names are the same, whatever their case and the kernel's prefix. */
  static boolean isSame(String name, String other) {
    return withoutPrefix(name).equalsIgnoreCase(withoutPrefix(other));
  }

  private static String withoutPrefix(String name) {
    return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
        ? name.substring(PREFIX.length())
        : name;
  }
}
