package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private static final Detail IS_AT = instant("is-at");
  private static final Detail OF = new Detail("of", "the name of a regime", Milestone::isValid);
  private static final Detail WITHDRAWN = new Detail("withdrawn", "true", "true"::equals);
  private static final Detail ALSO =
      new Detail("also", "milestones such as notification-submitted", Also::isValid);
  private static final Detail UNDER = regimes("under");
  private static final Detail WAS_UNDER = regimes("was-under");
  private static final Detail IS_UNDER = regimes("is-under");

  private static final Map<Milestone, List<Detail>> OPTIONAL =
      Map.of(
          Fact.EXTENSION_AGREED, List.of(OF),
          Fact.CORRECTED, List.of(IS_AT, WAS_UNDER, IS_UNDER, WITHDRAWN),
          EmbargoFacts.ACCEPTED, List.of(UNTIL),
          EmbargoFacts.REJECTED, List.of(UNTIL));

  /** The details that, in their form, say nothing of the vulnerability nor who anybody is. */
  private static final Map<String, Detail> HARMLESS =
      Stream.of(
              SEVERITY,
              STEP,
              UNTIL,
              ANNOUNCEMENT,
              WORKS,
              FOR,
              FACT,
              WAS_AT,
              IS_AT,
              WITHDRAWN,
              TLP,
              OF,
              ALSO,
              UNDER,
              WAS_UNDER,
              IS_UNDER)
          .collect(Collectors.toUnmodifiableMap(Detail::key, detail -> detail));

  /** Returns the details that a fact of {@code milestone} must have. */
  static List<Detail> required(Milestone milestone) {
    return REQUIRED.getOrDefault(milestone, List.of());
  }

  /** Returns the details of a certain form that {@code fact} has beside the required ones. */
  static List<Detail> formed(Fact fact) {
    Stream<Detail> any = Submission.is(fact) ? Stream.of(ALSO, UNDER) : Stream.of(ALSO);
    return Stream.concat(OPTIONAL.getOrDefault(fact.what(), List.of()).stream(), any)
        .filter(detail -> fact.details().containsKey(detail.key()))
        .toList();
  }

  /** Returns whether a detail of {@code fact} can be told to everybody. */
  static boolean isHarmless(Fact fact, String key, String value) {
    Detail known = HARMLESS.get(key);
    boolean formed = known != null && known.fits().test(value);
    return formed && (!UNDER.equals(known) || Submission.is(fact));
  }

  private static Detail regimes(String key) {
    return new Detail(key, "names of regimes such as eu-nis2", Submission::areRegimes);
  }

  private static Detail instant(String key) {
    return new Detail(
        key, "an instant such as 2026-11-20T10:00:00Z", text -> Instants.find(text).isPresent());
  }

  private static boolean isSeverity(String text) {
    return Arrays.stream(Severity.values()).map(Fact::label).anyMatch(text::equals);
  }
}
