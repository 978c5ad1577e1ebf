/** The way in: Kubernetes resources are evaluated against a policy. */
@NullMarked
package dev.avow.k8s;

import org.jspecify.annotations.NullMarked;
