package dev.avow.policy;

import dev.avow.policy.PolicyChange.Effect;
import dev.avow.policy.PolicyChange.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same place in two policies.
 *
 * @param path the path by names
 * @param pattern the path with names left out, by which orders are known
 * @param before the place in the former policy
 * @param after the place in the later policy
 */
record DiffPlace(String path, String pattern, DiffSide before, DiffSide after) {

  DiffPlace step(String key) {
    return new DiffPlace(
        path.isEmpty() ? key : path + "." + key,
        NamedItems.step(pattern, key),
        before.step(key),
        after.step(key));
  }

  DiffPlace item(String name, DiffSide one, DiffSide other) {
    return new DiffPlace(path + "." + name, pattern + "[]", one, other);
  }

  PolicyChange changed(Effect effect) {
    return change(Kind.CHANGED, effect, shown(before.value()), shown(after.value()));
  }

  /** Returns the change of a whole item, which one of the policies does not have. */
  PolicyChange item(Effect effect) {
    Kind kind = before.value() == null ? Kind.ADDED : Kind.REMOVED;
    return change(kind, effect, shown(before.value()), shown(after.value()));
  }

  PolicyChange change(Kind kind, Effect effect, @Nullable String formerly, @Nullable String later) {
    return new PolicyChange(path, kind, effect, formerly, later, before.at(), after.at());
  }

  /** What has one field only is shown as its short form. */
  private static @Nullable String shown(@Nullable Object value) {
    if (value instanceof Map<?, ?> map && map.size() == 1) {
      return DiffTree.shown(map.values().iterator().next());
    }
    return value == null ? null : DiffTree.shown(value);
  }
}
