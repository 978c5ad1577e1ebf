package dev.avow.k8s.kro;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A definition by which kro makes resources for each instance of a kind.
 *
 * <p>Immutable, and safe for use by several threads. What it says is found out when it is first
 * asked for.
 */
public final class ResourceGraphDefinition implements Target {

  private final Resource resource;
  private final List<GraphResource> resources;

  /** Whoever sees it sees it whole, so a race only repeats the work. */
  private @Nullable Analysis analysis;

  private ResourceGraphDefinition(Resource resource) {
    this.resource = resource;
    this.resources = GraphResource.in(resource.place());
  }

  /** Returns {@code resource} as a definition; nothing if it is none. */
  public static Optional<ResourceGraphDefinition> of(Resource resource) {
    ResourceId id = resource.id();
    boolean is = id.group().equals("kro.run") && id.kind().equals("ResourceGraphDefinition");
    return is ? Optional.of(new ResourceGraphDefinition(resource)) : Optional.empty();
  }

  /** Returns the resource that is the definition. */
  public Resource resource() {
    return resource;
  }

  /** Returns the kind that the definition brings. */
  public GraphKind instance() {
    Field schema = resource.at("spec.schema");
    return new GraphKind(
        schema.field("group").text().orElse("kro.run"),
        schema.field("apiVersion").text().orElse(""),
        schema.field("kind").text().orElse("instance"));
  }

  /** Returns the resources that it describes, in order. */
  public List<GraphResource> resources() {
    return resources;
  }

  /**
   * Returns what it describes and what needs what. Expressions that cannot be read, as all of them
   * where {@code dev.cel:cel} is absent, bring no edges; {@link #flows()} tells of them.
   */
  public ResourceGraph graph() {
    return new ResourceGraph(instance(), resources, analysis().edges());
  }

  /** Returns the ways by which secrets leave where they are kept, in the order of their places. */
  public List<SecretFlow> flows() {
    return analysis().flows();
  }

  private Analysis analysis() {
    Analysis known = analysis;
    if (known == null) {
      known = Analysis.of(this);
      analysis = known;
    }
    return known;
  }

  @Override
  public Subject subject() {
    return resource.subject();
  }

  @Override
  public Field place() {
    return resource.place();
  }

  @Override
  public String toString() {
    return resource.toString();
  }
}
