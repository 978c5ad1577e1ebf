package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final Detail UNTIL = instant("until");
  private static final Detail ANNOUNCEMENT =
      new Detail("announcement", "the id of an announcement", Milestone::isValid);
  private static final Detail WORKS =
      new Detail("works", "true or false", List.of("true", "false")::contains);

  private static final Detail FOR = instant("for");
  private static final Detail FACT =
      new Detail("fact", "the milestone of an earlier fact", Milestone::isValid);
  private static final Detail WAS_AT = instant("was-at");
  private static final Detail TLP =
      new Detail("tlp", "a mark such as TLP:AMBER", text -> Tlp.find(text).isPresent());
  private static final Detail PARTY = new Detail("party", "who it is", text -> !text.isBlank());

  private static final Map<Milestone, List<Detail>> REQUIRED =
      Map.ofEntries(
          Map.entry(Milestone.SEVERITY_ASSESSED, List.of(SEVERITY)),
          Map.entry(Fact.STEP_APPLIES, List.of(STEP)),
          Map.entry(Fact.STEP_DOES_NOT_APPLY, List.of(STEP)),
          Map.entry(Fact.EXTENSION_AGREED, List.of(STEP, UNTIL)),
          Map.entry(Fact.ADDRESS_CHECKED, List.of(ANNOUNCEMENT, WORKS)),
          Map.entry(Fact.DATE_PLANNED, List.of(STEP, FOR)),
          Map.entry(Fact.TLP_MARKED, List.of(TLP)),
          Map.entry(Fact.CORRECTED, List.of(FACT, WAS_AT)),
          Map.entry(EmbargoFacts.PROPOSED, List.of(PARTY, UNTIL)),
          Map.entry(EmbargoFacts.REVISED, List.of(PARTY, UNTIL)),
          Map.entry(EmbargoFacts.ACCEPTED, List.of(PARTY)),
          Map.entry(EmbargoFacts.REJECTED, List.of(PARTY)),
          Map.entry(EmbargoFacts.JOINED, List.of(PARTY)),
          Map.entry(EmbargoFacts.TERMINATED, List.of()));

  /** The details that have one form only, if a fact has them at all. */
  private static final List<Detail> FORMED =
      List.of(
          UNTIL,
          instant("is-at"),
          new Detail("also", "milestones such as notification-submitted", Also::isValid));

  /** The details that say nothing of the vulnerability, nor who anybody is. */
  private static final Set<String> HARMLESS =
      Set.of(
          "severity",
          "step",
          "until",
          "announcement",
          "works",
          "for",
          "fact",
          "was-at",
          "is-at",
          "withdrawn",
          "tlp",
          "also",
          "of");

  /** Returns the details that a fact of {@code milestone} must have. */
  static List<Detail> required(Milestone milestone) {
    return REQUIRED.getOrDefault(milestone, List.of());
  }

  /** Returns the details of a certain form that {@code fact} has beside the required ones. */
  static List<Detail> formed(Fact fact) {
    List<Detail> required = required(fact.what());
    return FORMED.stream()
        .filter(detail -> fact.details().containsKey(detail.key()) && !required.contains(detail))
        .toList();
  }

  /** Returns whether the detail called {@code key} can be told to everybody. */
  static boolean isHarmless(String key) {
    return HARMLESS.contains(key);
  }

  private static Detail instant(String key) {
    return new Detail(
        key, "an instant such as 2026-11-20T10:00:00Z", text -> Instants.find(text).isPresent());
  }

  private static boolean isSeverity(String text) {
    return Arrays.stream(Severity.values()).map(Fact::label).anyMatch(text::equals);
  }
}
