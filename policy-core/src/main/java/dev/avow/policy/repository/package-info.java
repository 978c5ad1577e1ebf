/**
 * What a source repository shows of its promises: dependency updates, workflows, Dockerfiles.
 *
 * <p>It reads files of a checkout and asks nobody; what lies in settings of a host is an input.
 */
@NullMarked
package dev.avow.policy.repository;

import org.jspecify.annotations.NullMarked;
