package dev.avow.policy.document;

import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Span;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Values that say by a tag what they are.
 *
 * <p>As Kubernetes has it: YAML's own tags are heeded whether or not the value is quoted, and a tag
 * of somebody else's makes a text. Nothing is ever instantiated.
 */
final class Tags {

  private static final String YAML = "tag:yaml.org,2002:";

  private final Schema schema;

  Tags(Schema schema) {
    this.schema = schema;
  }

  static boolean isMerge(String tag) {
    return tag.equals(YAML + "merge");
  }

  /** Returns {@code text} as {@code tag} wants it, or null if it is nothing of the kind. */
  @Nullable Scalar resolve(String tag, String text, Span span) {
    if (!tag.startsWith(YAML)) {
      return Values.text(text, span);
    }
    return switch (tag.substring(YAML.length())) {
      case "null" -> only(Kind.NULL, schema.resolve(text, span));
      case "bool" -> only(Kind.FLAG, schema.resolve(text, span));
      case "int" -> only(Kind.INTEGER, schema.resolve(text, span));
      case "float" -> decimal(schema.resolve(text, span));
      case "binary" -> binary(text, span);
      default -> Values.text(text, span);
    };
  }

  private static @Nullable Scalar only(Kind kind, Scalar scalar) {
    return scalar.kind() == kind ? scalar : null;
  }

  private static @Nullable Scalar decimal(Scalar scalar) {
    return scalar.kind() == Kind.INTEGER && scalar.value() instanceof Long number
        ? Values.decimal(number.doubleValue(), scalar.text(), scalar.span())
        : only(Kind.DECIMAL, scalar);
  }

  private static @Nullable Scalar binary(String text, Span span) {
    String digits = text.replace("\n", "").replace("\r", "");
    if (digits.length() % 4 != 0) {
      return null;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(digits);
      return Values.text(new String(bytes, StandardCharsets.UTF_8), span);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
