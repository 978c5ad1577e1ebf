/**
 * Who may do what in a cluster: roles, bindings and what they come to, by Kubernetes' own
 * semantics.
 *
 * <p>Values that travel as facts, and {@link dev.avow.k8s.rbac.AccessModel}, which answers
 * questions about them. What hangs on an expression, or on a role that was not given, is unknown
 * and says on what.
 */
@NullMarked
package dev.avow.k8s.rbac;

import org.jspecify.annotations.NullMarked;
