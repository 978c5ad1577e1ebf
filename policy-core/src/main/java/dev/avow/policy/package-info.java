/** A security policy: its sections, how it is built, read and written. */
@NullMarked
package dev.avow.policy;

import org.jspecify.annotations.NullMarked;
