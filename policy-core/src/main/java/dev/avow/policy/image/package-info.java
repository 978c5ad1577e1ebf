/**
 * The names of container images, by the grammar that registries and runtimes share.
 *
 * <p>Whatever meets an image asks here: manifests, Dockerfiles, scan reports. Nothing is fetched.
 */
@NullMarked
package dev.avow.policy.image;

import org.jspecify.annotations.NullMarked;
