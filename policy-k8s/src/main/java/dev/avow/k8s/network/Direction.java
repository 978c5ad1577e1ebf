package dev.avow.k8s.network;

/** A side on which network policies isolate pods: each is a question of its own. */
public enum Direction {
  /** What comes in. */
  INGRESS("Ingress", "ingress", "from"),
  /** What goes out. */
  EGRESS("Egress", "egress", "to");

  private final String type;
  private final String rules;
  private final String peers;

  Direction(String type, String rules, String peers) {
    this.type = type;
    this.rules = rules;
    this.peers = peers;
  }

  /** Returns its name in {@code policyTypes}. */
  public String type() {
    return type;
  }

  /** Returns the field of a policy that lists its rules. */
  public String rules() {
    return rules;
  }

  /** Returns the field of a rule that lists its peers. */
  public String peers() {
    return peers;
  }

  /** Returns the other side. */
  public Direction opposite() {
    return this == INGRESS ? EGRESS : INGRESS;
  }
}
