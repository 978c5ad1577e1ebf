package dev.avow.k8s.rule;

import dev.avow.k8s.kro.ResourceGraphDefinition;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Image;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Scope;
import dev.avow.policy.rule.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What rules can be asked for each of in a Kubernetes resource.
 *
 * <p>The targets of one resource are found in one walk, which all rules share. Immutable.
 */
public final class Targets {

  /** Every resource, of whatever kind. */
  public static final Scope<Resource> RESOURCE =
      Scope.of("resource", Resource.class, Subject.NAMESPACE, Subject.NAME);

  /** Every resource that brings pods. */
  public static final Scope<Workload> WORKLOAD =
      Scope.of("workload", Workload.class, Subject.NAMESPACE, Subject.NAME);

  /** Every pod that a workload brings. */
  public static final Scope<PodSpec> POD =
      Scope.of("pod", PodSpec.class, Subject.NAMESPACE, Subject.NAME);

  /** Every container of every pod: init, main and ephemeral ones. */
  public static final Scope<Container> CONTAINER =
      Scope.of("container", Container.class, Subject.NAMESPACE, Subject.NAME, Container.PART);

  /** Every image that a pod takes: its containers' and its volumes'. */
  public static final Scope<Image> IMAGE =
      Scope.of("image", Image.class, Subject.NAMESPACE, Subject.NAME, Container.PART, Image.VOLUME);

  /** Every definition of a graph of resources, as kro takes them. */
  public static final Scope<ResourceGraphDefinition> GRAPH =
      Scope.of("resource graph", ResourceGraphDefinition.class, Subject.NAMESPACE, Subject.NAME);

  private static final List<Scope<?>> SCOPES =
      List.of(RESOURCE, WORKLOAD, POD, CONTAINER, IMAGE, GRAPH);

  /** Most resources bring no pods; they share this. */
  private static final Map<Scope<?>, List<? extends Target>> NO_PODS =
      Map.of(WORKLOAD, List.of(), POD, List.of(), CONTAINER, List.of(), IMAGE, List.of());

  private final List<Resource> resource;
  private final List<ResourceGraphDefinition> graph;
  private final Map<Scope<?>, List<? extends Target>> ofPods;

  private Targets(Resource resource) {
    this.resource = List.of(resource);
    this.graph = ResourceGraphDefinition.of(resource).stream().toList();
    this.ofPods = Workload.of(resource).map(Targets::ofPods).orElse(NO_PODS);
  }

  private static Map<Scope<?>, List<? extends Target>> ofPods(Workload workload) {
    List<PodSpec> pods = workload.pods();
    return Map.of(
        WORKLOAD,
        List.of(workload),
        POD,
        pods,
        CONTAINER,
        flatten(pods, PodSpec::containers),
        IMAGE,
        flatten(pods, PodSpec::images));
  }

  private static <A, B> List<B> flatten(List<A> all, Function<A, List<B>> parts) {
    return all.stream().flatMap(each -> parts.apply(each).stream()).toList();
  }

  /** Returns the targets in {@code resource}. */
  public static Targets of(Resource resource) {
    return new Targets(resource);
  }

  /** Returns the scopes that Kubernetes resources offer. */
  public static List<Scope<?>> scopes() {
    return SCOPES;
  }

  /**
   * Returns the targets of {@code scope}, in order; none if the resource has none.
   *
   * @throws IllegalArgumentException if Kubernetes resources do not offer the scope
   */
  @SuppressWarnings("unchecked") // the constructor gives each scope targets of its type
  public <T extends Target> List<T> all(Scope<T> scope) {
    List<? extends Target> targets =
        scope == RESOURCE ? resource : scope == GRAPH ? graph : ofPods.get(scope);
    if (targets == null) {
      throw new IllegalArgumentException(
          "scope must be one of %s but was %s".formatted(SCOPES, scope));
    }
    return (List<T>) targets;
  }
}
