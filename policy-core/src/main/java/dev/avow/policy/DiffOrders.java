package dev.avow.policy;

import dev.avow.policy.PolicyChange.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change of each field of a policy means: what {@link Orders} says in both directions, where
 * nothing else stands here.
 *
 * <p>A field of which neither knows anything is one whose changes nobody can judge.
 */
final class DiffOrders {

  /** The words for people, and what is worth the same whatever it says. */
  private static final Set<String> WORDS =
      Set.of(
          "name",
          "reporting.channels[]",
          "reporting.never[]",
          "reporting.comments[]",
          "reporting.contents[].text",
          "commitments[].id",
          "commitments[].source",
          "disclosure.timeline[].text",
          "announcements[].id",
          "announcements[].url",
          "announcements[].email",
          "announcements[].marker",
          "scope.in[].text",
          "scope.out[].text",
          "scope.out[].redirect");

  private static final Map<String, Order> BY_PATH = new HashMap<>();

  static {
    BY_PATH.put("overlays-may-change", Order.fewer());
    BY_PATH.put("supported-versions.rows[].until", DiffOrders::until);
    BY_PATH.put(
        "supported-versions.pre-releases",
        Order.rising("with-their-line", "unsupported", "with-their-line"));
    BY_PATH.put("reporting.contents[].one-of", DiffOrders::parts);
    BY_PATH.put("reporting.contents[].all-of", DiffOrders::parts);
    BY_PATH.put("disclosure.timeline[].days", Order.noLaterDays());
    BY_PATH.put("scope.out[].components", Order.fewer());
    BY_PATH.put("ci.scans[].scanner", DiffOrders::tool);
    BY_PATH.put("ci.dependency-updates.tool", DiffOrders::tool);
    BY_PATH.put("hardening.storage.defaults.read-only", Order.strongIf(true, false));
    WORDS.forEach(path -> BY_PATH.put(path, Order.free()));
  }

  private DiffOrders() {}

  /** An order that is asked in both directions. */
  record Both(Order order) {

    Effect effect(
        @Nullable Object before,
        @Nullable Object after,
        Map<?, ?> besideBefore,
        Map<?, ?> besideAfter) {
      Order.Change ahead = order.compare(before, after, besideAfter);
      Order.Change back = order.compare(after, before, besideBefore);
      if (ahead == Order.Change.UNCLEAR || back == Order.Change.UNCLEAR) {
        return Effect.UNCLEAR;
      }
      if (ahead == back) {
        return ahead == Order.Change.KEPT ? Effect.NEITHER : Effect.UNCLEAR;
      }
      return ahead == Order.Change.WEAKER ? Effect.WEAKENS : Effect.STRENGTHENS;
    }
  }

  /** Returns what a change of the field at {@code pattern} means. */
  static Both at(String pattern) {
    Order own = BY_PATH.get(pattern);
    Order known = own == null ? Orders.at(pattern) : own;
    return new Both(known == null ? Order.same() : known);
  }

  /** Returns what it means that the list at {@code pattern} has an item more, or less. */
  static Both ofItem(String pattern) {
    return new Both(
        switch (pattern) {
          case "reporting.contents" -> DiffOrders::asked;
          case "scope.out" -> (before, after, beside) -> weakerIf(before == null);
          default -> (before, after, beside) -> weakerIf(after == null);
        });
  }

  private static Order.Change weakerIf(boolean weaker) {
    return weaker ? Order.Change.WEAKER : Order.Change.KEPT;
  }

  /** Whoever reports must bring what is not optional. */
  private static Order.Change asked(
      @Nullable Object before, @Nullable Object after, Map<?, ?> beside) {
    return weakerIf(after instanceof Map<?, ?> item && !Boolean.TRUE.equals(item.get("optional")));
  }

  /** The end of what is not supported anyway promises nothing that can be compared. */
  private static Order.Change until(
      @Nullable Object before, @Nullable Object after, Map<?, ?> beside) {
    Object status = beside.get("status");
    boolean lasts = status == null || status.toString().equals("best-effort");
    return lasts ? Order.laterDay().compare(before, after, beside) : Order.Change.UNCLEAR;
  }

  /** Of parts that are all asked for, more ask for more; of those that stand in, more ask less. */
  private static Order.Change parts(
      @Nullable Object before, @Nullable Object after, Map<?, ?> beside) {
    if (before == null || after == null) {
      return Order.Change.UNCLEAR;
    }
    List<?> formerly = ids(before);
    List<?> now = ids(after);
    return weakerIf(
        beside.containsKey("one-of") ? !now.containsAll(formerly) : !formerly.containsAll(now));
  }

  private static List<?> ids(Object parts) {
    return parts instanceof List<?> list
        ? list.stream().map(part -> ((Map<?, ?>) part).get("id")).toList()
        : List.of();
  }

  /** A tool that is named is more than any tool; one is not more than another. */
  private static Order.Change tool(
      @Nullable Object before, @Nullable Object after, Map<?, ?> beside) {
    boolean was = before != null && !before.equals("any");
    boolean is = after != null && !after.equals("any");
    return was && is ? Order.Change.UNCLEAR : weakerIf(was || (before != null && after == null));
  }
}
