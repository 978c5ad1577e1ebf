package dev.avow.k8s.secret;

/**
 * That there is a credential, and of which kind: never what it is.
 *
 * @param kind what it is, as a phrase: {@code a private key}
 * @param where where in a longer text it stands, as a phrase: {@code at db.password}; empty where
 *     it is all there is
 */
public record Credential(String kind, String where) {

  static Credential of(String kind) {
    return new Credential(kind, "");
  }

  Credential at(String place) {
    return new Credential(kind, where.isEmpty() ? place : place + ", " + where);
  }

  /** Returns the kind and the place. */
  @Override
  public String toString() {
    return where.isEmpty() ? kind : kind + " " + where;
  }
}
