package dev.avow.k8s.kro;

import dev.avow.k8s.cel.Expr;
import dev.avow.k8s.cel.Expr.Call;
import dev.avow.k8s.cel.Expr.Entries;
import dev.avow.k8s.cel.Expr.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is written like a call and binds variables, or looks only whether something is there. */
final class Macros {

  private final Interpreter interpreter;
  private final Parts parts;

  Macros(Interpreter interpreter, Parts parts) {
    this.interpreter = interpreter;
    this.parts = parts;
  }

  /** Returns what {@code call} may come to be; null if it is no macro. */
  @Nullable Value expand(Call call, Scope scope) {
    List<Expr> arguments = call.arguments();
    if (call.target().isEmpty()) {
      return call.function().equals("has") && arguments.size() == 1 ? has(arguments, scope) : null;
    }
    Expr target = call.target().get();
    if (isName(target, "cel") && call.function().equals("bind") && arguments.size() == 3) {
      return bind(arguments.get(0), arguments.get(1), arguments.get(2), scope);
    }
    if (isName(target, "runtime") && call.function().equals("newCondition")) {
      return condition(arguments, scope);
    }
    return loop(target, call.function(), arguments, scope);
  }

  private @Nullable Value loop(Expr over, String function, List<Expr> arguments, Scope scope) {
    int size = arguments.size();
    return switch (function) {
      case "all", "exists", "existsOne", "exists_one" ->
          size == 2 || size == 3 ? tests(new Round(over, arguments, size - 1, scope)) : null;
      case "filter" -> size == 2 ? filter(new Round(over, arguments, 1, scope)) : null;
      case "sortBy" -> size == 2 ? sort(new Round(over, arguments, 1, scope)) : null;
      case "map" -> size == 2 || size == 3 ? map(new Round(over, arguments, 1, scope)) : null;
      case "transformList", "transformMap", "transformMapEntry" ->
          size == 3 || size == 4 ? transform(function, new Round(over, arguments, 2, scope)) : null;
      case "optMap", "optFlatMap" ->
          size == 2 ? bind(arguments.get(0), over, arguments.get(1), scope) : null;
      default -> null;
    };
  }

  private Value has(List<Expr> arguments, Scope scope) {
    interpreter.values(arguments, scope);
    return Value.PUBLIC;
  }

  private @Nullable Value bind(Expr variable, Expr initial, Expr body, Scope scope) {
    return variable instanceof Name name
        ? interpreter.value(body, scope.with(name.name(), interpreter.value(initial, scope)))
        : null;
  }

  /** The keys of a condition are bare words, which name nothing. */
  private @Nullable Value condition(List<Expr> arguments, Scope scope) {
    if (arguments.size() != 1 || !(arguments.get(0) instanceof Entries map)) {
      return null;
    }
    return Value.mixed(
        map.entries().stream().map(entry -> interpreter.value(entry.value(), scope)).toList());
  }

  private @Nullable Value tests(Round round) {
    return round.isOne() ? Value.faint(round.last()) : null;
  }

  private @Nullable Value filter(Round round) {
    if (!round.isOne()) {
      return null;
    }
    Value kept = new Value.Each(round.loop().single());
    return Value.either(List.of(kept, Value.faint(round.last())));
  }

  private @Nullable Value sort(Round round) {
    return round.isOne()
        ? Value.either(List.of(new Value.Each(round.loop().single()), Value.faint(round.last())))
        : null;
  }

  private @Nullable Value map(Round round) {
    return round.isOne() ? round.conditioned(new Value.Each(round.last())) : null;
  }

  private @Nullable Value transform(String function, Round round) {
    if (!round.isOne()) {
      return null;
    }
    Value body = round.last();
    return round.conditioned(
        switch (function) {
          case "transformList" -> new Value.Each(body);
          case "transformMap" -> new Value.Fields(Map.of(), round.loop().key(), body);
          default -> body;
        });
  }

  private static boolean isName(Expr expression, String name) {
    return expression instanceof Name written && written.name().equals(name);
  }

  /** One round of a loop: its variables are bound, and what it says of them is known. */
  private final class Round {

    private final List<Expr> arguments;
    private final int variables;
    private final Loop loop;
    private final Scope inside;

    Round(Expr over, List<Expr> arguments, int variables, Scope scope) {
      this.arguments = arguments;
      this.variables = variables;
      this.loop = parts.loop(interpreter.value(over, scope));
      this.inside = bound(scope);
    }

    private Scope bound(Scope scope) {
      return variables == 1
          ? scope.with(variable(0).orElse(""), loop.single())
          : scope
              .with(variable(0).orElse(""), loop.key())
              .with(variable(1).orElse(""), loop.element());
    }

    private Optional<String> variable(int index) {
      return arguments.get(index) instanceof Name name
          ? Optional.of(name.name())
          : Optional.empty();
    }

    /** Returns whether it is one: its variables are names. */
    boolean isOne() {
      return variable(0).isPresent() && (variables == 1 || variable(1).isPresent());
    }

    Loop loop() {
      return loop;
    }

    /** Returns what the last argument comes to be. */
    Value last() {
      return interpreter.value(arguments.get(arguments.size() - 1), inside);
    }

    /** Returns {@code result} of the rounds that a condition, if there is one, lets through. */
    Value conditioned(Value result) {
      return arguments.size() == variables + 2
          ? Value.either(
              List.of(result, Value.faint(interpreter.value(arguments.get(variables), inside))))
          : result;
    }
  }
}
