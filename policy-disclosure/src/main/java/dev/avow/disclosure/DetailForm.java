package dev.avow.disclosure;

import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node;
import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a detail of a fact is written: as any plain value, which is kept as its text. */
final class DetailForm implements Form<String> {

  @Override
  public Optional<String> read(Field field, Problems problems) {
    Optional<Node> node = field.node();
    if (node.isPresent() && node.get() instanceof Scalar scalar && scalar.kind() != Kind.NULL) {
      return Optional.of(scalar.text());
    }
    problems.mismatch(field, "be a text");
    return Optional.empty();
  }

  @Override
  public Object write(String value) {
    return value;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", List.of("string", "number", "boolean"));
  }
}
