/**
 * Sets of versions: {@code vers:} ranges and the ranges that package managers write.
 *
 * <p>For whoever asks whether a version is in one, or writes one for another tool. Knows the
 * schemes of versions only.
 */
@NullMarked
package dev.avow.policy.version.range;

import org.jspecify.annotations.NullMarked;
