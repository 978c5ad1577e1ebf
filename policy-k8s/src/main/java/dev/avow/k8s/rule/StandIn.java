package dev.avow.k8s.rule;

import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.hardening.RuleSetting;
import dev.avow.policy.rule.Declaration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When a rule that asks less is on: from a profile upwards, where the one that asks more is not.
 *
 * <p>Who turns the strict rule off still gets what remains of it, and nobody is told of the same
 * thing twice.
 */
final class StandIn {

  private final Profile profile;

  private StandIn(Profile profile) {
    this.profile = profile;
  }

  static StandIn from(Profile profile) {
    return new StandIn(profile);
  }

  Predicate<HardeningProfile> inPlaceOf(Declaration stricter) {
    return policy ->
        policy.profile().filter(chosen -> chosen.includes(profile)).isPresent()
            && !isOn(stricter, policy);
  }

  /** Returns whether {@code rule} is on under {@code policy}. */
  static boolean isOn(Declaration rule, HardeningProfile policy) {
    return Optional.ofNullable(policy.rules().get(rule.description().id()))
        .flatMap(RuleSetting::on)
        .orElseGet(() -> rule.activation().isOn(policy));
  }
}
