package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Field;
import java.io.Serializable;

/**
 * A name as it is written, which may be an expression.
 *
 * @param text the name, or the expression
 * @param within what an expression must stand in to mean the same: a graph, or a file; empty for a
 *     plain name
 */
public record Name(String text, String within) implements Serializable {

  /** Returns the plain name {@code text}. */
  public static Name of(String text) {
    return new Name(text, "");
  }

  static Name of(Field field, PlacedObject placed) {
    String text = field.text().orElse("");
    if (!field.isUnresolved()) {
      return of(text);
    }
    boolean alone = placed.graph().isEmpty();
    String whole = alone ? placed.object().location().source() : placed.graph();
    return new Name(text.isEmpty() ? field.path() : text, whole);
  }

  /** Returns whether it is an expression. */
  public boolean isOpen() {
    return !within.isEmpty();
  }

  /** Returns whether it comes to be the same as {@code other}. */
  public Match is(Name other) {
    if (equals(other)) {
      return Match.of(true);
    }
    if (isOpen()) {
      return Match.unknown("the value of " + text);
    }
    return other.isOpen() ? other.is(this) : Match.of(false);
  }

  /** Returns the text. */
  @Override
  public String toString() {
    return text;
  }
}
