/**
 * The papers that a project publishes: SECURITY.md, security.txt and Security Insights, made from
 * its policy, read into one, compared with one, and judged.
 *
 * <p>For users of the library. May use the packages of policy-core, intake and the planner.
 */
@NullMarked
package dev.avow.disclosure.publish;

import org.jspecify.annotations.NullMarked;
