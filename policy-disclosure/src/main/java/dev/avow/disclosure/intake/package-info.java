/**
 * Reports as they come in: whether each took an allowed channel, is complete, in scope and about a
 * supported version, and what to answer.
 *
 * <p>Knows the policy and nothing else of this module; everybody may come in.
 */
@NullMarked
package dev.avow.disclosure.intake;

import org.jspecify.annotations.NullMarked;
