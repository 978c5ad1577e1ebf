package dev.avow.policy;

import dev.avow.policy.PolicyChange.Effect;
import dev.avow.policy.PolicyChange.Kind;
import dev.avow.policy.commitment.DayRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By when a commitment is kept, and how firmly: fields that mean nothing each by itself.
 *
 * @param fields the fields, as they are written
 */
record DiffTerms(Map<String, Object> fields) {

  private static final String BEST_EFFORT = "best-effort";

  /** The fields that say it together. */
  static final List<String> FIELDS = List.of("within", "not-before", "about", "days", BEST_EFFORT);

  static DiffTerms of(Map<?, ?> commitment) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String field : FIELDS) {
      Object value = commitment.get(field);
      if (value != null) {
        fields.put(field, value);
      }
    }
    return new DiffTerms(fields);
  }

  /** Returns what differs in it between the two sides of {@code commitment}. */
  static Optional<PolicyChange> compare(DiffPlace commitment) {
    DiffTerms before = of(commitment.before().map());
    DiffTerms after = of(commitment.after().map());
    if (before.equals(after)) {
      return Optional.empty();
    }
    Effect effect = before.to(after);
    if (before.fields.keySet().equals(after.fields.keySet()) && before.fields.size() == 1) {
      String field = before.fields.keySet().iterator().next();
      return Optional.of(commitment.step(field).changed(effect));
    }
    return Optional.of(commitment.change(Kind.CHANGED, effect, before.words(), after.words()));
  }

  private Effect to(DiffTerms other) {
    if (isEarliest() || other.isEarliest()) {
      return Effect.UNCLEAR;
    }
    Effect lateness = lateness(other);
    Effect firmness = firmness(other);
    if (lateness == Effect.NEITHER || lateness == firmness) {
      return firmness;
    }
    return firmness == Effect.NEITHER ? lateness : Effect.UNCLEAR;
  }

  /** Whether it says when something is done at the earliest, which some want late, others soon. */
  private boolean isEarliest() {
    return fields.containsKey("not-before") || days().filter(DiffTerms::isOpen).isPresent();
  }

  private static boolean isOpen(DayRange days) {
    return days.last().isEmpty();
  }

  private Optional<DayRange> days() {
    return Optional.ofNullable(fields.get("days")).map(days -> DayRange.parse(days.toString()));
  }

  private Effect lateness(DiffTerms other) {
    Order order =
        days().isPresent() && other.days().isPresent() ? Order.noLaterDays() : Order.sooner();
    boolean sameForm = days().isPresent() == other.days().isPresent();
    return new DiffOrders.Both(order)
        .effect(latest(sameForm), other.latest(sameForm), Map.of(), Map.of());
  }

  /** Days of a timeline end with the last of them, as calendar days do. */
  private @Nullable Object latest(boolean sameForm) {
    Object period = fields.getOrDefault("within", fields.get("about"));
    if (days().isEmpty()) {
      return period;
    }
    return sameForm ? days().get() : days().get().last().orElseThrow() + "cd";
  }

  private Effect firmness(DiffTerms other) {
    Order order = Order.rising("", BEST_EFFORT, "about", "firm");
    return new DiffOrders.Both(order).effect(firmer(other), other.firmer(this), Map.of(), Map.of());
  }

  /** What has no date is as firm as what it is compared with, unless it is never broken. */
  private String firmer(DiffTerms other) {
    if (fields.containsKey(BEST_EFFORT)) {
      return BEST_EFFORT;
    }
    boolean open = fields.isEmpty() && other.fields.containsKey("about");
    return fields.containsKey("about") || open ? "about" : "firm";
  }

  private String words() {
    return fields.isEmpty() ? "without a date" : DiffTree.shown(fields);
  }
}
