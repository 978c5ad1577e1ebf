package dev.avow.k8s.rule;

import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Settings;
import java.util.List;

/**
 * What a policy wants containers to say of themselves.
 *
 * @param limits of what there must be limits
 * @param requests of what there must be requests
 * @param writtenOut whether the containers must write them themselves
 */
record RequiredBounds(List<Metered> limits, List<Metered> requests, boolean writtenOut) {

  private static final PerResource<Parameter<Boolean>> LIMITS =
      new PerResource<>(
          ResourceRules.REQUIRE_CPU_LIMIT,
          ResourceRules.REQUIRE_MEMORY_LIMIT,
          ResourceRules.REQUIRE_STORAGE_LIMIT);

  private static final PerResource<Parameter<Boolean>> REQUESTS =
      new PerResource<>(
          ResourceRules.REQUIRE_CPU_REQUEST,
          ResourceRules.REQUIRE_MEMORY_REQUEST,
          ResourceRules.REQUIRE_STORAGE_REQUEST);

  static RequiredBounds by(Settings settings) {
    return new RequiredBounds(
        PerResource.chosen(settings, LIMITS),
        PerResource.chosen(settings, REQUESTS),
        settings.get(ResourceRules.WRITTEN_OUT));
  }
}
