package dev.avow.disclosure;

import static java.util.Map.entry;

import dev.avow.disclosure.state.CaseEvent;
import dev.avow.disclosure.state.CaseState;
import dev.avow.disclosure.state.ReportEvent;
import dev.avow.disclosure.state.ReportState;
import dev.avow.policy.commitment.Milestone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The states that facts lead to. */
final class CaseStates {

  private static final Map<Milestone, ReportEvent> REPORT =
      Map.ofEntries(
          entry(Milestone.REPORTED, ReportEvent.RECEIVE),
          entry(Milestone.CONFIRMED, ReportEvent.VALIDATE),
          entry(Milestone.REJECTED, ReportEvent.INVALIDATE),
          entry(Milestone.DUPLICATE, ReportEvent.INVALIDATE),
          entry(Milestone.ACCEPTED, ReportEvent.ACCEPT),
          entry(Milestone.FIX_READY, ReportEvent.ACCEPT),
          entry(Milestone.FIX_RELEASED, ReportEvent.ACCEPT),
          entry(Milestone.DEFERRED, ReportEvent.DEFER),
          entry(Milestone.CLOSED, ReportEvent.CLOSE));

  private static final Map<Milestone, CaseEvent> CASE =
      Map.ofEntries(
          entry(Milestone.REPORTED, CaseEvent.VENDOR_AWARE),
          entry(Milestone.FIX_READY, CaseEvent.FIX_READY),
          entry(Milestone.FIX_RELEASED, CaseEvent.FIX_READY),
          entry(Milestone.FIX_DEPLOYED, CaseEvent.FIX_DEPLOYED),
          entry(Milestone.ADVISORY_PUBLISHED, CaseEvent.PUBLIC_AWARE),
          entry(Milestone.PUBLIC, CaseEvent.PUBLIC_AWARE),
          entry(Milestone.EXPLOIT_PUBLIC, CaseEvent.EXPLOIT_PUBLIC),
          entry(Milestone.EXPLOITATION_KNOWN, CaseEvent.ATTACKS_OBSERVED));

  private final List<Fact> misfits = new ArrayList<>();
  private ReportState report = ReportState.START;

  private CaseStates() {}

  /** Returns where {@code facts} have led the report, and which of them lead nowhere. */
  static CaseStates of(List<Fact> facts) {
    CaseStates states = new CaseStates();
    for (Fact fact : facts) {
      Stream.concat(Stream.of(fact.what()), fact.also().stream())
          .flatMap(what -> Optional.ofNullable(REPORT.get(what)).stream())
          .sorted()
          .forEach(event -> states.apply(event, fact));
    }
    return states;
  }

  private void apply(ReportEvent event, Fact fact) {
    ReportState before = prepared(event);
    Optional<ReportState> after = before.after(event);
    if (after.isPresent()) {
      report = after.get();
    } else if (!isSaid(event)) {
      misfits.add(fact);
    }
  }

  /** Returns the state in which {@code event} finds the report: a fix tells of its validation. */
  private ReportState prepared(ReportEvent event) {
    ReportState state = report;
    if (event == ReportEvent.RECEIVE) {
      return state;
    }
    state = state.after(ReportEvent.RECEIVE).orElse(state);
    boolean judged = event == ReportEvent.ACCEPT || event == ReportEvent.DEFER;
    boolean open = state == ReportState.RECEIVED;
    return judged && open ? state.after(ReportEvent.VALIDATE).orElse(state) : state;
  }

  /** Returns whether {@code event} says what is known anyway. */
  private boolean isSaid(ReportEvent event) {
    return switch (event) {
      case RECEIVE -> true;
      case VALIDATE -> report == ReportState.VALID || report == ReportState.ACCEPTED;
      case INVALIDATE -> report == ReportState.INVALID;
      case ACCEPT -> report == ReportState.ACCEPTED;
      case DEFER -> report == ReportState.DEFERRED;
      case CLOSE -> report == ReportState.CLOSED;
    };
  }

  ReportState report() {
    return report;
  }

  /** Returns the facts that cannot follow those before them. */
  List<Fact> misfits() {
    return List.copyOf(misfits);
  }

  /** Returns what {@code facts} say has happened; what must come before it, has. */
  static CaseState caseState(List<Fact> facts) {
    EnumSet<CaseEvent> events = EnumSet.noneOf(CaseEvent.class);
    for (Fact fact : facts) {
      Optional.ofNullable(CASE.get(fact.what())).ifPresent(events::add);
      fact.also().stream()
          .flatMap(more -> Optional.ofNullable(CASE.get(more)).stream())
          .forEach(events::add);
    }
    if (events.contains(CaseEvent.FIX_DEPLOYED)) {
      events.add(CaseEvent.FIX_READY);
    }
    if (events.contains(CaseEvent.FIX_READY)) {
      events.add(CaseEvent.VENDOR_AWARE);
    }
    return CaseState.of(events);
  }
}
