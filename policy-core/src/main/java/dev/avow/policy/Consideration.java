package dev.avow.policy;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.RuleId;
import java.util.List;

/**
 * Advice to those who use a project, and the rules that show whether they follow it.
 *
 * <pre>{@code
 * Consideration.of("container-images", "Always use specific image tags, not latest")
 *     .checkedBy("image-tag-is-specific");
 * }</pre>
 *
 * <p>The place where it is written does not count in {@link #equals}.
 *
 * @param id its name, in kebab-case
 * @param advice what to do, a sentence each
 * @param rules the rules that check some of it; none where only people can
 * @param declaredAt where it is written
 */
public record Consideration(
    String id, List<String> advice, List<RuleId> rules, Location declaredAt) {

  /**
   * Creates advice; the lists are copied.
   *
   * @throws IllegalArgumentException if the name is not in kebab-case, or nothing is advised
   */
  public Consideration {
    Require.id(id);
    advice = List.copyOf(advice);
    rules = List.copyOf(rules);
    if (advice.isEmpty()) {
      throw new IllegalArgumentException("advice must have a sentence or more but is empty");
    }
    advice.forEach(sentence -> Require.text("advice", sentence));
  }

  /** Returns advice that no rule checks. */
  public static Consideration of(String id, String... advice) {
    return new Consideration(id, List.of(advice), List.of(), Require.IN_CODE);
  }

  /** Returns this advice, checked by {@code ids} beside those that check it already. */
  public Consideration checkedBy(String... ids) {
    List<RuleId> more = rules;
    for (String rule : ids) {
      more = Require.plus(more, RuleId.of(rule));
    }
    return new Consideration(id, advice, more, declaredAt);
  }

  /** Returns this advice as written at {@code place}. */
  public Consideration at(Location place) {
    return new Consideration(id, advice, rules, place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Consideration that && said().equals(that.said());
  }

  @Override
  public int hashCode() {
    return said().hashCode();
  }

  private List<Object> said() {
    return List.of(id, advice, rules);
  }
}
