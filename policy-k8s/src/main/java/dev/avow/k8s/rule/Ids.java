package dev.avow.k8s.rule;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.NumberRange;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Conflict;
import java.util.List;

/** What the rules about ids of users and groups have in common. */
final class Ids {

  static final String PAGE =
      "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/";

  private static final long FIRST_HIGH = 10_000;
  private static final NumberRange ALL_BUT_ROOT = NumberRange.parse("1-");

  private Ids() {}

  static Parameter<Long> minimum(String whose) {
    return Parameter.number("minimum", FIRST_HIGH, "the lowest id that a " + whose + " may have")
        .stricterIf(Stricter.HIGHER);
  }

  static Parameter<List<NumberRange>> ranges(String field) {
    return Parameter.ranges(
            "ranges", List.of(ALL_BUT_ROOT), "the ids that " + field + " may be; none if empty")
        .stricterIf(Stricter.FEWER);
  }

  static Parameter<Boolean> required(String field, boolean standard) {
    return Parameter.flag("required", standard, "whether " + field + " must be set")
        .stricterIf(Stricter.TRUE);
  }

  /** Returns the conflict that an id must be set and none may be. */
  static Conflict noneWouldDo(Parameter<List<NumberRange>> ranges, Parameter<Boolean> required) {
    return Conflict.within(
        settings -> settings.get(required) && settings.get(ranges).isEmpty(),
        "ranges must hold an id where one is required");
  }

  /** Returns a check that {@code id} is set, to {@code minimum} or more. */
  static Check isAtLeast(long minimum, Field id) {
    return PodSecurity.set(id, field -> field.integer().orElse(-1) >= minimum);
  }

  /** Returns a check that {@code id} is in one of {@code ranges}, or need not be set and is not. */
  static Check isIn(List<NumberRange> ranges, boolean required, Field id) {
    return required
        ? PodSecurity.set(id, field -> isIn(ranges, field))
        : PodSecurity.unsetOr(id, field -> isIn(ranges, field));
  }

  private static boolean isIn(List<NumberRange> ranges, Field id) {
    long number = id.integer().orElse(-1);
    return ranges.stream().anyMatch(range -> range.contains(number));
  }

  /** Returns a check that {@code id} is not set, or to another id than root's. */
  static Check isNotRoot(Field id) {
    return PodSecurity.unsetOr(id, field -> field.integer().orElse(0) > 0);
  }
}
