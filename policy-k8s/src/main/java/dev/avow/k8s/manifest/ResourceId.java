package dev.avow.k8s.manifest;

import dev.avow.policy.finding.Subject;
import java.io.Serializable;
import java.util.List;

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
   * is not taken for a Service.
   */
  public Subject subject() {
    Subject.Part ofName = new Subject.Part(Subject.NAME, name);
    List<Subject.Part> parts =
        namespace.isEmpty()
            ? List.of(ofName)
            : List.of(new Subject.Part(Subject.NAMESPACE, namespace), ofName);
    return new Subject(isBuiltIn() ? kind : kind + "." + group(), parts);
  }

  private boolean isBuiltIn() {
    int slash = apiVersion.indexOf('/');
    int dot = apiVersion.indexOf('.');
    return slash < 0 || dot < 0 || dot > slash || apiVersion.startsWith(".k8s.io", slash - 7);
  }
}
