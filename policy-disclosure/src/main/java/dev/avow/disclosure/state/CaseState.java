package dev.avow.disclosure.state;

import static dev.avow.disclosure.state.CaseEvent.EXPLOIT_PUBLIC;
import static dev.avow.disclosure.state.CaseEvent.FIX_DEPLOYED;
import static dev.avow.disclosure.state.CaseEvent.FIX_READY;
import static dev.avow.disclosure.state.CaseEvent.PUBLIC_AWARE;
import static dev.avow.disclosure.state.CaseEvent.VENDOR_AWARE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the six events of a vulnerability have happened.
 *
 * <p>There are 32 states: no fix is ready before the vendor knows, and none is deployed before it
 * is ready. Two kinds of them pass at once: what the public knows the vendor hears of next, and a
 * public exploit makes the vulnerability public. The rules are those of <a
 * href="https://certcc.github.io/Vultron/topics/process_models/cs/">Vultron's case states</a>.
 * Immutable.
 */
public final class CaseState {

  private final EnumSet<CaseEvent> events;

  private CaseState(EnumSet<CaseEvent> events) {
    this.events = events;
  }

  /** Returns the state in which nothing has happened. */
  public static CaseState start() {
    return new CaseState(EnumSet.noneOf(CaseEvent.class));
  }

  /**
   * Returns the state in which {@code events} have happened.
   *
   * @throws IllegalArgumentException if a fix is ready before the vendor knows, or deployed before
   *     it is ready
   */
  public static CaseState of(Set<CaseEvent> events) {
    EnumSet<CaseEvent> copy = EnumSet.noneOf(CaseEvent.class);
    copy.addAll(events);
    return find(copy)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "events must have %s before %s before %s but were %s"
                        .formatted(VENDOR_AWARE, FIX_READY, FIX_DEPLOYED, copy)));
  }

  private static Optional<CaseState> find(EnumSet<CaseEvent> events) {
    boolean early = events.contains(FIX_READY) && !events.contains(VENDOR_AWARE);
    boolean unready = events.contains(FIX_DEPLOYED) && !events.contains(FIX_READY);
    return early || unready ? Optional.empty() : Optional.of(new CaseState(events));
  }

  /** Returns all states, the one in which nothing has happened first. */
  public static List<CaseState> all() {
    List<EnumSet<CaseEvent>> subsets = new ArrayList<>();
    subsets.add(EnumSet.noneOf(CaseEvent.class));
    for (CaseEvent event : CaseEvent.values()) {
      for (EnumSet<CaseEvent> without : List.copyOf(subsets)) {
        EnumSet<CaseEvent> with = EnumSet.copyOf(without);
        with.add(event);
        subsets.add(with);
      }
    }
    return subsets.stream().flatMap(subset -> find(subset).stream()).toList();
  }

  /** Returns what has happened. */
  public Set<CaseEvent> events() {
    return Collections.unmodifiableSet(events);
  }

  /** Returns whether {@code event} has happened. */
  public boolean has(CaseEvent event) {
    return events.contains(event);
  }

  /** Returns whether something else happens at once: this state does not last. */
  public boolean isTransient() {
    boolean exploit = has(EXPLOIT_PUBLIC) && !has(PUBLIC_AWARE);
    return exploit || (has(PUBLIC_AWARE) && !has(VENDOR_AWARE));
  }

  /** Returns what can happen next: of a state that does not last, one event. */
  public Set<CaseEvent> next() {
    if (has(EXPLOIT_PUBLIC) && !has(PUBLIC_AWARE)) {
      return Set.of(PUBLIC_AWARE);
    }
    if (has(PUBLIC_AWARE) && !has(VENDOR_AWARE)) {
      return Set.of(VENDOR_AWARE);
    }
    EnumSet<CaseEvent> next = EnumSet.complementOf(events);
    next.removeIf(event -> with(event).isEmpty());
    return Collections.unmodifiableSet(next);
  }

  /** Returns the state once {@code event} has happened, too; nothing where it cannot. */
  public Optional<CaseState> after(CaseEvent event) {
    return next().contains(event) ? with(event) : Optional.empty();
  }

  private Optional<CaseState> with(CaseEvent event) {
    EnumSet<CaseEvent> more = EnumSet.copyOf(events);
    more.add(event);
    return find(more);
  }

  /** Returns whether the vulnerability can no longer be kept secret. */
  public boolean endsSecrecy() {
    return events.stream().anyMatch(CaseEvent::endsSecrecy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CaseState that && events.equals(that.events);
  }

  @Override
  public int hashCode() {
    return events.hashCode();
  }

  /** Returns a letter for each event, a capital one for what has happened: {@code VFdPxa}. */
  @Override
  public String toString() {
    StringBuilder letters = new StringBuilder();
    for (CaseEvent event : CaseEvent.values()) {
      letters.append(has(event) ? event.letter() : Character.toLowerCase(event.letter()));
    }
    return letters.toString();
  }
}
