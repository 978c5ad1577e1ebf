/**
 * What others ask of a disclosure, as data: the deadlines of coordinators, lists and laws, each
 * with its source and the day on which it was read. None of it is legal advice.
 *
 * <p>Knows embargoes and nothing else of this module; everybody may come in.
 */
@NullMarked
package dev.avow.disclosure.regime;

import org.jspecify.annotations.NullMarked;
