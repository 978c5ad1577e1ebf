/**
 * What Kubernetes rules are asked about, how rules over several resources are declared, and the
 * rules that come with Avow.
 *
 * <p>Built on manifests and workloads; it knows nothing of how an evaluator runs.
 */
@NullMarked
package dev.avow.k8s.rule;

import org.jspecify.annotations.NullMarked;
