package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import java.util.List;
import java.util.Set;

/**
 * The seccomp or AppArmor profile that a container runs with, however it is written.
 *
 * @param at where it is said, or would be
 * @param type RuntimeDefault, Localhost or Unconfined; empty if nothing is said, and what is
 *     written if it is none of these
 * @param file where the file of the node is said that Localhost names
 * @param fileName that file; empty for other types
 * @param isSaid whether something is said
 * @param isOpen whether it is unknown of which container it is said
 */
record Confinement(
    Field at, String type, Field file, String fileName, boolean isSaid, boolean isOpen) {

  private static final String RUNTIME_DEFAULT = "RuntimeDefault";
  private static final String LOCALHOST = "Localhost";
  private static final Set<String> CONFINED = Set.of(RUNTIME_DEFAULT, LOCALHOST);
  private static final String LOCAL = "localhost/";
  private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/";
  private static final String APP_ARMOR_FIELD = "appArmorProfile";
  private static final String APP_ARMOR = "apparmor.security.beta.kubernetes.io/";

  /**
   * Returns the seccomp profile of {@code container}.
   *
   * @param annotations whether the annotations of before Kubernetes 1.19 count where no field is
   *     set
   */
  static Confinement seccomp(Container container, boolean annotations) {
    Confinement field = of(container.securityContext().field("seccompProfile"));
    if (field.isSaid() || field.at().isUnresolved() || !annotations) {
      return field;
    }
    Confinement own = annotated(container, "container." + SECCOMP + nameOf(container));
    Confinement annotated = own.isSaid() ? own : annotated(container, SECCOMP + "pod");
    return annotated.isSaid() || annotated.at().isUnresolved() ? annotated : field;
  }

  /**
   * Returns the AppArmor profile of {@code container}: its own field, then its annotation, then the
   * field of its pod, as the kubelet takes them.
   */
  static Confinement appArmor(Container container) {
    Confinement own = of(PodSecurity.own(container, APP_ARMOR_FIELD));
    if (own.isSaid() || own.at().isUnresolved()) {
      return own;
    }
    Confinement annotated = annotated(container, "container." + APP_ARMOR + nameOf(container));
    return annotated.isSaid() || annotated.at().isUnresolved()
        ? annotated
        : of(container.securityContext().field(APP_ARMOR_FIELD));
  }

  private static String nameOf(Container container) {
    return container.place().field("name").text().orElse("");
  }

  private static Confinement of(Field profile) {
    Field type = profile.field("type");
    return new Confinement(
        profile.isMapping() ? type : profile,
        type.text().orElse(""),
        profile.field("localhostProfile"),
        profile.field("localhostProfile").text().orElse(""),
        profile.isPresent() && !profile.isUnresolved(),
        false);
  }

  private static Confinement annotated(Container container, String name) {
    Field annotations = container.pod().metadata().field("annotations");
    Field annotation = annotations.field(name);
    if (annotation.isPresent()) {
      return ofAnnotation(annotation, false);
    }
    return annotations.fields().stream()
        .filter(other -> PodSecurity.mayBe(name, other.name()))
        .findFirst()
        .map(other -> ofAnnotation(other, true))
        .orElseGet(() -> ofAnnotation(annotation, false));
  }

  private static Confinement ofAnnotation(Field annotation, boolean isOpen) {
    String text = annotation.text().orElse("");
    boolean isLocal = text.startsWith(LOCAL);
    return new Confinement(
        annotation,
        isLocal ? LOCALHOST : type(text),
        annotation,
        isLocal ? text.substring(LOCAL.length()) : "",
        annotation.isPresent(),
        isOpen);
  }

  private static String type(String annotation) {
    if (List.of("runtime/default", "docker/default").contains(annotation)) {
      return RUNTIME_DEFAULT;
    }
    return annotation.equals("unconfined") ? "Unconfined" : annotation;
  }

  /** Returns a check that the profile is one that confines. */
  Check isConfined() {
    return decide(isSaid && CONFINED.contains(type));
  }

  /** Returns a check that is unknown while it is unknown what is said, else {@code holds}. */
  Check decide(boolean holds) {
    return isOpen ? Check.unknown("the name of " + at.path(), at) : at.decide(holds);
  }

  boolean isLocalhost() {
    return type.equals(LOCALHOST);
  }
}
