package dev.avow.k8s.kro;

import dev.avow.policy.document.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A resource of a graph: one that kro makes from a template, or one that exists elsewhere. */
public final class GraphResource {

  private final Field item;
  private final Field object;
  private final boolean external;

  private GraphResource(Field item) {
    this.item = item;
    Field reference = item.field("externalRef");
    this.external = reference.isPresent();
    this.object = external ? reference : item.field("template");
  }

  static List<GraphResource> in(Field graph) {
    List<GraphResource> all = new ArrayList<>();
    graph
        .field("spec")
        .field("resources")
        .items()
        .forEach(item -> all.add(new GraphResource(item)));
    return List.copyOf(all);
  }

  /** Returns the id by which expressions know it; its place in the graph where it has none. */
  public String id() {
    return item.field("id").text().orElseGet(item::name);
  }

  /** Returns its kind; nothing where that is absent or an expression. */
  public Optional<GraphKind> kind() {
    Field version = object.field("apiVersion");
    Field kind = object.field("kind");
    boolean known = !version.isUnresolved() && !kind.isUnresolved();
    return version
        .text()
        .filter(text -> known)
        .flatMap(of -> kind.text().map(k -> GraphKind.of(of, k)));
  }

  /** Returns whether it exists without the graph, which only reads it: {@code externalRef}. */
  public boolean isExternal() {
    return external;
  }

  /** Returns whether it stands for a list of objects: of each of something, or by a selector. */
  public boolean isCollection() {
    return item.field("forEach").isPresent()
        || (external && object.field("metadata").field("selector").isPresent());
  }

  /** Returns where the definition tells of it. */
  public Field place() {
    return item;
  }

  /** Returns the template, or the reference in its place. */
  Field object() {
    return object;
  }

  /** Returns the kind as findings call it. */
  String kindName() {
    return kind().map(GraphKind::toString).orElse("object");
  }

  boolean isSecret() {
    return kind().filter(kind -> kind.isCore("Secret")).isPresent();
  }

  /** Returns {@code id (kind)}. */
  @Override
  public String toString() {
    return id() + " (" + kindName() + ")";
  }
}
