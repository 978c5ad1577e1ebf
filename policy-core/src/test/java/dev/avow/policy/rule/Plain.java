package dev.avow.policy.rule;

import dev.avow.policy.finding.Parameter;
import dev.avow.policy.hardening.HardeningProfile;

/** Settings of a policy that says nothing. */
final class Plain implements Settings {

  static final Settings SETTINGS = new Plain();

  private Plain() {}

  @Override
  public <T> T get(Parameter<T> parameter) {
    return parameter.standard();
  }

  @Override
  public HardeningProfile profile() {
    return HardeningProfile.none();
  }
}
