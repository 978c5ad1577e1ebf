/**
 * What rules are asked for each of in Kubernetes resources, and the built-in rules, a class a
 * topic.
 *
 * <p>The built-in rules use nothing that a user's own rules could not use.
 */
@NullMarked
package dev.avow.k8s.rule;

import org.jspecify.annotations.NullMarked;
