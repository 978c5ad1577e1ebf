package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The values that were read from a mapping, by entry. */
public final class Values {

  private final Field field;
  private final Map<Entry<?>, Object> values;
  private final Problems problems;

  Values(Field field, Map<Entry<?>, Object> values, Problems problems) {
    this.field = field;
    this.values = values;
    this.problems = problems;
  }

  /** Returns the value of a required entry. */
  public <V> V get(Entry<V> entry) {
    return find(entry).orElseThrow();
  }

  /** Returns the value of {@code entry}; nothing where it is not written or could not be read. */
  @SuppressWarnings("unchecked") // the value under an entry was read by the entry's own form
  public <V> Optional<V> find(Entry<V> entry) {
    return Optional.ofNullable((V) values.get(entry));
  }

  /** Returns the value of {@code entry}, or {@code otherwise} where there is none. */
  public <V> V or(Entry<V> entry, V otherwise) {
    return find(entry).orElse(otherwise);
  }

  /** Returns the items of {@code entry}; none where it is not written. */
  public <V> List<V> list(Entry<List<V>> entry) {
    return or(entry, List.of());
  }

  /**
   * Returns {@code before} with what {@code change} makes of it, if {@code entry} has a value;
   * where it refuses, that becomes a problem at the entry's place.
   */
  public <T, V> T change(T before, Entry<V> entry, BiFunction<T, V, T> change) {
    return find(entry)
        .flatMap(value -> problems.attempt(at(entry).location(), () -> change.apply(before, value)))
        .orElse(before);
  }

  /**
   * Returns {@code before} with each item of {@code entry} added to it; what {@code add} refuses
   * becomes a problem at the item's place.
   */
  public <T, V> T add(
      T before, Entry<List<V>> entry, Function<V, Location> place, BiFunction<T, V, T> add) {
    T sum = before;
    for (V item : list(entry)) {
      T last = sum;
      sum = problems.attempt(place.apply(item), () -> add.apply(last, item)).orElse(last);
    }
    return sum;
  }

  /** Returns whether {@code entry} is written, be it right or wrong. */
  public boolean isWritten(Entry<?> entry) {
    return !at(entry).isAbsent();
  }

  /** Returns whether all that is written under {@code entry} could be read. */
  public boolean isWhole(Entry<? extends List<?>> entry) {
    return find(entry).map(List::size).orElse(0) == at(entry).items().size();
  }

  /** Returns the field of {@code entry}. */
  public Field at(Entry<?> entry) {
    return field.field(entry.name());
  }

  /** Returns where further problems go. */
  public Problems problems() {
    return problems;
  }
}
