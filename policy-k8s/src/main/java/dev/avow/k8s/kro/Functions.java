package dev.avow.k8s.kro;

import dev.avow.k8s.cel.Expr;
import dev.avow.k8s.cel.Expr.Call;
import dev.avow.k8s.cel.Expr.Kind;
import dev.avow.k8s.cel.Expr.Literal;
import java.util.ArrayList;
import java.util.List;

/** What functions and operators make of what they are given. */
final class Functions {

  private final Parts parts;

  Functions(Parts parts) {
    this.parts = parts;
  }

  /**
   * Returns what comes out.
   *
   * @param function its name, with its library before it
   * @param call the call as it is written
   * @param given what it is called on, if anything, and its arguments
   */
  Value apply(String function, Call call, List<Value> given) {
    return switch (function) {
      case "_?_:_" -> chosen(given);
      case "_==_", "_!=_" -> compared(call, given);
      case "_+_" -> joined(given);
      case "@in", "_in_", "in" -> contained(given);
      case "lists.setAtIndex", "lists.insertAtIndex" -> put(given);
      case "runtime.condition", "condition" -> Value.PUBLIC;
      default -> byEffect(Effect.of(function), given);
    };
  }

  private Value byEffect(Effect effect, List<Value> given) {
    if (given.isEmpty()) {
      return Value.PUBLIC;
    }
    Value first = given.get(0);
    return switch (effect) {
      case NOTHING -> Value.PUBLIC;
      case FAINT -> Value.faint(Value.mixed(given));
      case SAME -> first;
      case ELEMENTS -> parts.isList(first) ? new Value.Each(parts.loop(first).single()) : first;
      case ELEMENT -> parts.loop(first).single();
      case ELEMENTS_OF_ELEMENTS -> new Value.Each(elementOfElement(first));
      case EITHER -> Value.either(given);
      case MIXED -> Value.mixed(given);
    };
  }

  private Value elementOfElement(Value list) {
    Value element = parts.loop(list).single();
    return parts.isList(element) ? parts.loop(element).single() : element;
  }

  /** Which of two it is tells of the condition. */
  private static Value chosen(List<Value> given) {
    List<Value> choices = new ArrayList<>(given.subList(1, given.size()));
    choices.add(Value.faint(given.get(0)));
    return Value.either(choices);
  }

  /** Whether something is there, or empty, tells nothing of what it is. */
  private static Value compared(Call call, List<Value> given) {
    boolean withNothing = call.arguments().stream().anyMatch(Functions::isNothing);
    return withNothing ? Value.PUBLIC : Value.faint(Value.mixed(given));
  }

  private static boolean isNothing(Expr expression) {
    if (expression instanceof Literal literal) {
      return literal.kind() == Kind.NULL
          || (literal.kind() == Kind.TEXT && literal.text().isEmpty());
    }
    return (expression instanceof Expr.Items list && list.items().isEmpty())
        || (expression instanceof Expr.Entries map && map.entries().isEmpty());
  }

  /** Lists that are put together are still lists; texts are no longer what they were. */
  private Value joined(List<Value> given) {
    if (given.stream().noneMatch(parts::isList)) {
      return Value.mixed(given);
    }
    return new Value.Each(
        Value.either(given.stream().map(each -> parts.loop(each).single()).toList()));
  }

  /** That a map has a key tells nothing of what stands under it. */
  private Value contained(List<Value> given) {
    if (given.size() != 2) {
      return Value.faint(Value.mixed(given));
    }
    Value keys = parts.isList(given.get(1)) ? given.get(1) : parts.loop(given.get(1)).key();
    return Value.faint(Value.mixed(List.of(given.get(0), keys)));
  }

  private Value put(List<Value> given) {
    Value last = given.get(given.size() - 1);
    return new Value.Each(Value.either(List.of(parts.loop(given.get(0)).single(), last)));
  }
}
