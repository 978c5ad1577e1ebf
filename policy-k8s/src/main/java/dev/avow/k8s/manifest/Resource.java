package dev.avow.k8s.manifest;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Target;

/** One Kubernetes object, as it is written. */
public final class Resource implements Manifest, Target {

  private final ResourceId id;
  private final Field root;
  private final Subject subject;

  private Resource(ResourceId id, Field root) {
    this.id = id;
    this.root = root;
    this.subject = id.subject();
  }

  /** Returns the object called {@code id} that stands at {@code root}. */
  public static Resource of(ResourceId id, Field root) {
    return new Resource(id, root);
  }

  /** Returns what it is called. */
  public ResourceId id() {
    return id;
  }

  /** Returns the field at the end of {@code path}, from the object's own root. */
  public Field at(String path) {
    return root.at(path);
  }

  @Override
  public Subject subject() {
    return subject;
  }

  @Override
  public Field place() {
    return root;
  }

  @Override
  public Location location() {
    return root.location();
  }

  @Override
  public String toString() {
    return subject().toString();
  }
}
