/**
 * Kubernetes resources as they are written: streams, files, folders and lists of them.
 *
 * <p>Nothing here judges. What cannot be read is a value beside the resources that can.
 */
@NullMarked
package dev.avow.k8s.manifest;

import org.jspecify.annotations.NullMarked;
