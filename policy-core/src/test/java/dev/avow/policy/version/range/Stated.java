package dev.avow.policy.version.range;

import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Scalar;
import java.util.stream.Collectors;

/** What stands in a document, as one text. */
final class Stated {

  private Stated() {}

  static String text(Field field) {
    if (field.isList()) {
      return field.items().stream().map(Stated::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (field.isMapping()) {
      return field.fields().stream()
          .map(child -> child.name() + "=" + text(child))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return ((Scalar) field.node().orElseThrow()).text();
  }
}
