package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A detail without which a fact says nothing.
 *
 * @param key its name
 * @param form what its value must be, as a phrase
 * @param fits which values are of that form
 */
record Detail(String key, String form, Predicate<String> fits) {

  private static final Detail SEVERITY =
      new Detail("severity", "unknown, info, low, medium, high or critical", Detail::isSeverity);
  private static final Detail STEP = new Detail("step", "the id of a step", Milestone::isValid);
  private static final Detail UNTIL =
      new Detail(
          "until",
          "an instant such as 2026-11-20T10:00:00Z",
          text -> Instants.find(text).isPresent());
  private static final Detail ANNOUNCEMENT =
      new Detail("announcement", "the id of an announcement", Milestone::isValid);
  private static final Detail WORKS =
      new Detail("works", "true or false", List.of("true", "false")::contains);

  private static final Map<Milestone, List<Detail>> REQUIRED =
      Map.of(
          Milestone.SEVERITY_ASSESSED, List.of(SEVERITY),
          Fact.STEP_APPLIES, List.of(STEP),
          Fact.STEP_DOES_NOT_APPLY, List.of(STEP),
          Fact.EXTENSION_AGREED, List.of(STEP, UNTIL),
          Fact.ADDRESS_CHECKED, List.of(ANNOUNCEMENT, WORKS));

  /** Returns the details that a fact of {@code milestone} must have. */
  static List<Detail> required(Milestone milestone) {
    return REQUIRED.getOrDefault(milestone, List.of());
  }

  private static boolean isSeverity(String text) {
    return Arrays.stream(Severity.values()).map(Fact::label).anyMatch(text::equals);
  }
}
