/**
 * Expressions in the Common Expression Language, as trees of our own.
 *
 * <p>The only package that knows {@code dev.cel}, which may be absent; it knows nothing of
 * Kubernetes.
 */
@NullMarked
package dev.avow.k8s.cel;

import org.jspecify.annotations.NullMarked;
