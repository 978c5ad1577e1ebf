package dev.avow.k8s.kro;

import dev.avow.policy.document.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells whether two resources of a graph are certainly in one namespace. */
final class Namespaces {

  private static final String END = ".metadata.namespace}";

  private final Map<String, GraphResource> resources = new HashMap<>();

  Namespaces(List<GraphResource> resources) {
    resources.forEach(resource -> this.resources.putIfAbsent(resource.id(), resource));
  }

  boolean areSame(GraphResource one, GraphResource other) {
    return namespace(one, 0).equals(namespace(other, 0));
  }

  /** Returns what tells the namespace; the same twice means one namespace, for an instance. */
  private String namespace(GraphResource resource, int followed) {
    Field field = resource.object().field("metadata").field("namespace");
    String other = field.isPresent() ? field.found() : "";
    String written = field.text().orElse(other).strip();
    if (written.equals("${schema" + END)) {
      return "";
    }
    if (written.startsWith("${") && written.endsWith(END) && followed < resources.size()) {
      String id = written.substring(2, written.length() - END.length());
      GraphResource named = resources.get(id);
      return named == null || named.isCollection() ? written : namespace(named, followed + 1);
    }
    boolean iterates = resource.isCollection() && written.contains("${");
    return iterates && !written.startsWith("${schema.")
        ? written + " of " + resource.id()
        : written;
  }
}
