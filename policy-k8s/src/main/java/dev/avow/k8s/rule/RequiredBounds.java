package dev.avow.k8s.rule;

import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * What a policy wants containers to say of themselves.
 *
 * @param limits of what there must be limits
 * @param requests of what there must be requests
 * @param writtenOut whether the containers must write them themselves
 */
record RequiredBounds(List<Metered> limits, List<Metered> requests, boolean writtenOut) {

  static RequiredBounds by(Settings settings) {
    return new RequiredBounds(
        chosen(
            settings,
            ResourceRules.REQUIRE_CPU_LIMIT,
            ResourceRules.REQUIRE_MEMORY_LIMIT,
            ResourceRules.REQUIRE_STORAGE_LIMIT),
        chosen(
            settings,
            ResourceRules.REQUIRE_CPU_REQUEST,
            ResourceRules.REQUIRE_MEMORY_REQUEST,
            ResourceRules.REQUIRE_STORAGE_REQUEST),
        settings.get(ResourceRules.WRITTEN_OUT));
  }

  /** Returns the resources for which the parameter, one for each in order, is set. */
  @SafeVarargs
  static List<Metered> chosen(Settings settings, Parameter<Boolean>... parameters) {
    List<Metered> chosen = new ArrayList<>();
    for (int i = 0; i < parameters.length; i++) {
      if (settings.get(parameters[i])) {
        chosen.add(Metered.values()[i]);
      }
    }
    return List.copyOf(chosen);
  }
}
