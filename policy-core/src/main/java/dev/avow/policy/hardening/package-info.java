/**
 * What a policy promises about running things: a profile, rules on or off, and their parameters.
 *
 * <p>Typed promises that several rules share live here too. It knows findings and documents, not
 * the rules themselves: those bind to it when an evaluator is built.
 */
@NullMarked
package dev.avow.policy.hardening;

import org.jspecify.annotations.NullMarked;
