package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What goes to an authority, told by its name: {@code early-warning-submitted}. One authority knows
 * nothing of what another one got, so it counts only for the regimes that the fact names.
 */
final class Submission {

  private static final String SUFFIX = "-submitted";

  private Submission() {}

  static boolean is(Milestone milestone) {
    return milestone.name().endsWith(SUFFIX);
  }

  /** Returns whether {@code fact} brings about anything that goes to an authority. */
  static boolean is(Fact fact) {
    return is(fact.what()) || fact.also().stream().anyMatch(Submission::is);
  }

  /** Returns the regimes, with commas between them, that {@code details} name as {@code key}. */
  static Set<String> regimes(Map<String, String> details, String key) {
    String text = details.get(key);
    return text == null ? Set.of() : new LinkedHashSet<>(names(text));
  }

  static boolean areRegimes(String text) {
    return names(text).stream().allMatch(Milestone::isValid);
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }
}
