/** The facts of a disclosure case and the plan that follows from them. */
@NullMarked
package dev.avow.disclosure;

import org.jspecify.annotations.NullMarked;
