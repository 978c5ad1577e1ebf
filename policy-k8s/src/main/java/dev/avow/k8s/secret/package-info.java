/**
 * What looks like a credential: names that say so, tokens of known shapes, texts that hold some.
 *
 * <p>Rules come in through {@link dev.avow.k8s.secret.Credentials}. Nothing here returns, keeps or
 * logs a value that was found.
 */
@NullMarked
package dev.avow.k8s.secret;

import org.jspecify.annotations.NullMarked;
