package dev.avow.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The items of two lists, told apart by their names. */
final class DiffItems {

  private static final Set<String> CHANNELS =
      Set.of("reporting.channels", "reporting.never", "reporting.comments");
  private static final String TIMELINE = "disclosure.timeline";
  private static final String ROWS = "supported-versions.rows";

  private final DiffPlace list;
  private final Map<String, DiffSide> before;
  private final Map<String, DiffSide> after;

  DiffItems(DiffPlace list, DeclaredPlaces beforeAt, DeclaredPlaces afterAt) {
    this.list = list;
    List<String> one = names(list.before());
    List<String> other = names(list.after());
    pair(one, other);
    this.before = sides(list.before(), one, beforeAt);
    this.after = sides(list.after(), other, afterAt);
  }

  /** Returns whether the items of the list at {@code pattern} have names. */
  static boolean at(String pattern) {
    return NamedItems.at(pattern) || CHANNELS.contains(pattern) || pattern.equals(TIMELINE);
  }

  private List<String> names(DiffSide side) {
    return side.list().stream().map(this::name).collect(Collectors.toCollection(ArrayList::new));
  }

  private String name(Object item) {
    if (isChannels()) {
      return item instanceof Map<?, ?> map
          ? map.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).findFirst().orElse("")
          : item.toString();
    }
    if (list.pattern().equals(TIMELINE)) {
      return String.valueOf(((Map<?, ?>) item).get("phase"));
    }
    Map<?, ?> full = NamedItems.full(item, list.pattern());
    String name = NamedItems.nameOf(full, list.pattern());
    return list.pattern().equals(ROWS) ? name + condition(full) : name;
  }

  /** A line may be listed once for each of several kinds of vulnerabilities. */
  private static String condition(Map<?, ?> row) {
    Object severities = row.get("severities");
    Object cvss = row.get("cvss");
    String some = severities == null ? "" : " for " + severities;
    return cvss == null ? some : " for CVSS " + cvss;
  }

  private boolean isChannels() {
    return CHANNELS.contains(list.pattern());
  }

  /** An address that has changed is the same channel, if it is the only one of its kind. */
  private void pair(List<String> one, List<String> other) {
    if (!isChannels()) {
      return;
    }
    Map<String, List<Integer>> left = kinds(one, other);
    Map<String, List<Integer>> right = kinds(other, one);
    for (Map.Entry<String, List<Integer>> kind : left.entrySet()) {
      List<Integer> same = right.getOrDefault(kind.getKey(), List.of());
      boolean taken = one.contains(kind.getKey()) && other.contains(kind.getKey());
      if (kind.getValue().size() == 1 && same.size() == 1 && !taken) {
        one.set(kind.getValue().get(0), kind.getKey());
        other.set(same.get(0), kind.getKey());
      }
    }
  }

  private static Map<String, List<Integer>> kinds(List<String> names, List<String> others) {
    Map<String, List<Integer>> kinds = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (!others.contains(names.get(i))) {
        String kind = names.get(i).split(" ", 2)[0];
        kinds.computeIfAbsent(kind, none -> new ArrayList<>()).add(i);
      }
    }
    return kinds;
  }

  private Map<String, DiffSide> sides(DiffSide side, List<String> names, DeclaredPlaces at) {
    Map<String, DiffSide> sides = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Object item = side.list().get(i);
      Object full = isChannels() ? name(item) : NamedItems.full(item, list.pattern());
      sides.put(unused(names.get(i), sides), side.item(i, full, at.of(i)));
    }
    return sides;
  }

  /** A line may be called as a branch is, such as {@code branch main}. */
  private static String unused(String name, Map<String, DiffSide> used) {
    String unused = name;
    for (int i = 2; used.containsKey(unused); i++) {
      unused = name + " (%d)".formatted(i);
    }
    return unused;
  }

  List<DiffPlace> inBoth() {
    List<DiffPlace> places = new ArrayList<>();
    before.forEach(
        (name, side) -> {
          DiffSide other = after.get(name);
          if (other != null) {
            places.add(list.item(name, side, other));
          }
        });
    return places;
  }

  List<DiffPlace> inOne() {
    List<DiffPlace> places = new ArrayList<>();
    before.forEach(
        (name, side) -> {
          if (!after.containsKey(name)) {
            places.add(list.item(name, side, list.after().silent()));
          }
        });
    after.forEach(
        (name, side) -> {
          if (!before.containsKey(name)) {
            places.add(list.item(name, list.before().silent(), side));
          }
        });
    return places;
  }

  /** Returns the names that both lists have in the order of each, if the orders differ. */
  Optional<List<List<String>>> order() {
    List<String> one = before.keySet().stream().filter(after::containsKey).toList();
    List<String> other = after.keySet().stream().filter(before::containsKey).toList();
    return one.equals(other) ? Optional.empty() : Optional.of(List.of(one, other));
  }
}
