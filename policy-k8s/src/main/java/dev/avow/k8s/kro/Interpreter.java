package dev.avow.k8s.kro;

import dev.avow.k8s.cel.Expr;
import dev.avow.k8s.cel.Expr.Call;
import dev.avow.k8s.cel.Expr.Entries;
import dev.avow.k8s.cel.Expr.Entry;
import dev.avow.k8s.cel.Expr.Items;
import dev.avow.k8s.cel.Expr.Kind;
import dev.avow.k8s.cel.Expr.Literal;
import dev.avow.k8s.cel.Expr.Name;
import dev.avow.k8s.cel.Expr.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what an expression may come to be. */
final class Interpreter {

  /** What stands for something in every expression. */
  interface Globals {
    /** Returns what {@code name} stands for; null if nothing is called so. */
    @Nullable Value find(String name);
  }

  private final Globals globals;
  private final Parts parts;
  private final Effort effort;
  private final Macros macros;
  private final Functions functions;

  Interpreter(Globals globals, Parts parts, Effort effort) {
    this.globals = globals;
    this.parts = parts;
    this.effort = effort;
    this.macros = new Macros(this, parts);
    this.functions = new Functions(parts);
  }

  /** Returns what {@code expression} may come to be where {@code scope} is bound. */
  Value value(Expr expression, Scope scope) {
    effort.step();
    if (expression instanceof Literal literal) {
      return literal.kind() == Kind.TEXT ? new Value.Constant(literal.text()) : Value.PUBLIC;
    }
    if (expression instanceof Name name) {
      return named(name.name(), scope);
    }
    if (expression instanceof Select select) {
      return parts.select(value(select.operand(), scope), Step.to(select.field()));
    }
    if (expression instanceof Items list) {
      List<Value> items = values(list.items(), scope);
      return list.areAllThere() ? new Value.Items(items) : new Value.Each(Value.either(items));
    }
    return expression instanceof Entries map ? map(map, scope) : call((Call) expression, scope);
  }

  List<Value> values(List<Expr> all, Scope scope) {
    List<Value> values = new ArrayList<>(all.size());
    all.forEach(each -> values.add(value(each, scope)));
    return values;
  }

  private Value named(String name, Scope scope) {
    Value known = find(name, scope);
    return known == null
        ? new Value.Unknown("a definition of " + name + ", to which an expression refers")
        : known;
  }

  private @Nullable Value find(String name, Scope scope) {
    boolean onlyGlobal = name.startsWith(".");
    Value bound = onlyGlobal ? null : scope.find(name);
    return bound == null ? globals.find(onlyGlobal ? name.substring(1) : name) : bound;
  }

  private Value map(Entries map, Scope scope) {
    Map<String, Value> known = new LinkedHashMap<>();
    List<Value> keys = new ArrayList<>();
    List<Value> rest = new ArrayList<>();
    for (Entry entry : map.entries()) {
      Value value = value(entry.value(), scope);
      Value key = value(entry.key(), scope);
      if (key instanceof Value.Constant constant) {
        known.put(constant.text(), value);
      } else {
        keys.add(key);
        rest.add(value);
      }
    }
    return new Value.Fields(known, Value.either(keys), Value.either(rest));
  }

  private Value call(Call call, Scope scope) {
    Value macro = macros.expand(call, scope);
    if (macro != null) {
      return macro;
    }
    String function = call.function();
    if (function.equals("_[_]") || function.equals("_[?_]") || function.equals("_?._")) {
      return index(call, scope);
    }
    List<Value> arguments = new ArrayList<>();
    if (call.target().isPresent()) {
      String library = library(call.target().get(), function, scope);
      if (library.isEmpty()) {
        arguments.add(value(call.target().get(), scope));
      }
      function = library + function;
    }
    arguments.addAll(values(call.arguments(), scope));
    return functions.apply(function, call, arguments);
  }

  /** Returns the library that {@code target} names, with a dot behind it; empty if it is none. */
  private String library(Expr target, String function, Scope scope) {
    if (!(target instanceof Name name) || scope.find(name.name()) != null) {
      return "";
    }
    String library = name.name() + ".";
    boolean known = Effect.isOfLibrary(library + function);
    return known || globals.find(name.name()) == null ? library : "";
  }

  private Value index(Call call, Scope scope) {
    List<Value> operands = values(call.arguments(), scope);
    if (operands.size() != 2) {
      return Value.mixed(operands);
    }
    Value key = operands.get(1);
    Value there = parts.select(operands.get(0), step(call.arguments().get(1), key));
    return key instanceof Value.Constant ? there : Value.either(List.of(there, Value.faint(key)));
  }

  private static Step step(Expr written, Value key) {
    if (key instanceof Value.Constant constant) {
      return Step.to(constant.text());
    }
    boolean place = written instanceof Literal literal && literal.kind() == Kind.INTEGER;
    if (!place) {
      return Step.ANY;
    }
    String digits = ((Literal) written).text();
    return digits.length() < 9 && !digits.startsWith("-")
        ? Step.to(Integer.parseInt(digits))
        : Step.ANY;
  }
}
