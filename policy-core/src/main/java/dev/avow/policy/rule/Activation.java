package dev.avow.policy.rule;

import dev.avow.policy.hardening.Profile;
import java.util.Optional;

/** When a rule is on without being named: always, from a profile upwards, or never. */
public sealed interface Activation {

  /** On under every policy. */
  record Always() implements Activation {}

  /** On from {@code profile} upwards. */
  record From(Profile profile) implements Activation {}

  /** On only where a policy names the rule. */
  record ByName() implements Activation {}

  /** Returns whether a rule is on under {@code profile}, nothing being said of the rule itself. */
  default boolean isOn(Optional<Profile> profile) {
    if (this instanceof From from) {
      return profile.filter(chosen -> chosen.includes(from.profile())).isPresent();
    }
    return this instanceof Always;
  }
}
