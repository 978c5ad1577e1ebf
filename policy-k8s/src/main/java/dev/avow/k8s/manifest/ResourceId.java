package dev.avow.k8s.manifest;

import dev.avow.policy.finding.Subject;
import java.io.Serializable;

/**
 * What a resource is called.
 *
 * @param apiVersion group and version, such as {@code apps/v1}, or just {@code v1}
 * @param kind the kind, such as {@code Deployment}
 * @param namespace the namespace as written; empty where none is
 * @param name the name as written, {@code generateName} with an asterisk behind it, or empty
 */
public record ResourceId(String apiVersion, String kind, String namespace, String name)
    implements Serializable {

  /** Returns the API group; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /**
   * Returns the subject of findings about the resource. Its kind is the bare kind in Kubernetes'
   * own groups and, as kubectl writes it, {@code Kind.group} in others, so that a Knative Service
   * is not taken for a Service. A namespace or a name that is not written is no part of it.
   */
  public Subject subject() {
    Subject subject = Subject.of(isBuiltIn() ? kind : kind + "." + group());
    if (!namespace.isEmpty()) {
      subject = subject.with(Subject.NAMESPACE, namespace);
    }
    return name.isEmpty() ? subject : subject.with(Subject.NAME, name);
  }

  private boolean isBuiltIn() {
    String group = group();
    return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
  }
}
