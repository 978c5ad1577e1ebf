package dev.avow.disclosure.state;

/** What happens to a report. */
public enum ReportEvent {
  /** It comes in. */
  RECEIVE,
  /** It is found to be a vulnerability. */
  VALIDATE,
  /** It is found to be none, or none to deal with. */
  INVALIDATE,
  /** Somebody begins to deal with it. */
  ACCEPT,
  /** It is put off. */
  DEFER,
  /** Nothing more will be done. */
  CLOSE
}
