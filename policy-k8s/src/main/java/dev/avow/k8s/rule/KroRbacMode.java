package dev.avow.k8s.rule;

/** How kro is allowed to create what graphs hold; {@code rbac.mode} of its chart. */
public enum KroRbacMode {
  /** It is not known. */
  UNKNOWN,
  /** It may create anything, so that whoever writes a graph may. */
  UNRESTRICTED,
  /** It may create what ClusterRoles add to its own, one by one. */
  AGGREGATION
}
