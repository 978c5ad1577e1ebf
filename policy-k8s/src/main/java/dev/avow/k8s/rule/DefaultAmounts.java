package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of one resource a LimitRange gives to containers that do not say themselves, as {@link
 * ContainerDefaults} tells it.
 *
 * @param resource what it is about
 * @param request the default request; null if there is none
 * @param limit the default limit; null if there is none
 */
record DefaultAmounts(Metered resource, @Nullable Amount request, @Nullable Amount limit)
    implements Serializable {

  static List<DefaultAmounts> in(Resource resource) {
    List<DefaultAmounts> defaults = new ArrayList<>();
    for (Field item : ContainerDefaults.items(resource)) {
      for (Metered each : Metered.values()) {
        Amount limit = first(item, each, "default", "max");
        Amount request = first(item, each, "defaultRequest", "default", "max", "min");
        defaults.add(new DefaultAmounts(each, request, limit));
      }
    }
    return defaults;
  }

  private static @Nullable Amount first(Field item, Metered resource, String... sides) {
    for (String side : sides) {
      Amount amount = Amount.at(item.field(side).field(resource.written()));
      if (amount != null) {
        return amount;
      }
    }
    return null;
  }
}
