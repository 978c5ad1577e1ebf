/**
 * Baselines as files: read, written, and nothing else; what they mean is decided by the gate.
 *
 * <p>Knows findings and documents.
 */
@NullMarked
package dev.avow.policy.baseline;

import org.jspecify.annotations.NullMarked;
