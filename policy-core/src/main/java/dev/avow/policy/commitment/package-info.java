/**
 * Promises about time: which event starts a clock, what must have happened by when, and in whose
 * calendar.
 *
 * <p>{@link dev.avow.policy.commitment.WorkingCalendar} is the only owner of a time zone. May use
 * document and finding.
 */
@NullMarked
package dev.avow.policy.commitment;

import org.jspecify.annotations.NullMarked;
