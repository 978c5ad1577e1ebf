package dev.avow.k8s.network;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * An object that a manifest brings into a cluster, and where it comes to be.
 *
 * @param object the object; one that a kro graph holds is looked at as if it stood alone
 * @param subject what findings call it
 * @param graph the graph that holds it; empty where it stands alone
 * @param comesToBe holds, or unknown where the graph includes it under a condition
 */
public record PlacedObject(Resource object, Subject subject, String graph, Match comesToBe) {

  private static final String DEFAULT_NAMESPACE = "default";

  /** Returns {@code resource} itself or, for a kro graph, all that it holds, however deep. */
  public static List<PlacedObject> in(Resource resource) {
    if (!isGraph(resource.id())) {
      return List.of(new PlacedObject(resource, resource.subject(), "", Match.of(true)));
    }
    List<PlacedObject> all = new ArrayList<>();
    collect(resource.place(), resource.subject(), all);
    return all;
  }

  /** Returns the namespace that it comes to be in. */
  public Residence residence() {
    Field namespace = object.place().field("metadata").field("namespace");
    String written = namespace.text().orElse("");
    if (namespace.isUnresolved()) {
      return new Residence.Unresolved(whole(), written.isEmpty() ? "of " + whole() : written);
    }
    if (!written.isEmpty()) {
      return new Residence.In(written);
    }
    return graph.isEmpty()
        ? new Residence.In(DEFAULT_NAMESPACE)
        : new Residence.Unresolved(graph, "");
  }

  /** Returns the name of that within which the same expression means the same. */
  private String whole() {
    return graph.isEmpty() ? object.location().toString() : graph;
  }

  private static boolean isGraph(ResourceId id) {
    return id.kind().equals("ResourceGraphDefinition") && id.group().equals("kro.run");
  }

  private static void collect(Field graph, Subject subject, List<PlacedObject> into) {
    for (Field item : graph.field("spec").field("resources").items()) {
      if (item.field("template").field("kind").text().orElse("").isBlank()) {
        continue; // it refers to an object that something else brings
      }
      Resource object = Resource.of(idOf(item.field("template")), item.field("template"));
      Subject part = subject.with("resource", item.field("id").text().orElseGet(item::name));
      if (isGraph(object.id())) {
        collect(object.place(), part, into);
      } else {
        into.add(new PlacedObject(object, part, subject.toString(), comesToBe(item)));
      }
    }
  }

  private static Match comesToBe(Field item) {
    Field condition = item.field("includeWhen");
    return condition.isPresent() ? Match.unknown(condition.path()) : Match.of(true);
  }

  private static ResourceId idOf(Field template) {
    Field metadata = template.field("metadata");
    return new ResourceId(
        template.field("apiVersion").text().orElse(""),
        template.field("kind").text().orElse(""),
        metadata.field("namespace").text().orElse(""),
        metadata.field("name").text().orElse(""));
  }
}
