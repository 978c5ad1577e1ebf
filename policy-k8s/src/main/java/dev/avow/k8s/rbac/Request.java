package dev.avow.k8s.rbac;

import java.io.Serializable;

/**
 * Something that the API server is asked to do.
 *
 * <pre>{@code
 * Request.to("get", "secrets").in("prod").named("db");
 * Request.to("patch", "deployments.apps/scale").in("prod");
 * Request.toUrl("get", "/metrics");
 * }</pre>
 *
 * <p>An asterisk as verb, group or resource asks for all of them at once, which only a rule with
 * the same asterisk allows.
 *
 * @param verb the verb in lower case, such as {@code get}
 * @param group the API group; empty for the core group
 * @param resource the resource in the plural, with its subresource: {@code pods/exec}; empty for a
 *     URL
 * @param url the path of a URL that is no resource; empty for a resource
 * @param namespace the namespace; empty for what is in none, and for all namespaces at once
 * @param name the object's name; empty for a collection, or where any is meant
 */
public record Request(
    String verb, String group, String resource, String url, String namespace, String name)
    implements Serializable {

  /** Creates a request; the API server is told of no name where a collection is created in. */
  public Request {
    boolean ofCollection =
        (verb.equals("create") && !resource.contains("/")) || verb.equals("deletecollection");
    name = ofCollection ? "" : name;
  }

  /**
   * Returns a request for all objects of {@code resource}, which is written as kubectl does: {@code
   * pods}, {@code pods/exec}, {@code deployments.apps}, {@code deployments.apps/scale}.
   */
  public static Request to(String verb, String resource) {
    int slash = resource.indexOf('/');
    String whole = slash < 0 ? resource : resource.substring(0, slash);
    String subresource = slash < 0 ? "" : resource.substring(slash);
    int dot = whole.indexOf('.');
    String group = dot < 0 ? "" : whole.substring(dot + 1);
    String plural = dot < 0 ? whole : whole.substring(0, dot);
    return new Request(verb, group, plural + subresource, "", "", "");
  }

  /** Returns a request for the URL {@code path}, which is no resource. */
  public static Request toUrl(String verb, String path) {
    return new Request(verb, "", "", path, "", "");
  }

  /** Returns this request in {@code inNamespace}. */
  public Request in(String inNamespace) {
    return new Request(verb, group, resource, url, inNamespace, name);
  }

  /** Returns this request for the object called {@code objectName}. */
  public Request named(String objectName) {
    return new Request(verb, group, resource, url, namespace, objectName);
  }

  /** Returns whether a rule can limit it to objects by name: what is yet to be made has none. */
  boolean canBeNamed() {
    return url.isEmpty() && !named("any").name.isEmpty();
  }

  /** Returns the resource as kubectl writes it: {@code deployments.apps/scale}. */
  public String target() {
    if (!url.isEmpty()) {
      return url;
    }
    int slash = resource.indexOf('/');
    String plural = slash < 0 ? resource : resource.substring(0, slash);
    String subresource = slash < 0 ? "" : resource.substring(slash);
    return plural + (group.isEmpty() ? "" : "." + group) + subresource;
  }

  /** Returns it in words: {@code get secrets "db" in prod}. */
  @Override
  public String toString() {
    String object = name.isEmpty() ? "" : " \"" + name + "\"";
    String where = namespace.isEmpty() ? "" : " in " + namespace;
    return verb + " " + target() + object + where;
  }
}
