/**
 * The papers that a project publishes, made from its policy, read into one, and judged.
 *
 * <p>Knows the policy and nothing else of this module; everybody may come in.
 */
@NullMarked
package dev.avow.disclosure.publish;

import org.jspecify.annotations.NullMarked;
