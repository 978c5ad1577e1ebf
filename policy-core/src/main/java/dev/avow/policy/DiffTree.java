package dev.avow.policy;

import dev.avow.policy.PolicyChange.Effect;
import dev.avow.policy.finding.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The changes between two policies as a tree, for programs. */
final class DiffTree {

  private DiffTree() {}

  static Map<String, Object> of(PolicyDiff diff) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Effect effect : Effect.values()) {
      counts.put(effect.label(), diff.with(effect).size());
    }
    tree.put("counts", counts);
    tree.put("changes", diff.changes().stream().map(DiffTree::change).toList());
    return tree;
  }

  private static Map<String, Object> change(PolicyChange change) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("section", change.section().label());
    tree.put("path", change.path());
    tree.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
    tree.put("effect", change.effect().label());
    tree.put("before", side(change.before(), change.beforeAt()));
    tree.put("after", side(change.after(), change.afterAt()));
    return tree;
  }

  private static Map<String, Object> side(Optional<String> value, Location at) {
    Map<String, Object> tree = new LinkedHashMap<>();
    value.ifPresent(said -> tree.put("value", said));
    tree.put("source", at.source());
    if (at.hasLine()) {
      tree.put("line", at.line());
      tree.put("column", at.column());
    }
    return tree;
  }

  /** Returns {@code value}, a part of a written policy, on one line. */
  static String shown(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + nested(entry.getValue()))
          .reduce((one, other) -> one + ", " + other)
          .orElse("{}");
    }
    return value instanceof List<?> list
        ? list.stream().map(DiffTree::nested).toList().toString()
        : String.valueOf(value);
  }

  private static String nested(Object value) {
    return value instanceof Map<?, ?> ? "{" + shown(value) + "}" : shown(value);
  }
}
