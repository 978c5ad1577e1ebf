package dev.avow.policy.hardening;

import dev.avow.policy.finding.Location;
import java.util.List;

/**
 * What a policy must not be weaker than, as it extends another.
 *
 * @param profile what that one promises about running things
 * @param at where it says so
 * @param free the paths at which it lets others be weaker, such as {@code
 *     hardening.rules.*.severity}
 */
public record Floor(HardeningProfile profile, Location at, List<String> free) {

  /** Creates a floor; the list is copied. */
  public Floor {
    free = List.copyOf(free);
  }

  /** Returns whether what stands at {@code path} may be weaker. */
  public boolean leavesFree(String path) {
    return leavesFree(free, path);
  }

  /** Returns whether one of {@code free} leads to {@code path} or to something around it. */
  public static boolean leavesFree(List<String> free, String path) {
    String[] steps = path.split("\\.", -1);
    return free.stream().anyMatch(each -> leadsTo(each.split("\\.", -1), steps));
  }

  private static boolean leadsTo(String[] free, String[] steps) {
    if (free.length > steps.length) {
      return false;
    }
    for (int i = 0; i < free.length; i++) {
      if (!free[i].equals("*") && !free[i].equals(steps[i])) {
        return false;
      }
    }
    return true;
  }
}
