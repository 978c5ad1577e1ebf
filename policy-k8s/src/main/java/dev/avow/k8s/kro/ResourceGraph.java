package dev.avow.k8s.kro;

import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The resources that a definition describes, and which of them needs which.
 *
 * <p>Whoever applies the resources needs rights on all of {@link #applied()} and must be able to
 * read {@link #read()}; whoever has kro apply them needs rights on {@link #instance()}. Kinds are
 * known without any optional dependency, edges are not.
 *
 * @param instance the kind that the definition brings
 * @param resources the resources, in the order of the definition
 * @param edges which needs which, in the order of the definition
 */
public record ResourceGraph(GraphKind instance, List<GraphResource> resources, List<Edge> edges) {

  /** The dependent of what the instance's status reads. */
  public static final String STATUS = "schema";

  /**
   * That one resource needs another, as an expression of the one reads the other.
   *
   * @param dependent the id of the resource that needs the other; {@link #STATUS} for the status
   * @param dependency the id of the resource that is needed
   * @param use what the expression is for
   * @param at where it stands
   */
  public record Edge(String dependent, String dependency, Use use, Location at) {

    static Edge between(ExpressionField reader, GraphResource read) {
      GraphResource owner = reader.owner();
      String dependent = owner == null ? STATUS : owner.id();
      return new Edge(dependent, read.id(), reader.use(), reader.at().location());
    }
  }

  /** Creates a graph; the lists are copied. */
  public ResourceGraph {
    resources = List.copyOf(resources);
    edges = List.copyOf(edges);
  }

  /** Returns the kinds of what is applied, sorted. */
  public SortedSet<GraphKind> applied() {
    return kinds(resource -> !resource.isExternal());
  }

  /** Returns the kinds of what exists elsewhere and is only read, sorted. */
  public SortedSet<GraphKind> read() {
    return kinds(GraphResource::isExternal);
  }

  /** Returns the resources whose kind is absent or an expression. */
  public List<GraphResource> ofUnknownKind() {
    return resources.stream().filter(resource -> resource.kind().isEmpty()).toList();
  }

  private SortedSet<GraphKind> kinds(Predicate<GraphResource> which) {
    TreeSet<GraphKind> kinds = new TreeSet<>();
    resources.stream()
        .filter(which)
        .flatMap(resource -> resource.kind().stream())
        .forEach(kinds::add);
    return kinds;
  }
}
