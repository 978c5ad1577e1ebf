/** Small programs around the library. */
@NullMarked
package dev.avow.examples;

import org.jspecify.annotations.NullMarked;
