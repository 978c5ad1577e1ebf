package dev.avow.k8s.workload;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A resource that brings pods: a Pod, a Deployment, a Knative Service, …
 *
 * <p>The group counts, the version does not: a {@code Service} of {@code serving.knative.dev} is a
 * workload, one of the core group is not, and a {@code Deployment} of {@code extensions/v1beta1} is
 * as much one as that of {@code apps/v1}. Among Kubernetes' own groups it does not count: the kinds
 * are its own wherever they are written, and a mistaken {@code v1} must not hide a Deployment. The
 * pods that a kro ResourceGraphDefinition holds in its resources, however deep, are its pods; their
 * subjects name the resource's id.
 */
public final class Workload implements Target {

  private final Resource resource;
  private final List<PodSpec> pods = new ArrayList<>();
  private final List<Check> unreadable = new ArrayList<>();
  private final List<Described> described = new ArrayList<>();

  /**
   * The metadata of something inside a resource, such as its pod template.
   *
   * @param subject what is described
   * @param metadata the metadata, which may be absent
   */
  public record Described(Subject subject, Field metadata) {}

  private Workload(Resource resource) {
    this.resource = resource;
  }

  /** Returns {@code resource} as a workload; nothing if objects of its kind bring no pods. */
  public static Optional<Workload> of(Resource resource) {
    Workload workload = new Workload(resource);
    boolean bringsPods = workload.collect(resource.id(), resource.place(), resource.subject());
    return bringsPods ? Optional.of(workload) : Optional.empty();
  }

  /** Returns the resource. */
  public Resource resource() {
    return resource;
  }

  /** Returns the pods that can be read, in order; usually one. */
  public List<PodSpec> pods() {
    return List.copyOf(pods);
  }

  /**
   * Returns unknown checks that say what of the pods cannot be read: a template that is absent or
   * an expression, a list of containers that is none. What cannot be read cannot be judged.
   */
  public List<Check> unreadable() {
    return List.copyOf(unreadable);
  }

  /**
   * Returns what metadata there is below the resource's own: of its templates, and of the resources
   * that it embeds.
   */
  public List<Described> described() {
    return List.copyOf(described);
  }

  private boolean collect(ResourceId id, Field root, Subject subject) {
    if (id.group().equals("kro.run") && id.kind().equals("ResourceGraphDefinition")) {
      return collectEmbedded(root, subject);
    }
    Optional<TemplatePlace> place = TemplatePlace.of(id);
    place
        .filter(known -> !keepsItsTemplateElsewhere(id, root))
        .ifPresent(
            known -> {
              known
                  .templates(root)
                  .forEach(
                      template ->
                          described.add(new Described(subject, template.field("metadata"))));
              add(known.in(root), subject);
            });
    return place.isPresent();
  }

  /** A rollout may name another workload, whose template it takes. */
  private static boolean keepsItsTemplateElsewhere(ResourceId id, Field root) {
    return id.kind().equals("Rollout") && root.field("spec").field("workloadRef").isPresent();
  }

  private boolean collectEmbedded(Field root, Subject subject) {
    boolean bringsPods = false;
    for (Field item : root.field("spec").field("resources").items()) {
      Field template = item.field("template");
      String name = item.field("id").text().orElseGet(item::name);
      Subject embedded = subject.with("resource", name);
      described.add(new Described(embedded, template.field("metadata")));
      bringsPods |= collect(idOf(template), template, embedded);
    }
    return bringsPods;
  }

  private static ResourceId idOf(Field template) {
    return new ResourceId(
        template.field("apiVersion").text().orElse(""),
        template.field("kind").text().orElse(""),
        "",
        "");
  }

  private void add(Field template, Subject subject) {
    Field spec = template.field("spec");
    if (!spec.isMapping()) {
      unreadable.add(Check.unknown("a readable pod spec: " + found(spec), spec));
      return;
    }
    PodSpec pod = new PodSpec(resource, subject, template, spec);
    pods.add(pod);
    unreadable.addAll(pod.unreadable());
  }

  /** Returns what stands there or, where an expression around it is in the way, stands there. */
  private static String found(Field field) {
    Field there = field;
    while (there.isAbsent() && there.isUnresolved()) {
      there = there.parent().orElseThrow();
    }
    return there.path() + " " + there.found();
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
