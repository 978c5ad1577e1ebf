package dev.avow.disclosure.intake;

/**
 * Something to answer to whoever sent a report.
 *
 * @param kind what for
 * @param text a ready text; it goes to the sender and, on a public channel, tells nothing
 */
public record Reply(Kind kind, String text) {

  /** What a reply is for. */
  public enum Kind {
    /** To thank for a comment on the policy. */
    COMMENT_WELCOME,
    /** To say where comments on the policy are read. */
    COMMENT_ELSEWHERE,
    /** To say that a report came in. */
    RECEIVED,
    /** To move a report away from a public place. */
    MOVE_TO_PRIVATE,
    /** To say where reports are read. */
    USE_A_LISTED_CHANNEL,
    /** To ask for what is lacking. */
    ASK_FOR_CONTENTS,
    /** To ask what it is about. */
    ASK_FOR_COMPONENT,
    /** To send it on to those who maintain the component. */
    FORWARD_TO_MAINTAINER,
    /** To say that the policy does not cover it. */
    NOT_COVERED,
    /** To say that the version gets no fixes, or only if it can be done. */
    VERSION_NOT_SUPPORTED,
    /** To ask for the version. */
    ASK_FOR_VERSION
  }

  /** Returns what it is for only. */
  @Override
  public String toString() {
    return kind.name();
  }
}
