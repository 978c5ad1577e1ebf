package dev.avow.disclosure.state;

/** What happens to an embargo. */
public enum EmbargoEvent {
  /** Somebody proposes terms. */
  PROPOSE,
  /** What was proposed is turned down; what was in force before stays so. */
  REJECT,
  /** What was proposed is agreed. */
  ACCEPT,
  /** It ends, early or because its time is over; nobody is thereby bound to publish. */
  TERMINATE
}
