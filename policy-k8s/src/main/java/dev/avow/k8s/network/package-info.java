/**
 * Who selects whom, and which pods a network policy isolates, by Kubernetes' own semantics.
 *
 * <p>Values that travel as facts. Whatever hangs on an expression is unknown and says on which.
 */
@NullMarked
package dev.avow.k8s.network;

import org.jspecify.annotations.NullMarked;
