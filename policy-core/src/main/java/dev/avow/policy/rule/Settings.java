package dev.avow.policy.rule;

import dev.avow.policy.finding.Parameter;
import dev.avow.policy.hardening.HardeningProfile;

/** What a policy says to a rule: its parameters' values, and the promises that rules share. */
public interface Settings {

  /** Returns the value of {@code parameter}: the policy's, or the standard one. */
  <T> T get(Parameter<T> parameter);

  /** Returns the policy's hardening part. */
  HardeningProfile profile();
}
