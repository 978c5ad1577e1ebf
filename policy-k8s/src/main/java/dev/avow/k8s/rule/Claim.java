package dev.avow.k8s.rule;

import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request, and the limits written beside it and for the pod around it.
 *
 * @param resource what is requested, such as {@code memory}
 * @param request how much of it
 * @param own the limit that a container writes beside it; null if none is written
 * @param around the limit of the pod as a whole; null if none is written
 */
record Claim(String resource, Amount request, @Nullable Amount own, @Nullable Amount around)
    implements Serializable {

  /**
   * Returns the requests that {@code place} writes.
   *
   * @param pod the pod around it, or {@code place} itself
   */
  static List<Claim> of(Field place, Field pod) {
    List<Claim> claims = new ArrayList<>();
    for (Field field : place.at("resources.requests").fields()) {
      Amount request = Amount.at(field);
      if (request != null) {
        Amount own = place == pod ? null : limit(place, field.name());
        claims.add(new Claim(field.name(), request, own, limit(pod, field.name())));
      }
    }
    return claims;
  }

  private static @Nullable Amount limit(Field place, String resource) {
    return Amount.at(place.at("resources.limits").field(resource));
  }
}
