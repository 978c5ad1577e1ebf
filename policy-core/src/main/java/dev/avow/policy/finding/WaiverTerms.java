package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which waivers count at a gate.
 *
 * @param heedsThoseBeside whether those count that are written beside what they are for
 * @param never the rules that no waiver covers, sorted
 */
public record WaiverTerms(boolean heedsThoseBeside, List<RuleId> never) implements Serializable {

  private static final WaiverTerms STANDARD = new WaiverTerms(false, List.of());

  /** Creates terms; the list is copied and sorted. */
  public WaiverTerms {
    never = List.copyOf(new TreeSet<>(never));
  }

  /** Returns the terms by which a gate's own waivers count, and no others. */
  public static WaiverTerms standard() {
    return STANDARD;
  }

  WaiverTerms heedingThoseBeside() {
    return new WaiverTerms(true, never);
  }

  WaiverTerms neverWaiving(Collection<RuleId> rules) {
    List<RuleId> more = new ArrayList<>(never);
    more.addAll(rules);
    return new WaiverTerms(heedsThoseBeside, more);
  }
}
