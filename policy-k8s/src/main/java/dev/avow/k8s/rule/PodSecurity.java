package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Settings;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the rules of the Pod Security Standards have in common: how they read a field. */
final class PodSecurity {

  /** Where the standards are written down. */
  static final String PAGE = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";

  private static final KubernetesVersion WINDOWS_IS_EXEMPT = KubernetesVersion.of(1, 25);
  private static final KubernetesVersion USER_NAMESPACES_RELAX = KubernetesVersion.of(1, 35);

  private PodSecurity() {}

  /**
   * Returns a check that {@code field} is not set, null being as good as absent, or as {@code
   * allowed} has it. It is unknown where something else than a mapping stands around the field, as
   * then nobody can say what would come of it.
   */
  static Check unsetOr(Field field, Predicate<Field> allowed) {
    Field there = nearest(field);
    if (field.isAbsent() && there.isPresent() && !there.isMapping() && !there.isUnresolved()) {
      return Check.unknown("a mapping: " + there.path() + " " + there.found(), there);
    }
    return field.decide(!field.isPresent() || allowed.test(field));
  }

  /** Returns a check that {@code field} is set, and as {@code allowed} has it. */
  static Check set(Field field, Predicate<Field> allowed) {
    Check fits = unsetOr(field, allowed);
    return field.isPresent() || !fits.holds() ? fits : Check.of(false, field);
  }

  /** Returns a check that {@code field} is not set, or false. */
  static Check unsetOrFalse(Field field) {
    return unsetOr(field, is(false));
  }

  static Predicate<Field> is(boolean value) {
    return field -> field.flag().filter(flag -> flag == value).isPresent();
  }

  static Predicate<Field> isOneOf(Set<String> values) {
    return field -> field.text().filter(values::contains).isPresent();
  }

  /** Returns the items of {@code list}; one that is no list is reported as missing. */
  static List<Field> items(Field list, Reporter report) {
    expect(list, Field::isList, "a list", report);
    return list.items();
  }

  /** Reports {@code field} as missing if it is set, and is no mapping. */
  static void expectMapping(Field field, Reporter report) {
    expect(field, Field::isMapping, "a mapping", report);
  }

  private static void expect(Field field, Predicate<Field> form, String noun, Reporter report) {
    Check readable = unsetOr(field, form);
    if (readable.fails()) {
      report.missing(noun + ": " + field.path() + " " + field.found(), field);
    } else {
      readable.missing().ifPresent(what -> report.missing(what, readable.at()));
    }
  }

  /**
   * Reports {@code check} unless it holds.
   *
   * @param wrong what is wrong, in front of the field and what stands there
   * @param mend what to do to the field
   */
  static void report(Check check, String wrong, Function<Field, Fix> mend, Reporter report) {
    Field at = check.at();
    if (check.fails()) {
      Message message =
          Message.of(
              wrong + ": {field} {found}", mark -> mark.equals("field") ? at.label() : at.found());
      report.fail(at, message, mend.apply(at));
    } else {
      check.missing().ifPresent(what -> report.missing(what, at));
    }
  }

  /** Returns whether the policy's Kubernetes is {@code version} or newer. */
  static boolean isAtLeast(KubernetesVersion version, Settings settings) {
    return settings.profile().kubernetes().isAtLeast(version);
  }

  /** Returns a check that {@code container} is let off, as it runs on Windows. */
  static Check isExemptOnWindows(Container container, Settings settings) {
    return isAtLeast(WINDOWS_IS_EXEMPT, settings)
        ? container.runsOnWindows()
        : Check.of(false, container.place());
  }

  /** Returns a check that {@code container} is let off, as root in its pod is nobody outside. */
  static Check isExemptInUserNamespace(Container container, Settings settings) {
    return isInExemptUserNamespace(container.pod(), settings);
  }

  /** Returns a check that {@code pod} is let off, as root in it is nobody outside. */
  static Check isInExemptUserNamespace(PodSpec pod, Settings settings) {
    return isAtLeast(USER_NAMESPACES_RELAX, settings)
        ? hasOwnUsers(pod)
        : Check.of(false, pod.place());
  }

  /** Returns a check that {@code pod} has user ids of its own, which are others on its node. */
  static Check hasOwnUsers(PodSpec pod) {
    return pod.place().field("hostUsers").isFalse();
  }

  /** Returns the field called {@code name} of the container's own security context. */
  static Field own(Container container, String name) {
    return container.securityContext().ofContainer().field(name);
  }

  /** Returns the field called {@code name} of the pod's own security context. */
  static Field own(PodSpec pod, String name) {
    return pod.place().field("securityContext").field(name);
  }

  /** Returns the annotations of {@code pod}; what is no mapping is reported as missing. */
  static Field annotations(PodSpec pod, Reporter report) {
    Field annotations = pod.metadata().field("annotations");
    expectMapping(annotations, report);
    return annotations;
  }

  /** Returns whether {@code name}, an expression, may come to start with {@code prefix}. */
  static boolean mayStartWith(String prefix, String name) {
    return Field.isExpression(name) && fit(prefix, literal(name));
  }

  /** Returns whether two names, one of them an expression, may come to be the same. */
  static boolean mayBe(String name, String other) {
    return (Field.isExpression(name) || Field.isExpression(other))
        && fit(literal(name), literal(other));
  }

  private static boolean fit(String start, String other) {
    return start.startsWith(other) || other.startsWith(start);
  }

  /** Returns what stands in front of the first expression. */
  private static String literal(String name) {
    if (!Field.isExpression(name)) {
      return name;
    }
    int kro = name.indexOf("${");
    int helm = name.indexOf("{{");
    return name.substring(0, kro < 0 || (helm >= 0 && helm < kro) ? helm : kro);
  }

  private static Field nearest(Field field) {
    Field there = field;
    while (there.isAbsent() && there.parent().isPresent()) {
      there = there.parent().orElseThrow();
    }
    return there;
  }
}
