package dev.avow.k8s.rule;

import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Settings;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something for each resource that is metered.
 *
 * @param cpu that for the processor
 * @param memory that for memory
 * @param storage that for ephemeral storage
 * @param <T> what it is
 */
record PerResource<T>(T cpu, T memory, T storage) {

  static <T> PerResource<T> of(Function<Metered, T> each) {
    return new PerResource<>(
        each.apply(Metered.CPU), each.apply(Metered.MEMORY), each.apply(Metered.EPHEMERAL_STORAGE));
  }

  T of(Metered resource) {
    return switch (resource) {
      case CPU -> cpu;
      case MEMORY -> memory;
      case EPHEMERAL_STORAGE -> storage;
    };
  }

  List<T> all() {
    return List.of(cpu, memory, storage);
  }

  /** Returns the resources for which {@code settings} set the flag. */
  static List<Metered> chosen(Settings settings, PerResource<Parameter<Boolean>> flags) {
    return Stream.of(Metered.values())
        .filter(resource -> settings.get(flags.of(resource)))
        .toList();
  }
}
