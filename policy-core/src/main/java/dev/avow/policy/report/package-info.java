/**
 * A decision on its way out: as text for a person, as JSON for a program.
 *
 * <p>Writers only; nothing here judges. It knows findings and decisions, not what they are about.
 */
@NullMarked
package dev.avow.policy.report;

import org.jspecify.annotations.NullMarked;
