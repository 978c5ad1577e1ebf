/**
 * Reports of vulnerability scanners: read from six formats into one, and judged by a policy.
 *
 * <p>It knows the policy and the vocabulary of findings; it runs no scanner and fetches nothing.
 */
@NullMarked
package dev.avow.policy.scan;

import org.jspecify.annotations.NullMarked;
