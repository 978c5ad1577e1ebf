package dev.avow.k8s.rule;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/** What a group rule sees at once: all facts that it needs, of one namespace or of everything. */
public final class Group {

  private final GroupKey key;
  private final List<Observed<?>> observations;

  private Group(GroupKey key, List<Observed<?>> observations) {
    this.key = key;
    this.observations = observations;
  }

  /** Returns the group of {@code facts}, in any order; what is in them twice counts once. */
  public static Group of(GroupKey key, Collection<? extends Observed<?>> facts) {
    List<Observed<?>> sorted =
        facts.stream().<Observed<?>>map(fact -> fact).distinct().sorted(Observed.BY_PLACE).toList();
    return new Group(key, sorted);
  }

  /** Returns what the facts were gathered by. */
  public GroupKey key() {
    return key;
  }

  /** Returns the facts of all kinds, sorted by place. */
  public List<Observed<?>> all() {
    return observations;
  }

  /**
   * Returns the facts of {@code kind}, sorted by place.
   *
   * @throws ClassCastException if a fact of that name is of another type
   */
  public <F extends Serializable> List<Observed<F>> all(Facts<F> kind) {
    return observations.stream()
        .filter(observed -> observed.facts().equals(kind.name()))
        .map(
            observed ->
                new Observed<>(
                    observed.facts(),
                    observed.subject(),
                    observed.location(),
                    kind.type().cast(observed.value())))
        .toList();
  }

  /** Returns this group with nothing but the facts of {@code kinds}. */
  Group only(Collection<Facts<?>> kinds) {
    List<String> names = kinds.stream().map(Facts::name).toList();
    List<Observed<?>> kept =
        observations.stream().filter(observed -> names.contains(observed.facts())).toList();
    return new Group(key, kept);
  }

  @Override
  public String toString() {
    return key + ", " + observations.size() + " facts";
  }
}
