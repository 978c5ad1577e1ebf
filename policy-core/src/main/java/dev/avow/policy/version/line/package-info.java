/**
 * The language in which projects say which versions a row is about, and what its words cover.
 *
 * <p>For the supported versions only; not exported. Knows questions, ranges and schemes.
 */
@NullMarked
package dev.avow.policy.version.line;

import org.jspecify.annotations.NullMarked;
