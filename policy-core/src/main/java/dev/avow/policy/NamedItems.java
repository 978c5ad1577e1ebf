package dev.avow.policy;

import dev.avow.policy.document.Node;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of a policy whose items have a name, by which they are known in another policy. */
final class NamedItems {

  /** By path, the fields that may hold the name, the one that counts first; then the short form. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "supported-versions.rows", List.of("line", "branch", "images"),
          "reporting.contents", List.of("id"),
          "commitments", List.of("id", "to"),
          "incident-response", List.of("to"),
          "announcements", List.of("id", "in"),
          "scope.in", List.of("id"),
          "scope.out", List.of("id"),
          "ci.scans", List.of("id"),
          "considerations", List.of("id"));

  /** The mappings whose keys are names, too. */
  private static final Set<String> MAPS = Set.of("hardening.rules", "hardening.watch");

  private NamedItems() {}

  /** Returns whether the items of the list at {@code path} have a name. */
  static boolean at(String path) {
    return NAMES.containsKey(path);
  }

  /** Returns the path of the field {@code key} below {@code path}, whatever names it goes by. */
  static String step(String path, String key) {
    if (MAPS.contains(path)) {
      return path + ".*";
    }
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Returns the name of {@code item} of the list at {@code path}; empty where it has none. */
  static String nameOf(Node item, String path) {
    List<String> fields = NAMES.getOrDefault(path, List.of());
    if (item instanceof Mapping mapping) {
      for (String field : fields) {
        if (mapping.get(field) instanceof Scalar scalar) {
          return name(path, field, scalar.text());
        }
      }
    }
    return item instanceof Scalar scalar && !fields.isEmpty()
        ? name(path, shortField(path), scalar.text())
        : "";
  }

  /** Returns the same of an item that is written as a tree. */
  static String nameOf(Map<?, ?> item, String path) {
    return NAMES.getOrDefault(path, List.of()).stream()
        .filter(item::containsKey)
        .findFirst()
        .map(field -> name(path, field, String.valueOf(item.get(field))))
        .orElse("");
  }

  /** Returns {@code item} as a mapping, if it is written shortly. */
  static Map<?, ?> full(Object item, String path) {
    return item instanceof Map<?, ?> map ? map : Map.of(shortField(path), item);
  }

  private static String shortField(String path) {
    List<String> fields = NAMES.getOrDefault(path, List.of(""));
    return path.equals("supported-versions.rows") ? fields.get(0) : fields.get(fields.size() - 1);
  }

  /** A line and a branch may be called alike. */
  private static String name(String path, String field, String text) {
    return path.equals("supported-versions.rows") && !field.equals("line")
        ? field + " " + text
        : text;
  }
}
