package dev.avow.k8s.workload;

import dev.avow.policy.document.Field;
import java.util.Set;

/**
 * The security settings that a container runs with, put together from the pod's and its own.
 *
 * <p>Field by field: of those that both levels have, the container's counts where it is set, null
 * being as good as absent; the others exist on one level only and are never inherited.
 */
public final class SecurityContext {

  private static final Set<String> ON_BOTH_LEVELS =
      Set.of(
          "seLinuxOptions",
          "windowsOptions",
          "runAsUser",
          "runAsGroup",
          "runAsNonRoot",
          "seccompProfile",
          "appArmorProfile");

  private final Field pod;
  private final Field container;

  SecurityContext(Field pod, Field container) {
    this.pod = pod;
    this.container = container;
  }

  /**
   * Returns the field called {@code name} that has the say: the container's or, where that is not
   * set and the pod can set it too, the pod's. Where neither is set, it is the one that is written
   * as null, the container's first, so that a finding can point at it.
   */
  public Field field(String name) {
    return ON_BOTH_LEVELS.contains(name)
        ? decisive(container.field(name), pod.field(name))
        : container.field(name);
  }

  /**
   * Returns the field called {@code name} of {@code windowsOptions} that has the say: containers
   * inherit these one by one.
   */
  public Field windowsOption(String name) {
    return decisive(
        container.field("windowsOptions").field(name), pod.field("windowsOptions").field(name));
  }

  private static Field decisive(Field ofContainer, Field ofPod) {
    if (isSet(ofContainer)) {
      return ofContainer;
    }
    return isSet(ofPod) || (ofContainer.isAbsent() && ofPod.isNull()) ? ofPod : ofContainer;
  }

  private static boolean isSet(Field field) {
    return field.isPresent() || field.isUnresolved();
  }

  /** Returns the pod's own settings, as written. */
  public Field ofPod() {
    return pod;
  }

  /** Returns the container's own settings, as written. */
  public Field ofContainer() {
    return container;
  }
}
