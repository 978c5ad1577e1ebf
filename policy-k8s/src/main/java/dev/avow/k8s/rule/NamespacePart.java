package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that decides how much a namespace may use: the namespace itself, a quota, a range.
 *
 * @param role what it is
 * @param covers what it bounds
 * @param missing what would have to be known to know all of that; empty if nothing
 */
record NamespacePart(Role role, List<Metered> covers, String missing) implements Serializable {

  /** Creates a part; the list is copied. */
  NamespacePart {
    covers = List.copyOf(covers);
  }

  enum Role {
    /** The namespace itself. */
    NAMESPACE,
    /** A quota for all of its pods together. */
    QUOTA,
    /** A range for each of its pods. */
    RANGE
  }

  /** By which names quotas bound each of them. */
  private static final PerResource<List<String>> QUOTA_NAMES =
      PerResource.of(
          resource ->
              List.of(
                  resource.written(),
                  "requests." + resource.written(),
                  "limits." + resource.written()));

  static List<NamespacePart> in(Resource resource) {
    if (!resource.id().group().isEmpty()) {
      return List.of();
    }
    return switch (resource.id().kind()) {
      case "Namespace" -> List.of(new NamespacePart(Role.NAMESPACE, List.of(), ""));
      case "ResourceQuota" -> quota(resource.place().field("spec"));
      case "LimitRange" -> range(resource.place().field("spec").field("limits"));
      default -> List.of();
    };
  }

  /** A quota with scopes leaves the pods outside of them alone. */
  private static List<NamespacePart> quota(Field spec) {
    Field hard = spec.field("hard");
    boolean isScoped =
        !spec.field("scopes").items().isEmpty() || spec.field("scopeSelector").isPresent();
    List<Metered> covers = new ArrayList<>();
    for (Metered resource : Metered.values()) {
      if (!isScoped && QUOTA_NAMES.of(resource).stream().anyMatch(name -> isSet(hard, name))) {
        covers.add(resource);
      }
    }
    return part(Role.QUOTA, covers, hard);
  }

  private static List<NamespacePart> range(Field limits) {
    List<NamespacePart> parts = new ArrayList<>();
    for (Field item : limits.items()) {
      boolean ofContainers = item.field("type").is("Container").holds();
      boolean ofPods = item.field("type").is("Pod").holds();
      List<Metered> covers = new ArrayList<>();
      for (Metered resource : Metered.values()) {
        boolean hasMost = isSet(item.field("max"), resource.written());
        boolean hasDefault = isSet(item.field("default"), resource.written());
        if ((ofContainers && (hasMost || hasDefault)) || (ofPods && hasMost)) {
          covers.add(resource);
        }
      }
      parts.addAll(part(Role.RANGE, covers, item));
    }
    return limits.isUnresolved() ? part(Role.RANGE, List.of(), limits) : parts;
  }

  private static boolean isSet(Field side, String name) {
    return side.field(name).isPresent();
  }

  private static List<NamespacePart> part(Role role, List<Metered> covers, Field written) {
    String missing = written.isUnresolved() ? "the value of " + written.path() : "";
    return List.of(new NamespacePart(role, covers, missing));
  }
}
