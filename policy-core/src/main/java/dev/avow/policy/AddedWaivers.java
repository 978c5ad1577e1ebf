package dev.avow.policy;

import dev.avow.policy.finding.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;

/** The waivers by which a policy covers more, or for longer, than the one that it extends. */
final class AddedWaivers {

  private final List<Waiver> floor;
  private final List<Waiver> all;

  AddedWaivers(SecurityPolicy floor, SecurityPolicy over) {
    this.floor = floor.waivers();
    this.all = over.waivers();
  }

  /** Hands the place of each in the policy's list to {@code refuse}. */
  void forEach(IntConsumer refuse) {
    for (int i = 0; i < all.size(); i++) {
      Waiver waiver = all.get(i);
      if (floor.stream().noneMatch(known -> covers(known, waiver))) {
        refuse.accept(i);
      }
    }
  }

  /** Returns whether {@code known} covers all that {@code other} does, and no shorter. */
  static boolean covers(Waiver known, Waiver other) {
    return known.rule().equals(other.rule())
        && other.subject().terms().containsAll(known.subject().terms())
        && !lastDay(other).isAfter(lastDay(known));
  }

  private static LocalDate lastDay(Waiver waiver) {
    return waiver.lastDay().orElse(LocalDate.MAX);
  }
}
