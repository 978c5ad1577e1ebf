package dev.avow.policy.version.lifecycle;

import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Scalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Values as their authors wrote them: a line 1.10 is a text, whatever YAML makes of it. */
final class Values {

  private Values() {}

  static Optional<String> text(Field field) {
    return field
        .node()
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .filter(scalar -> scalar.kind() != Kind.NULL && scalar.kind() != Kind.FLAG)
        .map(Scalar::text)
        .filter(text -> !text.isBlank());
  }

  static Optional<LocalDate> day(Field field) {
    try {
      return text(field).map(LocalDate::parse);
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}
