/**
 * How the versions of each ecosystem are read and compared.
 *
 * <p>Knows nothing else of this library. Another order comes in as a {@link
 * dev.avow.policy.version.scheme.VersionScheme} of its own.
 */
@NullMarked
package dev.avow.policy.version.scheme;

import org.jspecify.annotations.NullMarked;
