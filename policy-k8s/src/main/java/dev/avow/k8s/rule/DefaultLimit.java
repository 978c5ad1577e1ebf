package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A limit that a LimitRange gives to containers that have none: the default, or else the maximum.
 *
 * @param range the name of the LimitRange
 * @param resource what is limited, such as {@code memory}
 * @param amount to how much
 */
record DefaultLimit(String range, String resource, Amount amount) implements Serializable {

  static List<DefaultLimit> in(Resource resource) {
    List<DefaultLimit> limits = new ArrayList<>();
    for (Field item : ContainerDefaults.items(resource)) {
      Set<String> names = new TreeSet<>();
      item.field("default").fields().forEach(field -> names.add(field.name()));
      item.field("max").fields().forEach(field -> names.add(field.name()));
      names.forEach(name -> add(resource.id().name(), item, name, limits));
    }
    return limits;
  }

  /** Returns what the limit is called in messages. */
  String name() {
    return "default limits.%s of LimitRange %s".formatted(resource, range);
  }

  private static void add(String range, Field item, String name, List<DefaultLimit> into) {
    Amount given = Amount.at(item.field("default").field(name));
    Amount limit = given == null ? Amount.at(item.field("max").field(name)) : given;
    if (limit != null) {
      into.add(new DefaultLimit(range, name, limit));
    }
  }
}
