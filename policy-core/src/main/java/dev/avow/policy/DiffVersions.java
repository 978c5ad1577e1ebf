package dev.avow.policy;

import dev.avow.policy.PolicyChange.Effect;
import dev.avow.policy.version.Support;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.SupportedVersions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What it means for users that a policy lists a row of versions more, or less. */
final class DiffVersions {

  private DiffVersions() {}

  /** Returns what it means that {@code item}, a row, is in one of two policies only. */
  static Effect effect(SupportedVersions before, SupportedVersions after, DiffPlace item) {
    boolean added = item.before().value() == null;
    Map<?, ?> tree = added ? item.after().map() : item.before().map();
    SupportRow row = row(added ? after : before, tree);
    Effect effect = gained(added ? before : after, row);
    return added ? effect : effect.reversed();
  }

  private static SupportRow row(SupportedVersions versions, Map<?, ?> tree) {
    return versions.rows().stream()
        .filter(
            row ->
                NamedItems.full(SupportRowForm.ROW.write(row), "supported-versions.rows")
                    .equals(tree))
        .findFirst()
        .orElseThrow();
  }

  /** Returns what {@code row} means to those whom {@code other} told something else. */
  private static Effect gained(SupportedVersions other, SupportRow row) {
    int now = rank(row.status());
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    for (Support said : other.saysOf(row)) {
      int formerly = rank(said);
      if (now < 0 || formerly < 0) {
        return Effect.UNCLEAR;
      }
      if (now != formerly) {
        effects.add(now < formerly ? Effect.WEAKENS : Effect.STRENGTHENS);
      }
    }
    if (effects.size() > 1) {
      return Effect.UNCLEAR;
    }
    return effects.isEmpty() ? Effect.NEITHER : effects.iterator().next();
  }

  private static int rank(SupportStatus status) {
    return switch (status) {
      case UNSUPPORTED -> 0;
      case BEST_EFFORT -> 1;
      case SUPPORTED -> 2;
      case DEVELOPMENT -> -1;
    };
  }

  private static int rank(Support said) {
    return switch (said) {
      case UNSUPPORTED, NOT_LISTED -> 0;
      case BEST_EFFORT -> 1;
      case SUPPORTED -> 2;
      case DEVELOPMENT, CONTRADICTORY, UNKNOWN -> -1;
    };
  }
}
