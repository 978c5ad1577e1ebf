package dev.avow.k8s.rule;

import dev.avow.k8s.rbac.AppliedKind;
import java.io.Serializable;

/**
 * A kind that has to do with a graph.
 *
 * @param isInstance whether it is the one that the graph defines, not one that it holds
 * @param kind the kind
 * @param goesWithInstance whether its objects are in the namespace of the instance
 */
record GraphPart(boolean isInstance, AppliedKind kind, boolean goesWithInstance)
    implements Serializable {

  /** Returns the kind, its objects being where an instance in {@code namespace} has them. */
  AppliedKind placed(String namespace) {
    return goesWithInstance || isInstance ? kind.in(namespace) : kind;
  }
}
