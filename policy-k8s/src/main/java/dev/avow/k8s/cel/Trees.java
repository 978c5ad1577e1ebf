package dev.avow.k8s.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes trees of our own of those of {@code dev.cel}. */
final class Trees {

  private static final int DEEPEST = 250;

  /** Chains of these may be long; they are one call with many arguments and not one within one. */
  private static final Set<String> CHAINS = Set.of("_+_", "_&&_", "_||_");

  /** Says that an expression has too many levels to be walked. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDeep() {
      super("the expression is too deep", null, false, false);
    }
  }

  private Trees() {}

  static Parsed of(CelExpr expression) {
    try {
      return new Parsed.Tree(tree(expression, 0));
    } catch (TooDeep tooDeep) {
      return new Parsed.Unreadable("an expression of at most " + DEEPEST + " levels");
    }
  }

  private static Expr tree(CelExpr expression, int depth) {
    if (depth > DEEPEST) {
      throw new TooDeep();
    }
    return switch (expression.getKind()) {
      case CONSTANT -> literal(expression.constant());
      case IDENT -> new Expr.Name(expression.ident().name());
      case SELECT ->
          new Expr.Select(
              tree(expression.select().operand(), depth + 1), expression.select().field());
      case CALL -> call(expression.call(), depth);
      case LIST ->
          new Expr.Items(
              trees(expression.list().elements(), depth),
              expression.list().optionalIndices().isEmpty());
      case MAP -> map(expression.map(), depth);
      case STRUCT -> struct(expression.struct(), depth);
      case COMPREHENSION, NOT_SET -> throw new IllegalStateException("no macro is expanded");
    };
  }

  private static List<Expr> trees(List<CelExpr> all, int depth) {
    return all.stream().map(each -> tree(each, depth + 1)).toList();
  }

  private static Expr literal(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> new Expr.Literal(Expr.Kind.TEXT, constant.stringValue());
      case INT64_VALUE ->
          new Expr.Literal(Expr.Kind.INTEGER, String.valueOf(constant.int64Value()));
      case BYTES_VALUE -> new Expr.Literal(Expr.Kind.TEXT, constant.bytesValue().toStringUtf8());
      case NULL_VALUE -> new Expr.Literal(Expr.Kind.NULL, "");
      default -> new Expr.Literal(Expr.Kind.OTHER, "");
    };
  }

  private static Expr call(CelExpr.CelCall call, int depth) {
    List<CelExpr> arguments =
        CHAINS.contains(call.function()) ? chain(call) : List.copyOf(call.args());
    Optional<Expr> target = call.target().map(each -> tree(each, depth + 1));
    return new Expr.Call(target, call.function(), trees(arguments, depth));
  }

  private static List<CelExpr> chain(CelExpr.CelCall call) {
    List<CelExpr> backwards = new ArrayList<>();
    CelExpr.CelCall here = call;
    while (true) {
      backwards.add(here.args().get(1));
      CelExpr before = here.args().get(0);
      boolean goesOn =
          before.getKind() == CelExpr.ExprKind.Kind.CALL
              && before.call().function().equals(call.function());
      if (!goesOn) {
        backwards.add(before);
        Collections.reverse(backwards);
        return backwards;
      }
      here = before.call();
    }
  }

  private static Expr map(CelExpr.CelMap map, int depth) {
    return new Expr.Entries(
        map.entries().stream()
            .map(each -> new Expr.Entry(tree(each.key(), depth + 1), tree(each.value(), depth + 1)))
            .toList());
  }

  private static Expr struct(CelExpr.CelStruct struct, int depth) {
    return new Expr.Entries(
        struct.entries().stream()
            .map(
                each ->
                    new Expr.Entry(
                        new Expr.Literal(Expr.Kind.TEXT, each.fieldKey()),
                        tree(each.value(), depth + 1)))
            .toList());
  }
}
