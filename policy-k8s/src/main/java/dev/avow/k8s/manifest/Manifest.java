package dev.avow.k8s.manifest;

import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;

/** What came of one document, or one item of a list: a resource, or why it is none. */
public sealed interface Manifest permits Resource, Manifest.Unreadable, Manifest.Other {

  /** Returns where it stands. */
  Location location();

  /**
   * Something that could not be read, so that nothing can be said of it.
   *
   * @param location where reading failed
   * @param cause what kind of failure it is
   * @param reason what is wrong, for a person
   */
  record Unreadable(Location location, Cause cause, String reason) implements Manifest {}

  /**
   * A document that is sound but no Kubernetes object, such as a file of Helm values.
   *
   * @param location where it stands
   * @param reason why it is none, for a person
   */
  record Other(Location location, String reason) implements Manifest {}
}
