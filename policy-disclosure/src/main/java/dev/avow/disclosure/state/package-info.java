/**
 * The state machines of coordinated disclosure, as Vultron 1.1 gives them: how a report is managed,
 * how an embargo is agreed, and what the world knows.
 *
 * <p>Knows nothing else; everybody may come in.
 */
@NullMarked
package dev.avow.disclosure.state;

import org.jspecify.annotations.NullMarked;
