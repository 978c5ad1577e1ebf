/**
 * Which versions get security fixes, as a policy lists them, and what that means for one of them.
 *
 * <p>Reading rows from a policy is for the policy itself; reading them from other files, and asking
 * about what is in use, for the packages below. May use document and finding.
 */
@NullMarked
package dev.avow.policy.version;

import org.jspecify.annotations.NullMarked;
