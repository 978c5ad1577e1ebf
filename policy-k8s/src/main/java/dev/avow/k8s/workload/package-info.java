/**
 * Typed views of what runs: where every kind keeps its pod, what a container's effective settings
 * are.
 *
 * <p>Views read through {@link dev.avow.policy.document.Field} and judge nothing; rules ask them.
 */
@NullMarked
package dev.avow.k8s.workload;

import org.jspecify.annotations.NullMarked;
