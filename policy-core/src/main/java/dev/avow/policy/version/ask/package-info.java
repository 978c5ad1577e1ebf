/**
 * What a question about support is made of: a version, a branch or an image, a day, a severity, and
 * the releases that are known.
 *
 * <p>For whoever asks. Knows the schemes of versions, and severities.
 */
@NullMarked
package dev.avow.policy.version.ask;

import org.jspecify.annotations.NullMarked;
