package dev.avow.k8s.kro;

import dev.avow.k8s.cel.Parsed;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Finding.Hop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a definition that hold expressions may come to be; each is found out once,
 * when it is first asked for. Not thread-safe.
 */
final class FieldValues {

  private static final Value.Unknown TOO_MUCH =
      new Value.Unknown("an expression that takes fewer steps to follow");

  private static final Value.Unknown CIRCLE =
      new Value.Unknown("expressions that do not lead in a circle");

  private final Map<String, ExpressionField> fields = new LinkedHashMap<>();
  private final Map<String, GraphResource> resources = new LinkedHashMap<>();
  private final Map<String, List<Value>> known = new HashMap<>();
  private final Map<String, Value> below = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<ResourceGraph.Edge> edges = new LinkedHashSet<>();
  private final Effort effort;
  private final Parts parts;
  private final Value schema;

  FieldValues(Field graph, List<GraphResource> resources, List<ExpressionField> fields) {
    long size = 0;
    for (ExpressionField field : fields) {
      this.fields.put(field.at().path(), field);
      size += field.extraction().text().length();
    }
    resources.forEach(resource -> this.resources.putIfAbsent(resource.id(), resource));
    this.effort = new Effort(size);
    this.parts = new Parts(effort);
    Map<String, Value> ofSchema =
        Map.of("spec", InputPlace.all(graph.field("spec").field("schema")));
    this.schema = new Value.Fields(ofSchema, Value.PUBLIC, Value.PUBLIC);
  }

  Parts parts() {
    return parts;
  }

  /** Returns which resources were met in which fields. */
  Set<ResourceGraph.Edge> edges() {
    return edges;
  }

  /** Returns what {@code value} holds that is secret. */
  Taints taints(Value value) {
    try {
      return Taints.of(value, effort);
    } catch (Effort.Spent spent) {
      return Taints.of(TOO_MUCH, new Effort(0));
    }
  }

  boolean isClean(Value value) {
    Taints taints = Taints.of(value, effort);
    return taints.all().isEmpty() && taints.missing().isEmpty();
  }

  /**
   * Returns what {@code field}, which an expression reads as {@code text}, may come to be.
   *
   * @param field a text that holds expressions
   */
  Value of(Field field, String text) {
    ExpressionField expressions = fields.get(field.path());
    if (expressions == null) {
      return Value.PUBLIC;
    }
    List<Value> pieces = pieces(expressions);
    Value value = expressions.extraction().isAlone() ? pieces.get(0) : Value.mixed(pieces);
    return value == Value.PUBLIC || value instanceof Value.Constant
        ? value
        : new Value.Via(value, new Hop(field.location(), text + " carries it on"));
  }

  /** Returns what anything in {@code field}, which is read as {@code text}, may come to be. */
  Value below(Field field, String text) {
    Value before = below.get(field.path());
    if (before == null) {
      List<Value> all = new ArrayList<>();
      for (Field each : field.fields()) {
        all.add(ObjectPlace.at(this, each, Step.to(each.name()).from(text)));
      }
      List<Field> items = field.items();
      for (int i = 0; i < items.size(); i++) {
        all.add(ObjectPlace.at(this, items.get(i), Step.to(i).from(text)));
      }
      before = Value.either(all);
      below.put(field.path(), before);
    }
    return before;
  }

  /**
   * Returns what each expression of {@code field} may come to be; what is unreadable is unknown.
   */
  List<Value> pieces(ExpressionField field) {
    String path = field.at().path();
    List<Value> before = known.get(path);
    if (before != null) {
      return before;
    }
    if (!open.add(path)) {
      return List.of(CIRCLE);
    }
    try {
      Interpreter interpreter = new Interpreter(name -> global(name, field), parts, effort);
      List<Value> pieces =
          field.parsed().stream().map(parsed -> value(parsed, interpreter)).toList();
      known.put(path, pieces);
      return pieces;
    } finally {
      open.remove(path);
    }
  }

  private static Value value(Parsed parsed, Interpreter interpreter) {
    if (parsed instanceof Parsed.Unreadable unreadable) {
      return new Value.Unknown(unreadable.missing());
    }
    try {
      return interpreter.value(((Parsed.Tree) parsed).expression(), Scope.NONE);
    } catch (Effort.Spent | StackOverflowError spent) {
      return TOO_MUCH;
    }
  }

  private @Nullable Value global(String name, ExpressionField reader) {
    if (name.equals("schema")) {
      return schema;
    }
    GraphResource owner = reader.owner();
    if (owner != null && name.equals("each") && reader.use() == Use.READY_WHEN) {
      return single(owner);
    }
    Field iterator = owner == null ? null : iterator(owner, name);
    if (iterator != null) {
      return parts.loop(of(iterator, name)).single();
    }
    GraphResource resource = resources.get(name);
    if (resource == null) {
      return BuiltIn.isName(name) ? Value.PUBLIC : null;
    }
    if (resource != owner) {
      edges.add(ResourceGraph.Edge.between(reader, resource));
    }
    return resource.isCollection() ? new Value.Each(single(resource)) : single(resource);
  }

  private static @Nullable Field iterator(GraphResource owner, String name) {
    for (Field dimension : owner.place().field("forEach").items()) {
      Field named = dimension.field(name);
      if (named.isPresent()) {
        return named;
      }
    }
    return null;
  }

  /** Returns one object of {@code resource}. */
  private Value single(GraphResource resource) {
    String text = resource.id() + (resource.isCollection() ? "[]" : "");
    Value template = ObjectPlace.at(this, resource.object(), text);
    if (resource.kind().isEmpty() || resource.isSecret()) {
      return new SecretPlace(resource, template, text, SecretPlace.Part.WHOLE, parts);
    }
    boolean isConfigMap = resource.kind().filter(kind -> kind.isCore("ConfigMap")).isPresent();
    return isConfigMap ? new ConfigMapPlace(resource, template, text, 0, this) : template;
  }
}
