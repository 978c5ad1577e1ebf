/**
 * A decision on its way out: for a person, a program, or one of the tools that show findings.
 *
 * <p>Writers only; nothing here judges. It knows findings and decisions, not what they are about.
 */
@NullMarked
package dev.avow.policy.report;

import org.jspecify.annotations.NullMarked;
