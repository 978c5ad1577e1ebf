package dev.avow.k8s.network;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * An object that a manifest brings into a cluster, with the namespace that it comes to be in.
 *
 * @param object the object; one that a kro graph holds is looked at as if it stood alone
 * @param subject what findings call it
 * @param residence where it comes to be
 * @param comesToBe holds, or unknown where the graph includes it under a condition
 */
public record PlacedObject(Resource object, Subject subject, Residence residence, Match comesToBe) {

  private static final String DEFAULT_NAMESPACE = "default";

  /** Returns {@code resource} itself or, for a kro graph, all that it holds, however deep. */
  public static List<PlacedObject> in(Resource resource) {
    if (!isGraph(resource.id())) {
      Residence residence = residence(resource, resource.location().toString(), true);
      return List.of(new PlacedObject(resource, resource.subject(), residence, Match.of(true)));
    }
    List<PlacedObject> all = new ArrayList<>();
    collect(resource.place(), resource.subject(), resource.subject().toString(), all);
    return all;
  }

  private static boolean isGraph(ResourceId id) {
    return id.kind().equals("ResourceGraphDefinition") && id.group().equals("kro.run");
  }

  private static void collect(
      Field graph, Subject subject, String within, List<PlacedObject> into) {
    for (Field item : graph.field("spec").field("resources").items()) {
      Resource object = Resource.of(idOf(item.field("template")), item.field("template"));
      Subject part = subject.with("resource", item.field("id").text().orElseGet(item::name));
      if (isGraph(object.id())) {
        collect(object.place(), part, part.toString(), into);
      } else {
        Field condition = item.field("includeWhen");
        Match comesToBe = condition.isPresent() ? Match.unknown(condition.path()) : Match.of(true);
        into.add(new PlacedObject(object, part, residence(object, within, false), comesToBe));
      }
    }
  }

  private static ResourceId idOf(Field template) {
    Field metadata = template.field("metadata");
    return new ResourceId(
        template.field("apiVersion").text().orElse(""),
        template.field("kind").text().orElse(""),
        metadata.field("namespace").text().orElse(""),
        metadata.field("name").text().orElse(""));
  }

  private static Residence residence(Resource object, String within, boolean standsAlone) {
    Field namespace = object.place().field("metadata").field("namespace");
    String written = namespace.text().orElse("");
    if (namespace.isUnresolved()) {
      return new Residence.Unresolved(within, written.isEmpty() ? "of " + within : written);
    }
    if (!written.isEmpty()) {
      return new Residence.In(written);
    }
    return standsAlone ? new Residence.In(DEFAULT_NAMESPACE) : new Residence.Unresolved(within, "");
  }
}
