package dev.avow.k8s.cel;

/** What came of reading an expression. */
public sealed interface Parsed {

  /**
   * It can be read.
   *
   * @param expression what it says
   */
  record Tree(Expr expression) implements Parsed {}

  /**
   * It cannot.
   *
   * @param missing what it would take, as a noun phrase, which quotes nothing of the expression
   */
  record Unreadable(String missing) implements Parsed {}
}
