package dev.avow.disclosure.state;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An order in which all six events of a vulnerability can happen; there are 70.
 *
 * @param events the events, the first one first
 */
public record CaseHistory(List<CaseEvent> events) {

  /**
   * A wish: that one event happens before another.
   *
   * @param earlier what is to happen first
   * @param later what is to happen behind it
   */
  public record Ordering(CaseEvent earlier, CaseEvent later) {
    /** Returns the wish as it is written: {@code V<P}. */
    @Override
    public String toString() {
      return earlier.letter() + "<" + later.letter();
    }
  }

  /**
   * Creates a history.
   *
   * @throws IllegalArgumentException if the events cannot happen in this order, or one is missing
   */
  public CaseHistory {
    events = List.copyOf(events);
    Optional<CaseState> state = Optional.of(CaseState.start());
    for (CaseEvent event : events) {
      state = state.flatMap(before -> before.after(event));
    }
    if (state.filter(end -> end.events().size() == CaseEvent.values().length).isEmpty()) {
      throw new IllegalArgumentException(
          "history must have all six events in a possible order but was " + letters(events));
    }
  }

  /** Returns all histories. */
  public static List<CaseHistory> all() {
    List<CaseHistory> all = new ArrayList<>();
    extend(CaseState.start(), new LinkedHashSet<>(), all);
    return List.copyOf(all);
  }

  private static void extend(
      CaseState state, LinkedHashSet<CaseEvent> before, List<CaseHistory> all) {
    if (state.events().size() == CaseEvent.values().length) {
      all.add(new CaseHistory(List.copyOf(before)));
    }
    for (CaseEvent event : state.next()) {
      LinkedHashSet<CaseEvent> more = new LinkedHashSet<>(before);
      more.add(event);
      state.after(event).ifPresent(next -> extend(next, more, all));
    }
  }

  /**
   * Returns the twelve wishes of good disclosure: the vendor knows, the fix is ready and the fix is
   * deployed before the public, an exploit and attackers come; and the public knows before an
   * exploit and attackers come, and an exploit is public before attackers come.
   */
  public static Set<Ordering> desired() {
    Set<Ordering> desired = new LinkedHashSet<>();
    for (CaseEvent earlier : CaseEvent.values()) {
      for (CaseEvent later : EnumSet.range(CaseEvent.PUBLIC_AWARE, CaseEvent.ATTACKS_OBSERVED)) {
        if (earlier.compareTo(later) < 0) {
          desired.add(new Ordering(earlier, later));
        }
      }
    }
    return desired;
  }

  /** Returns the wishes that this history fulfils. */
  public Set<Ordering> fulfils() {
    return desired().stream()
        .filter(wish -> events.indexOf(wish.earlier()) < events.indexOf(wish.later()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String letters(List<CaseEvent> events) {
    return events.stream()
        .map(event -> String.valueOf(event.letter()))
        .collect(Collectors.joining());
  }

  /** Returns the letters of the events: {@code VFDPXA}. */
  @Override
  public String toString() {
    return letters(events);
  }
}
