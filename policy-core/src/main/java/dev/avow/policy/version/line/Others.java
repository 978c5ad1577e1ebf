package dev.avow.policy.version.line;

import dev.avow.policy.version.ask.Missing;

/**
 * All that no other row is about.
 *
 * @param older whether it has to be older than something that another row is about
 */
record Others(boolean older) implements Coverage {

  @Override
  public Match covers(Inquiry inquiry) {
    if (!older) {
      return Match.YES;
    }
    if (inquiry.branch() != null) {
      return Match.of(!inquiry.head());
    }
    Match any = Match.NO;
    boolean versions = false;
    boolean branches = false;
    for (Coverage row : inquiry.rows()) {
      any = any.or(row.isAbove(inquiry));
      versions |= row.isAboutVersions();
      branches |= row instanceof Branches;
    }
    return versions ? any : olderThanNoVersion(branches);
  }

  /** All that is released is older than the head of a branch. */
  private static Match olderThanNoVersion(boolean branches) {
    return branches
        ? Match.YES
        : Match.unknown(Missing.Kind.MEANING, "what it has to be older than");
  }

  @Override
  public Closeness closeness() {
    return older ? Closeness.OLDER : Closeness.OTHERS;
  }

  @Override
  public boolean isAboutVersions() {
    return false;
  }
}
