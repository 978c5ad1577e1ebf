package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what else a fact did: milestones with commas between them. */
final class Also {

  private Also() {}

  static Set<Milestone> in(Map<String, String> details) {
    String text = details.get("also");
    if (text == null || !isValid(text)) {
      return Set.of();
    }
    Set<Milestone> all = new LinkedHashSet<>();
    names(text).forEach(name -> all.add(Milestone.of(name)));
    return all;
  }

  static boolean isValid(String text) {
    return names(text).stream().allMatch(Milestone::isValid);
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }
}
