package dev.avow.policy;

import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Node;
import dev.avow.policy.document.Node.Entry;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A document without its places, to be changed and written again. */
final class Tree {

  private Tree() {}

  /** Returns the values of {@code text}, which is YAML or JSON. */
  static Object of(String text) {
    return of(DocumentReader.yaml12().readOne("tree", text).root());
  }

  private static Object of(Node node) {
    if (node instanceof Mapping mapping) {
      Map<String, Object> entries = new LinkedHashMap<>();
      for (Entry entry : mapping.entries()) {
        entries.put(entry.key(), of(entry.value()));
      }
      return entries;
    }
    if (node instanceof Sequence list) {
      return list.items().stream().map(Tree::of).toList();
    }
    return Objects.requireNonNull(((Scalar) node).value(), "no policy says null");
  }

  /** Returns the paths of all values in {@code tree}, but not of itself. */
  static List<List<Object>> paths(Object tree) {
    List<List<Object>> paths = new ArrayList<>();
    collect(tree, List.of(), paths);
    return paths;
  }

  private static void collect(Object tree, List<Object> path, List<List<Object>> into) {
    if (!path.isEmpty()) {
      into.add(path);
    }
    if (tree instanceof Map<?, ?> entries) {
      entries.forEach((key, value) -> collect(value, and(path, key), into));
    } else if (tree instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        collect(items.get(i), and(path, i), into);
      }
    }
  }

  private static List<Object> and(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  /** Returns {@code tree} with {@code change} made to the value at {@code path}. */
  static Object with(Object tree, List<Object> path, UnaryOperator<Object> change) {
    if (path.isEmpty()) {
      return change.apply(tree);
    }
    List<Object> rest = path.subList(1, path.size());
    if (tree instanceof Map<?, ?> entries) {
      Map<Object, Object> copy = new LinkedHashMap<>(entries);
      copy.computeIfPresent(path.get(0), (key, value) -> with(value, rest, change));
      return copy;
    }
    List<Object> copy = new ArrayList<>((List<?>) tree);
    copy.set((Integer) path.get(0), with(copy.get((Integer) path.get(0)), rest, change));
    return copy;
  }
}
