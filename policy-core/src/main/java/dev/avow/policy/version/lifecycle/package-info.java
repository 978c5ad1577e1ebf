/**
 * What others publish about the support of products and their releases: files of endoflife.date,
 * and lists of releases.
 *
 * <p>For whoever asks about versions of products without a policy, or needs the releases of one
 * with a policy. Knows supported versions and documents.
 */
@NullMarked
package dev.avow.policy.version.lifecycle;

import org.jspecify.annotations.NullMarked;
