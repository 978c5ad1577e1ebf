package dev.avow.disclosure.intake;

/** Whether a report came in as it should. */
public enum ChannelAnswer {
  /** It took a channel that the policy lists. */
  ALLOWED,
  /** It took a channel that reports must never take, or that is public and not listed. */
  FORBIDDEN,
  /** It took a private channel that the policy does not list. */
  NOT_LISTED,
  /** It is not known how it came in. */
  UNKNOWN
}
