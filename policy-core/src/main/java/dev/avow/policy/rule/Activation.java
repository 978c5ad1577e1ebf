package dev.avow.policy.rule;

import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import java.util.function.Predicate;

/**
 * When a rule is on without being named: always, from a profile upwards, in place of a stricter
 * rule, where the policy makes the promise that it checks, or never.
 */
public sealed interface Activation {

  /** On under every policy. */
  record Always() implements Activation {}

  /** On from {@code profile} upwards. */
  record From(Profile profile) implements Activation {}

  /**
   * On from {@code profile} upwards, where {@code stricter} is off: who turns that one off still
   * gets what remains of it, and nobody is told of the same thing twice.
   */
  record InPlaceOf(Declaration stricter, Profile profile) implements Activation {}

  /** On where {@code promise} says that the policy makes the promise. */
  record Where(Predicate<HardeningProfile> promise) implements Activation {}

  /** On only where a policy names the rule. */
  record ByName() implements Activation {}

  /** Returns whether a rule is on under {@code policy}, nothing being said of the rule itself. */
  default boolean isOn(HardeningProfile policy) {
    if (this instanceof From from) {
      return includes(policy, from.profile());
    }
    if (this instanceof InPlaceOf instead) {
      return includes(policy, instead.profile()) && !instead.stricter().isOn(policy);
    }
    return this instanceof Where where ? where.promise().test(policy) : this instanceof Always;
  }

  private static boolean includes(HardeningProfile policy, Profile profile) {
    return policy.profile().filter(chosen -> chosen.includes(profile)).isPresent();
  }
}
