package dev.avow.k8s.network;

import java.io.Serializable;

/** The namespace that an object is in, as far as it is known. */
public sealed interface Residence extends Serializable {

  /**
   * A namespace known by name.
   *
   * @param namespace its name
   */
  record In(String namespace) implements Residence {}

  /**
   * A namespace that something else decides later.
   *
   * @param within what an expression must stand in to mean the same: the resource that holds it
   * @param expression the expression; empty for the namespace that a graph's instance is in
   */
  record Unresolved(String within, String expression) implements Residence {
    private String missing() {
      return expression.isEmpty()
          ? "the namespace of the instance of " + within
          : "the namespace " + expression;
    }
  }

  /** The cluster itself: the object concerns every namespace. */
  record Cluster() implements Residence {}

  /** Returns whether an object here concerns one in {@code other}. */
  default Match reaches(Residence other) {
    if (this instanceof Cluster || equals(other)) {
      return Match.of(true);
    }
    if (this instanceof Unresolved unresolved) {
      return Match.unknown(unresolved.missing());
    }
    return other instanceof Unresolved unresolved
        ? Match.unknown(unresolved.missing())
        : Match.of(false);
  }
}
