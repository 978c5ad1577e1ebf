/**
 * Who selects whom, which pods network policies isolate, and who may reach whom, by Kubernetes' own
 * semantics; {@link dev.avow.k8s.network.NetworkModel} is the way in.
 *
 * <p>Values that travel as facts. Whatever hangs on an expression is unknown and says on which.
 */
@NullMarked
package dev.avow.k8s.network;

import org.jspecify.annotations.NullMarked;
