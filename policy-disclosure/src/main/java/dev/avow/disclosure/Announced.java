package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Location;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An announcement that a policy promises, as far as its making can be judged.
 *
 * @param id its name in the policy
 * @param milestone the step that makes it
 * @param marker the words that must stand in its text, if any must
 * @param link the address where people read it, if that can be dead
 * @param declaredAt where the policy promises it
 */
record Announced(
    String id,
    Milestone milestone,
    @Nullable String marker,
    @Nullable String link,
    Location declaredAt) {

  Optional<String> markerIfAny() {
    return Optional.ofNullable(marker);
  }

  Optional<String> linkIfAny() {
    return Optional.ofNullable(link);
  }
}
