/**
 * Embargoes: terms, consent by party, defaults, revisions, merges, and when one must end.
 *
 * <p>Knows the state machines and nothing else; everybody may come in.
 */
@NullMarked
package dev.avow.disclosure.embargo;

import org.jspecify.annotations.NullMarked;
