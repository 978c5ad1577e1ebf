package dev.avow.policy.document;

import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Sequence;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what stands at a place, as a phrase for a message of one line. */
final class Found {

  /** Long enough for an image with a digest; a certificate in a message helps nobody. */
  private static final int LONGEST = 200;

  /** A list with more items is counted, not shown. */
  private static final int MOST_ITEMS = 3;

  /** A list that takes more characters is counted, not shown. */
  private static final int LONGEST_LIST = 60;

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
      return list(list.items());
    }
    return ((Mapping) node).size() == 0 ? "is an empty mapping" : "is a mapping";
  }

  private static String list(List<Node> items) {
    if (items.isEmpty()) {
      return "is an empty list";
    }
    if (items.size() <= MOST_ITEMS && items.stream().allMatch(Found::isPlainText)) {
      String shown =
          items.stream()
              .map(item -> "\"" + ((Scalar) item).text() + "\"")
              .collect(Collectors.joining(", ", "[", "]"));
      if (shown.codePointCount(0, shown.length()) <= LONGEST_LIST) {
        return "is " + shown;
      }
    }
    return "is a list of " + items.size();
  }

  /** Returns whether {@code item} is a text of one line. */
  private static boolean isPlainText(Node item) {
    return item instanceof Scalar scalar
        && scalar.kind() == Kind.TEXT
        && line(scalar.text()).equals(scalar.text());
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
