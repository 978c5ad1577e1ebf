/**
 * The documents that a project publishes about its security: SECURITY.md out of a policy, into one,
 * compared with one, and what is wrong with it.
 *
 * <p>For users of the library. May use the packages of policy-core, intake and the planner.
 */
@NullMarked
package dev.avow.disclosure.publish;

import org.jspecify.annotations.NullMarked;
