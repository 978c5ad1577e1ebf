/**
 * A security policy: what it is made of, how it is built in Java, and how it is read and written.
 *
 * <p>{@link dev.avow.policy.SecurityPolicy} is the way in. Every section is a value of its own,
 * with a form that reads it, writes it and describes it for editors. Knows everything below it, and
 * nothing that judges.
 */
@NullMarked
package dev.avow.policy;

import org.jspecify.annotations.NullMarked;
