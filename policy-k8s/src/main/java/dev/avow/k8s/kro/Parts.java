package dev.avow.k8s.kro;

import dev.avow.k8s.kro.Value.Each;
import dev.avow.k8s.kro.Value.Either;
import dev.avow.k8s.kro.Value.Fields;
import dev.avow.k8s.kro.Value.Items;
import dev.avow.k8s.kro.Value.Place;
import dev.avow.k8s.kro.Value.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes values apart. */
final class Parts {

  private final Effort effort;

  Parts(Effort effort) {
    this.effort = effort;
  }

  /** Returns what is at {@code step} from {@code value}. */
  Value select(Value value, Step step) {
    effort.step();
    if (value instanceof Place place) {
      return place.select(step);
    }
    if (value instanceof Items list) {
      return item(list.items(), step);
    }
    if (value instanceof Each list) {
      return list.element();
    }
    if (value instanceof Fields map) {
      return field(map, step);
    }
    if (value instanceof Either either) {
      return Value.either(each(either.choices(), choice -> select(choice, step)));
    }
    if (value instanceof Via via) {
      return via(select(via.of(), step), via);
    }
    return value instanceof Value.Constant ? Value.PUBLIC : value;
  }

  /** Returns what a loop over {@code value} meets. */
  Loop loop(Value value) {
    effort.step();
    if (value instanceof Place place) {
      return place.loop();
    }
    if (value instanceof Items list) {
      return Loop.overList(Value.either(list.items()));
    }
    if (value instanceof Each list) {
      return Loop.overList(list.element());
    }
    if (value instanceof Fields map) {
      return Loop.overMap(map.keys(), field(map, Step.ANY));
    }
    if (value instanceof Either either) {
      return together(each(either.choices(), this::loop));
    }
    if (value instanceof Via via) {
      Loop inner = loop(via.of());
      return new Loop(via(inner.single(), via), via(inner.key(), via), via(inner.element(), via));
    }
    return Loop.overAnything(value instanceof Value.Constant ? Value.PUBLIC : value);
  }

  /** Returns whether {@code value} is certainly a list. */
  boolean isList(Value value) {
    effort.step();
    if (value instanceof Either either) {
      return either.choices().stream().anyMatch(this::isList);
    }
    if (value instanceof Via via) {
      return isList(via.of());
    }
    return value instanceof Items
        || value instanceof Each
        || (value instanceof InputPlace input && input.isList());
  }

  private static Value item(List<Value> items, Step step) {
    if (step.index() >= 0) {
      return step.index() < items.size() ? items.get(step.index()) : Value.PUBLIC;
    }
    return Value.either(items);
  }

  private static Value field(Fields map, Step step) {
    if (step.name() != null) {
      Value known = map.known().get(step.name());
      return known == null ? map.rest() : known;
    }
    List<Value> all = new ArrayList<>(map.known().values());
    all.add(map.rest());
    return Value.either(all);
  }

  private static Loop together(List<Loop> loops) {
    return new Loop(
        Value.either(each(loops, Loop::single)),
        Value.either(each(loops, Loop::key)),
        Value.either(each(loops, Loop::element)));
  }

  private static Value via(Value value, Via via) {
    boolean bare = value == Value.PUBLIC || value instanceof Value.Constant;
    return bare ? value : new Via(value, via.station());
  }

  private static <A, B> List<B> each(List<A> all, Function<A, B> what) {
    return all.stream().<B>map(what).toList();
  }
}
