package dev.avow.k8s.kro;

import dev.avow.policy.finding.Finding.Hop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of a value is secret, and by which way it came. */
final class Taints {

  /**
   * Something secret that a value holds.
   *
   * @param source where it comes from
   * @param faint whether only something can be told of it
   * @param way the stations from the source on
   */
  record Taint(Source source, boolean faint, List<Hop> way) {}

  private record Way(Hop station, @Nullable Way onwards) {}

  private record Task(Value value, boolean faint, @Nullable Way way) {}

  private final Map<String, Taint> bySource = new LinkedHashMap<>();
  private final SortedSet<String> missing = new TreeSet<>();
  private final IdentityHashMap<Value, Boolean> seen = new IdentityHashMap<>();
  private final Deque<Task> open = new ArrayDeque<>();

  private Taints() {}

  /** Returns what of {@code value} is secret. */
  static Taints of(Value value, Effort effort) {
    Taints taints = new Taints();
    taints.open.add(new Task(value, false, null));
    while (!taints.open.isEmpty()) {
      effort.step();
      taints.take(taints.open.poll());
    }
    return taints;
  }

  /** Returns the secrets. */
  List<Taint> all() {
    return List.copyOf(bySource.values());
  }

  /** Returns what would have to be known to know all of them. */
  SortedSet<String> missing() {
    return missing;
  }

  private void take(Task task) {
    Boolean wasFaint = seen.get(task.value());
    if (wasFaint != null && (!wasFaint || task.faint())) {
      return;
    }
    seen.put(task.value(), task.faint());
    Value value = task.value();
    if (value instanceof Value.Place place) {
      place.tell(new Taken(task));
    } else if (value instanceof Value.Unknown unknown) {
      missing.add(unknown.missing());
    } else if (value instanceof Value.Faint weak) {
      open.add(new Task(weak.of(), true, task.way()));
    } else if (value instanceof Value.Via via) {
      open.add(new Task(via.of(), task.faint(), new Way(via.station(), task.way())));
    } else {
      parts(value).forEach(part -> open.add(new Task(part, task.faint(), task.way())));
    }
  }

  private static List<Value> parts(Value value) {
    if (value instanceof Value.Items list) {
      return list.items();
    }
    if (value instanceof Value.Each list) {
      return List.of(list.element());
    }
    if (value instanceof Value.Fields map) {
      List<Value> all = new ArrayList<>(map.known().values());
      all.add(map.keys());
      all.add(map.rest());
      return all;
    }
    if (value instanceof Value.Either either) {
      return either.choices();
    }
    return value instanceof Value.Mixed mixed ? mixed.parts() : List.of();
  }

  private static List<Hop> stations(Source source, @Nullable Way way) {
    List<Hop> stations = new ArrayList<>(List.of(source.station()));
    for (Way here = way; here != null; here = here.onwards()) {
      stations.add(here.station());
    }
    return stations;
  }

  /** Takes what a place tells, on the way of the task that came to it. */
  private final class Taken implements Value.Secrets {

    private final Task task;

    Taken(Task task) {
      this.task = task;
    }

    @Override
    public void source(Source source) {
      Taint known = bySource.get(source.name());
      if (known == null || (known.faint() && !task.faint())) {
        bySource.put(source.name(), new Taint(source, task.faint(), stations(source, task.way())));
      }
    }

    @Override
    public void value(Value value) {
      open.add(new Task(value, task.faint(), task.way()));
    }
  }
}
