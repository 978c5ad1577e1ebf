package dev.avow.policy.repository;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Check.Answer;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The condition of a job or a step, as far as it follows from the event; whatever else it asks
 * leaves it unknown.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions">expressions</a>
 */
final class Condition {

  private static final int DEEPEST = 50;

  private final List<String> tokens;
  private final Event event;
  private int at;
  private int depth;

  private Condition(List<String> tokens, Event event) {
    this.tokens = tokens;
    this.event = event;
  }

  /** Returns a check that {@code condition} holds on {@code event}; none always holds. */
  static Check check(Field condition, Event event) {
    if (!condition.isPresent()) {
      return Check.of(true, condition);
    }
    String text =
        condition.node().map(node -> node instanceof Scalar scalar ? scalar.text() : "").orElse("");
    String inner = text.strip();
    if (inner.startsWith("${{") && inner.endsWith("}}")) {
      inner = inner.substring(3, inner.length() - 2);
    }
    Condition parser = new Condition(tokens(inner), event);
    Answer answer = parser.either();
    if (answer == Answer.UNKNOWN || parser.at < parser.tokens.size()) {
      return Check.unknown("whether " + condition.path() + " holds on " + event.words(), condition);
    }
    return Check.of(answer == Answer.HOLDS, condition);
  }

  /** Returns whether {@code condition} lets something run whatever has failed before. */
  static boolean heedsNoFailure(Field condition) {
    List<String> tokens = tokens(condition.text().orElse(""));
    boolean asks =
        tokens.stream().anyMatch(it -> it.endsWith(".outcome") || it.endsWith(".result"));
    return !asks && tokens.stream().anyMatch(Set.of("always", "failure", "cancelled")::contains);
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (c == '\'') {
        end = text.indexOf('\'', at + 1);
        end = end < 0 ? text.length() : end + 1;
      } else if (isName(c)) {
        while (end < text.length() && isName(text.charAt(end))) {
          end++;
        }
      } else if (text.startsWith("&&", at) || text.startsWith("||", at)) {
        end = at + 2;
      } else if (text.startsWith("==", at) || text.startsWith("!=", at)) {
        end = at + 2;
      }
      if (!Character.isWhitespace(c)) {
        tokens.add(text.substring(at, end));
      }
      at = end;
    }
    return tokens;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private boolean take(String token) {
    boolean there = peek().equals(token);
    at += there ? 1 : 0;
    return there;
  }

  private Answer either() {
    Answer answer = both();
    while (take("||")) {
      Answer other = both();
      answer =
          answer == Answer.HOLDS || other == Answer.HOLDS ? Answer.HOLDS : weaker(answer, other);
    }
    return answer;
  }

  private Answer both() {
    Answer answer = not();
    while (take("&&")) {
      Answer other = not();
      answer =
          answer == Answer.FAILS || other == Answer.FAILS ? Answer.FAILS : weaker(answer, other);
    }
    return answer;
  }

  private static Answer weaker(Answer one, Answer other) {
    return one == other ? one : Answer.UNKNOWN;
  }

  private Answer not() {
    if (!take("!")) {
      return compared();
    }
    Answer answer = deeper(this::not);
    return switch (answer) {
      case HOLDS -> Answer.FAILS;
      case FAILS -> Answer.HOLDS;
      case UNKNOWN -> Answer.UNKNOWN;
    };
  }

  private Answer deeper(Supplier<Answer> inner) {
    if (++depth > DEEPEST) {
      at = tokens.size();
      return Answer.UNKNOWN;
    }
    Answer answer = inner.get();
    depth--;
    return answer;
  }

  private Answer compared() {
    if (take("(")) {
      Answer inner = deeper(this::either);
      take(")");
      return inner;
    }
    String left = peek();
    at++;
    if (take("(")) {
      return called(left);
    }
    boolean equal = peek().equals("==");
    if (!equal && !peek().equals("!=")) {
      return left.equals("true")
          ? Answer.HOLDS
          : left.equals("false") ? Answer.FAILS : Answer.UNKNOWN;
    }
    at++;
    Optional<String> one = value(left);
    Optional<String> other = value(peek());
    at++;
    if (one.isEmpty() || other.isEmpty()) {
      return Answer.UNKNOWN;
    }
    // Expressions compare texts without regard to case.
    return one.get().equalsIgnoreCase(other.get()) == equal ? Answer.HOLDS : Answer.FAILS;
  }

  private Answer called(String function) {
    int open = 1;
    while (open > 0 && at < tokens.size()) {
      open += peek().equals("(") ? 1 : peek().equals(")") ? -1 : 0;
      at++;
    }
    return switch (function) {
      case "always", "success" -> Answer.HOLDS;
      case "failure", "cancelled" -> Answer.FAILS;
      default -> Answer.UNKNOWN;
    };
  }

  private Optional<String> value(String token) {
    if (token.length() >= 2 && token.startsWith("'") && token.endsWith("'")) {
      return Optional.of(token.substring(1, token.length() - 1));
    }
    return switch (token) {
      case "github.event_name" -> Optional.of(event.name());
      case "github.ref" -> Optional.of(event.ref()).filter(ref -> !ref.isEmpty());
      case "github.ref_name" ->
          Optional.of(event.branch()).filter(branch -> !event.ref().isEmpty());
      case "true", "false" -> Optional.of(token);
      default -> Optional.empty();
    };
  }
}
