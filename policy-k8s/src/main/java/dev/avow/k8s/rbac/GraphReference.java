package dev.avow.k8s.rbac;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Field;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows expressions that take nothing but a name or namespace of another object in the graph:
 * <code>${role.metadata.name}</code>.
 */
final class GraphReference {

  private static final Pattern FORM =
      Pattern.compile("\\$\\{\\s*([A-Za-z][A-Za-z0-9]*)\\.metadata\\.(name|namespace)\\s*}");

  /** Each step leads to another object; longer ways than this are circles. */
  private static final int MOST_STEPS = 8;

  private GraphReference() {}

  /** Returns the field that says what {@code field} will be: itself, unless it refers to one. */
  static Field follow(Field field, PlacedObject placed) {
    Field there = field;
    for (int step = 0; step < MOST_STEPS && !placed.graph().isEmpty(); step++) {
      Optional<Field> next = referred(there, placed);
      if (next.isEmpty()) {
        return there;
      }
      there = next.get();
    }
    return there;
  }

  private static Optional<Field> referred(Field field, PlacedObject placed) {
    Matcher reference = FORM.matcher(field.text().orElse(""));
    if (!reference.matches()) {
      return Optional.empty();
    }
    return resources(placed)
        .flatMap(
            resources ->
                resources.items().stream()
                    .filter(item -> item.field("id").is(reference.group(1)).holds())
                    .findFirst())
        .map(item -> item.field("template").field("metadata").field(reference.group(2)))
        .filter(Field::isPresent);
  }

  /** An object of a graph is the template of one of the graph's resources. */
  private static Optional<Field> resources(PlacedObject placed) {
    return placed.object().place().parent().flatMap(Field::parent);
  }
}
