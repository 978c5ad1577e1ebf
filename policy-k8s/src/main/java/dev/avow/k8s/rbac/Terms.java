package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Match;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One list of a rule, such as its verbs, as far as it is known.
 *
 * @param values what is in it
 * @param missing what would have to be there to know all of it, a noun phrase; empty if nothing
 * @param location where it stands; where it has a wildcard, the place of the first one
 */
public record Terms(List<String> values, String missing, Location location)
    implements Serializable {

  /** What stands for all. */
  public static final String ALL = "*";

  /** Creates a list; the values are copied. */
  public Terms {
    values = List.copyOf(values);
  }

  /** Returns what is written at {@code list}; what is no text, Kubernetes refuses. */
  public static Terms of(Field list) {
    List<String> values = new ArrayList<>();
    Optional<Field> wildcard = Optional.empty();
    String missing = shape(list);
    for (Field item : list.items()) {
      Optional<String> text = item.text().filter(written -> !item.isUnresolved());
      text.ifPresent(values::add);
      if (text.isEmpty() && missing.isEmpty()) {
        missing = (item.isUnresolved() ? "the value of " : "a text at ") + item.path();
      }
      if (wildcard.isEmpty() && text.filter(Terms::isWildcard).isPresent()) {
        wildcard = Optional.of(item);
      }
    }
    return new Terms(values, missing, wildcard.orElse(list).location());
  }

  private static String shape(Field list) {
    if (list.isUnresolved()) {
      return "the value of " + list.path();
    }
    return list.isPresent() && !list.isList() ? "a list at " + list.path() : "";
  }

  private static boolean isWildcard(String text) {
    return text.equals(ALL) || text.startsWith("*/");
  }

  /** Returns whether nothing is written, so that nothing is restricted or granted by it. */
  public boolean isEmpty() {
    return values.isEmpty() && missing.isEmpty();
  }

  /** Returns whether it holds a wildcard: everything, or a subresource of everything. */
  public boolean hasWildcard() {
    return values.stream().anyMatch(Terms::isWildcard);
  }

  /** Returns whether one of the values is as {@code wanted} has it. */
  Match any(Predicate<String> wanted) {
    if (values.stream().anyMatch(wanted)) {
      return Match.of(true);
    }
    return missing.isEmpty() ? Match.of(false) : Match.unknown(missing);
  }
}
