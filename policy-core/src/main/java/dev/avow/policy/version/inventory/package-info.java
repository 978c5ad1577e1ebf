/**
 * Which versions are in use, by lock files, bills of materials and image tags, and which of them
 * run unsupported.
 *
 * <p>For whoever asks what a build or a cluster runs. Knows supported versions and documents.
 */
@NullMarked
package dev.avow.policy.version.inventory;

import org.jspecify.annotations.NullMarked;
