package dev.avow.k8s.rule;

import dev.avow.k8s.rule.Bound.State;
import dev.avow.policy.document.Field;
import java.io.Serializable;

/**
 * The limits, or the requests, that something writes.
 *
 * @param cpu of the processor
 * @param memory of memory
 * @param storage of ephemeral storage
 */
record Bounds(Bound cpu, Bound memory, Bound storage) implements Serializable {

  /** Most pods write nothing as a whole; they share these. */
  private static final Bounds NO_LIMITS = none("limits");

  private static final Bounds NO_REQUESTS = none("requests");

  /** Returns the limits that {@code resources} write. */
  static Bounds limits(Field resources) {
    return of(resources.field("limits"), NO_LIMITS);
  }

  /** Returns the requests that {@code resources} write. */
  static Bounds requests(Field resources) {
    return of(resources.field("requests"), NO_REQUESTS);
  }

  Bound of(Metered resource) {
    return switch (resource) {
      case CPU -> cpu;
      case MEMORY -> memory;
      case EPHEMERAL_STORAGE -> storage;
    };
  }

  /** Returns whether the processor and memory are bounded here. */
  boolean areSet() {
    return cpu.is(State.SET) && memory.is(State.SET);
  }

  private static Bounds of(Field side, Bounds none) {
    if (side.isAbsent() && !side.isUnresolved()) {
      return none;
    }
    return new Bounds(
        of(side, Metered.CPU, none),
        of(side, Metered.MEMORY, none),
        of(side, Metered.EPHEMERAL_STORAGE, none));
  }

  private static Bound of(Field side, Metered resource, Bounds none) {
    Field field = side.field(resource.written());
    return field.isAbsent() && !field.isUnresolved() ? none.of(resource) : Bound.at(field);
  }

  private static Bounds none(String side) {
    PerResource<Bound> all =
        PerResource.of(resource -> Bound.absent(side + "." + resource.written()));
    return new Bounds(all.cpu(), all.memory(), all.storage());
  }
}
