package dev.avow.k8s.rule;

/** How a graph comes into a cluster. */
public enum DeployMode {
  /** Its client applies each of its resources itself. */
  DIRECT,
  /** Its client writes the definition and an instance of it, and kro applies the resources. */
  KRO
}
