package dev.avow.disclosure.state;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far one who received a report has come with it.
 *
 * <p>The rules are those of <a
 * href="https://certcc.github.io/Vultron/topics/process_models/rm/">Vultron's report
 * management</a>: seven states, eleven transitions, of which none leads out of {@link #CLOSED}.
 */
public enum ReportState {
  /** There is no report yet. */
  START,
  /** It came in, and nobody has judged it. */
  RECEIVED,
  /** It is no vulnerability, or not one to deal with; more information can change that. */
  INVALID,
  /** It is a vulnerability, and nobody has decided what to do. */
  VALID,
  /** It is to wait. */
  DEFERRED,
  /** It is being dealt with. */
  ACCEPTED,
  /** Nothing more will be done. */
  CLOSED;

  /** Returns the state that {@code event} leads to; nothing where it cannot happen. */
  public Optional<ReportState> after(ReportEvent event) {
    return Optional.ofNullable(
        switch (event) {
          case RECEIVE -> this == START ? RECEIVED : null;
          case VALIDATE -> this == RECEIVED || this == INVALID ? VALID : null;
          case INVALIDATE -> this == RECEIVED ? INVALID : null;
          case ACCEPT -> this == VALID || this == DEFERRED ? ACCEPTED : null;
          case DEFER -> this == VALID || this == ACCEPTED ? DEFERRED : null;
          case CLOSE -> this == ACCEPTED || this == INVALID || this == DEFERRED ? CLOSED : null;
        });
  }

  /** Returns what can happen next. */
  public Set<ReportEvent> next() {
    EnumSet<ReportEvent> next = EnumSet.noneOf(ReportEvent.class);
    Arrays.stream(ReportEvent.values())
        .filter(event -> after(event).isPresent())
        .forEach(next::add);
    return Collections.unmodifiableSet(next);
  }

  /** Returns whether a fix can be expected to exist in this state. */
  public boolean mayHaveFix() {
    return this == ACCEPTED || this == DEFERRED || this == CLOSED;
  }
}
