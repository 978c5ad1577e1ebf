package dev.avow.policy;

import dev.avow.policy.document.Field;
import dev.avow.policy.document.form.Problems;
import dev.avow.policy.finding.Location;
import dev.avow.policy.hardening.Floor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a policy with one that it extends, as both are written in full, and tells of everything
 * that promises less, with both places.
 */
final class FloorCheck {

  private final Layer floor;
  private final Layer over;
  private final Problems problems;

  /**
   * The same place in both policies.
   *
   * @param path the path by names, for those who mark what is free
   * @param pattern the path with names left out, by which orders are known
   * @param before what the floor says, or null
   * @param now what the overlay says, or null
   * @param there where the floor says it
   * @param here where the overlay says it
   */
  private record Place(
      String path,
      String pattern,
      @Nullable Object before,
      @Nullable Object now,
      Field there,
      Field here) {

    Place step(String key, @Nullable Object before, @Nullable Object now) {
      return new Place(
          path.isEmpty() ? key : path + "." + key,
          NamedItems.step(pattern, key),
          before,
          now,
          there.field(key),
          here.field(key));
    }
  }

  FloorCheck(Layer floor, Layer over, Problems problems) {
    this.floor = floor;
    this.over = over;
    this.problems = problems;
  }

  void run() {
    walk(
        new Place(
            "",
            "",
            PolicyForm.POLICY.write(floor.policy()),
            PolicyForm.POLICY.write(over.policy()),
            floor.written().field(),
            over.written().field()),
        Map.of());
  }

  private void walk(Place place, Map<?, ?> beside) {
    if (Floor.leavesFree(floor.policy().overlaysMayChange(), place.path())) {
      return;
    }
    Order order = order(place.pattern());
    if (order != null) {
      judge(place, order, beside);
    } else if (place.pattern().equals("waivers")) {
      new AddedWaivers(floor.policy(), over.policy()).forEach(i -> refuseItem(place, i));
    } else if (isMap(place.before()) || isMap(place.now()) || isRule(place)) {
      walkMap(place);
    } else if (NamedItems.at(place.pattern())) {
      walkItems(place, beside);
    } else {
      judge(place, Order.same(), beside);
    }
  }

  private static @Nullable Order order(String pattern) {
    Order exact = Orders.at(pattern);
    int dot = pattern.lastIndexOf('.');
    boolean parameter = exact == null && pattern.startsWith("hardening.rules.*.");
    return parameter ? Orders.at(pattern.substring(0, dot) + ".*") : exact;
  }

  private static boolean isMap(@Nullable Object value) {
    return value instanceof Map<?, ?>;
  }

  private static boolean isRule(Place place) {
    return place.pattern().equals("hardening.rules.*");
  }

  private void walkMap(Place place) {
    Map<?, ?> before = map(place, place.before());
    Map<?, ?> now = map(place, place.now());
    Set<Object> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(now.keySet());
    for (Object key : keys) {
      walk(place.step(key.toString(), before.get(key), now.get(key)), now);
    }
  }

  private static Map<?, ?> map(Place place, @Nullable Object value) {
    if (value == null || value instanceof Map<?, ?>) {
      return value == null ? Map.of() : (Map<?, ?>) value;
    }
    return isRule(place) ? Map.of("enabled", value) : Map.of();
  }

  private void walkItems(Place place, Map<?, ?> beside) {
    List<?> before = place.before() instanceof List<?> list ? list : List.of();
    List<?> now = place.now() instanceof List<?> list ? list : List.of();
    List<String> known = before.stream().map(item -> name(place, item)).toList();
    List<String> names = now.stream().map(item -> name(place, item)).toList();
    for (int i = 0; i < now.size(); i++) {
      int at = known.indexOf(names.get(i));
      Map<?, ?> item = NamedItems.full(now.get(i), place.pattern());
      if (at >= 0) {
        Map<?, ?> old = NamedItems.full(before.get(at), place.pattern());
        walk(item(place, names.get(i), "[]", old, item, at, i), item);
      } else {
        added(item(place, names.get(i), "[+]", place.before(), item, 0, i), beside);
      }
    }
    known.stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> refuse(place, "must still have " + name, "does not"));
  }

  private static String name(Place place, Object item) {
    return NamedItems.nameOf(NamedItems.full(item, place.pattern()), place.pattern());
  }

  private static Place item(
      Place list, String name, String mark, @Nullable Object before, Object now, int at, int i) {
    Field there = before instanceof Map<?, ?> ? list.there().item(at) : list.there();
    return new Place(
        list.path() + "." + name, list.pattern() + mark, before, now, there, list.here().item(i));
  }

  private void added(Place place, Map<?, ?> beside) {
    Order order = Orders.at(place.pattern());
    boolean free = Floor.leavesFree(floor.policy().overlaysMayChange(), place.path());
    if (order != null
        && !free
        && order.compare(place.before(), place.now(), beside) != Order.Change.KEPT) {
      refuse(place, "must be left out", "is added");
    }
  }

  private void judge(Place place, Order order, Map<?, ?> beside) {
    Object before = place.before();
    Object now = place.now();
    boolean silent = before == null && Orders.at(place.pattern()) == null;
    if (silent || (before != null && before.equals(now)) || (before == null && now == null)) {
      return;
    }
    switch (order.compare(before, now, beside)) {
      case KEPT -> {}
      case WEAKER -> refuse(place, "must not promise less than " + shown(before), was(now));
      case UNCLEAR -> {
        String stay = "must stay " + shown(before) + ", as nobody can tell which promises less,";
        refuse(place, stay, was(now));
      }
    }
  }

  private void refuseItem(Place list, int item) {
    Place waiver = item(list, String.valueOf(item), "[+]", null, list, 0, item);
    refuse(waiver, "must be left out or end no later", "waives more");
  }

  private void refuse(Place place, String must, String found) {
    String what = place.path();
    String floorSays = " as " + where(place.there().location()) + " has it";
    Location at = place.here().location();
    List<String> told = new ArrayList<>();
    problems.sorted().forEach(known -> told.add(known.at() + known.found()));
    if (!told.contains(at + found)) {
      problems.add(at, what + " " + must + floorSays, found);
    }
  }

  private static String where(Location place) {
    return place.toString();
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "unset" : value.toString();
  }

  private static String was(@Nullable Object value) {
    return value == null ? "is not set" : "was " + value;
  }
}
