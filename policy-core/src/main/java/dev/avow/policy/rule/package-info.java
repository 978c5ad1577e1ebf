/**
 * How a rule is declared, whatever it judges: a container, a Dockerfile stage, a line of a
 * document.
 *
 * <p>The built-in rules are written with exactly this. Modules bring their own {@link
 * dev.avow.policy.rule.Scope scopes} and {@link dev.avow.policy.rule.Target targets}.
 */
@NullMarked
package dev.avow.policy.rule;

import org.jspecify.annotations.NullMarked;
