/**
 * Which versions get security fixes, as a policy lists them.
 *
 * <p>Values only; reading them from a policy is for the policy itself. May use document and
 * finding.
 */
@NullMarked
package dev.avow.policy.version;

import org.jspecify.annotations.NullMarked;
