package dev.avow.k8s.kro;

import dev.avow.policy.document.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where what an expression says comes out.
 *
 * @param sort who may see it there
 * @param right what it takes to see it, as «whoever may» has it: {@code get Shop.kro.run}
 * @param names the steps that lead to it, from the root of the object
 */
record Sink(Sort sort, String right, List<String> names) {

  /** Who may see what comes out. */
  enum Sort {
    /** Nobody: it only decides something. */
    NOWHERE,
    /** Whoever may read the Secret that it is put into. */
    SECRET,
    /** It would be a Secret's content, if the kind, which is not known, is that of a Secret. */
    PERHAPS_SECRET,
    /** Whoever may read an object of Kubernetes' own, or something's metadata. */
    OWN,
    /** Whoever may read an object of another kind. */
    CUSTOM
  }

  private static final Set<String> NAMING = Set.of("name", "key", "namespace");

  private static final Set<String> DESCRIBING =
      Set.of("annotations", "generateName", "labels", "name", "namespace");

  /** Returns where what {@code field} says comes out, in a graph that brings {@code instance}. */
  static Sink of(ExpressionField field, GraphKind instance) {
    GraphResource owner = field.owner();
    if (field.use() == Use.STATUS) {
      return new Sink(Sort.OWN, "get " + instance, namesTo(field.at()));
    }
    if (field.use() == Use.EXTERNAL_REFERENCE) {
      String holder = owner != null && owner.isSecret() ? "secretRef" : "metadata";
      List<String> names = List.of(holder, field.at().name());
      return new Sink(Sort.OWN, "read the API server's audit log", names);
    }
    if (field.use() != Use.TEMPLATE || owner == null) {
      return new Sink(Sort.NOWHERE, "", List.of());
    }
    List<String> names = namesBelow(owner.object(), field.at());
    return new Sink(sort(owner.kind(), names), "get " + owner.kindName(), names);
  }

  private static Sort sort(Optional<GraphKind> kind, List<String> names) {
    String first = names.isEmpty() ? "" : names.get(0);
    boolean data = first.equals("data") || first.equals("stringData");
    if (data && kind.filter(known -> !known.isCore("Secret")).isEmpty()) {
      return kind.isPresent() ? Sort.SECRET : Sort.PERHAPS_SECRET;
    }
    boolean own = kind.filter(known -> !known.isOwn()).isEmpty();
    return own || describes(names) || runs(names) ? Sort.OWN : Sort.CUSTOM;
  }

  /** Whatever kind an object has, its metadata can be listed, and so can that of its pods. */
  private static boolean describes(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      boolean whole = i + 1 == names.size();
      if (names.get(i).equals("metadata") && (whole || DESCRIBING.contains(names.get(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  /** Other kinds bring pods, too; what their containers are told stands in the pods. */
  private static boolean runs(List<String> names) {
    int containers = Math.max(names.lastIndexOf("containers"), names.lastIndexOf("initContainers"));
    return containers >= 0 && names.subList(0, containers).contains("template");
  }

  /** Returns whether what comes out here can only name a Secret or a key of one. */
  boolean namesSecret() {
    if (names.isEmpty()) {
      return false;
    }
    String last = names.get(names.size() - 1);
    return isNamed(last, "secretname") || (NAMING.contains(last) && followsReference());
  }

  private boolean followsReference() {
    for (int i = names.size() - 2; i >= 0 && i >= names.size() - 3; i--) {
      String name = names.get(i);
      if (isNamed(name, "secretkeyref")
          || isNamed(name, "secretref")
          || name.equals("secret")
          || name.equals("imagePullSecrets")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(String name, String end) {
    return name.toLowerCase(Locale.ROOT).endsWith(end);
  }

  private static List<String> namesTo(Field at) {
    return at.parent().map(parent -> List.of(parent.name(), at.name())).orElse(List.of());
  }

  private static List<String> namesBelow(Field root, Field at) {
    List<String> names = new ArrayList<>();
    String end = root.path();
    Field here = at;
    while (!here.path().equals(end)) {
      names.add(0, here.name());
      Optional<Field> parent = here.parent();
      if (parent.isEmpty()) {
        break;
      }
      here = parent.get();
    }
    return names;
  }
}
