package dev.avow.k8s.kro;

import org.jspecify.annotations.Nullable;

/**
 * The variables that an expression has bound, the innermost first; one hides another of its name.
 *
 * @param name the variable; empty for none
 * @param value what it stands for
 * @param outer the variables around it; null for none
 */
record Scope(String name, Value value, @Nullable Scope outer) {

  static final Scope NONE = new Scope("", Value.PUBLIC, null);

  Scope with(String variable, Value of) {
    return new Scope(variable, of, this);
  }

  /** Returns what {@code variable} stands for; null if nothing here is called so. */
  @Nullable Value find(String variable) {
    for (Scope here = this; here != null; here = here.outer) {
      if (!here.name.isEmpty() && here.name.equals(variable)) {
        return here.value;
      }
    }
    return null;
  }
}
