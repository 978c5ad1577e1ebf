package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.finding.Subject;
import java.io.Serializable;

/** What facts are gathered by before a group rule sees them. */
public sealed interface GroupKey extends Comparable<GroupKey>, Serializable {

  /** The namespace of resources that name none. */
  String DEFAULT_NAMESPACE = "default";

  /**
   * All that is in one namespace.
   *
   * @param name the namespace as written
   */
  record Namespace(String name) implements GroupKey {
    @Override
    public Subject subject() {
      return Subject.of("Namespace").with(Subject.NAME, name);
    }
  }

  /** All there is. */
  record Everything() implements GroupKey {
    @Override
    public Subject subject() {
      return Subject.of("Everything");
    }
  }

  /**
   * Returns the namespace that {@code resource} is in: the one written, {@code default} where none
   * is, and its own where it is a namespace itself.
   */
  static GroupKey namespaceOf(ResourceId resource) {
    if (resource.kind().equals("Namespace") && resource.group().isEmpty()) {
      return new Namespace(resource.name());
    }
    String written = resource.namespace();
    return new Namespace(written.isEmpty() ? DEFAULT_NAMESPACE : written);
  }

  /** Returns what a finding about the group as a whole is about. */
  Subject subject();

  @Override
  default int compareTo(GroupKey other) {
    return subject().compareTo(other.subject());
  }
}
