package dev.avow.policy.document;

import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** Says what stands at a place, as a phrase for a message of one line. */
final class Found {

  /** Long enough for an image with a digest; a certificate in a message helps nobody. */
  private static final int LONGEST = 200;

  private Found() {}

  static String phrase(@Nullable Node node) {
    if (node == null) {
      return "is not set";
    }
    if (node instanceof Scalar scalar) {
      return switch (scalar.kind()) {
        case NULL -> "is null";
        case TEXT -> "is \"" + line(scalar.text()) + "\"";
        default -> "is " + line(scalar.text());
      };
    }
    if (node instanceof Sequence list) {
      return list.items().isEmpty() ? "is an empty list" : "is a list";
    }
    return ((Mapping) node).size() == 0 ? "is an empty mapping" : "is a mapping";
  }

  private static String line(String text) {
    int end = text.length();
    if (text.codePointCount(0, end) > LONGEST) {
      end = text.offsetByCodePoints(0, LONGEST);
    }
    int lineEnd = Math.min(indexOf('\n', text), indexOf('\r', text));
    end = Math.min(end, lineEnd);
    return end < text.length() ? text.substring(0, end) + "…" : text;
  }

  private static int indexOf(char character, String text) {
    int at = text.indexOf(character);
    return at < 0 ? text.length() : at;
  }
}
