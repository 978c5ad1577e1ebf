/**
 * Claims as a service meets them: directories that nothing leads out of; and as manifests declare
 * them: who asks for which storage, and how many pods mount it.
 *
 * <p>Services that answer requests for files come in through {@link
 * dev.avow.k8s.storage.ContainedDirectory}; here alone the library touches a file system beyond
 * what it reads to judge.
 */
@NullMarked
package dev.avow.k8s.storage;

import org.jspecify.annotations.NullMarked;
