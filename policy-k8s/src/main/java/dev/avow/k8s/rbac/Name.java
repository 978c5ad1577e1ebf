package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as it is written, which may be an expression.
 *
 * @param text the name, or the expression
 * @param within what an expression must stand in to mean the same: a graph, or a file; empty for a
 *     plain name
 */
public record Name(String text, String within) implements Serializable {

  private static final Pattern AROUND = Pattern.compile("(?s)(.*?)(?:\\$\\{|\\{\\{).*}([^}]*)");

  /** Returns the plain name {@code text}. */
  public static Name of(String text) {
    return new Name(text, "");
  }

  /** An expression that takes the name of another object of the same graph is that name. */
  static Name of(Field field, PlacedObject placed) {
    Field written = GraphReference.follow(field, placed);
    String text = written.text().orElse("");
    if (!written.isUnresolved()) {
      return of(text);
    }
    boolean alone = placed.graph().isEmpty();
    String whole = alone ? placed.object().location().source() : placed.graph();
    return new Name(text.isEmpty() ? written.path() : text, whole);
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
      boolean mayBe = other.isOpen() || mayBe(other.text());
      return mayBe ? Match.unknown("the value of " + text) : Match.of(false);
    }
    return other.isOpen() ? other.is(this) : Match.of(false);
  }

  /** What stands around the expressions is part of the name in any case. */
  private boolean mayBe(String name) {
    Matcher around = AROUND.matcher(text);
    return !around.matches()
        || (name.startsWith(around.group(1))
            && name.endsWith(around.group(2))
            && name.length() >= around.group(1).length() + around.group(2).length());
  }

  /** Returns the text. */
  @Override
  public String toString() {
    return text;
  }
}
