/**
 * A document as a tree in which every value knows its place, and a cursor and checks to ask it.
 *
 * <p>YAML and JSON come in here, strictly and bounded, document by document; no parser's type
 * shows. Everything that judges text with structure reads through {@link Field}.
 */
@NullMarked
package dev.avow.policy.document;

import org.jspecify.annotations.NullMarked;
