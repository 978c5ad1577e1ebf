package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sentence kept as template and arguments, rendered when asked for.
 *
 * <p>Hundreds of thousands of findings share a few templates, so that keeping them costs little,
 * and a tool can group what says the same. A template marks its arguments by name in braces: {@code
 * "{found} is below {minimum}"}.
 *
 * @param template the sentence with its marks
 * @param arguments what stands at each mark, in order
 */
public record Message(String template, List<String> arguments)
    implements Comparable<Message>, Serializable {

  private static final Comparator<Message> ORDER =
      Comparator.comparing(Message::text)
          .thenComparing(Message::template)
          .thenComparing(Message::arguments, Order.ofLists());

  /** Creates a message; the list is copied, and an argument too many or too few is refused. */
  public Message {
    arguments = List.copyOf(arguments);
    int marks = marks(template).size();
    if (!arguments.isEmpty() && marks != arguments.size()) {
      throw new IllegalArgumentException(
          "\"%s\" has %d marks but %d arguments were given"
              .formatted(template, marks, arguments.size()));
    }
  }

  /** Returns a message without arguments; braces in it are ordinary characters. */
  public static Message literal(String text) {
    return new Message(text, List.of());
  }

  /** Returns {@code template} with each mark replaced by what {@code values} says of its name. */
  public static Message of(String template, UnaryOperator<String> values) {
    return new Message(template, marks(template).stream().map(values).toList());
  }

  /** Returns the names marked in {@code template}, in order, repeated ones repeated. */
  public static List<String> marks(String template) {
    List<String> names = new ArrayList<>();
    int open = template.indexOf('{');
    while (open >= 0) {
      int close = template.indexOf('}', open);
      if (close < 0) {
        break;
      }
      names.add(template.substring(open + 1, close));
      open = template.indexOf('{', close);
    }
    return names;
  }

  /** Returns the sentence. */
  public String text() {
    if (arguments.isEmpty()) {
      return template;
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (String argument : arguments) {
      int open = template.indexOf('{', from);
      text.append(template, from, open).append(argument);
      from = template.indexOf('}', open) + 1;
    }
    return text.append(template, from, template.length()).toString();
  }

  @Override
  public int compareTo(Message other) {
    return ORDER.compare(this, other);
  }

  /** Returns the sentence. */
  @Override
  public String toString() {
    return text();
  }
}
