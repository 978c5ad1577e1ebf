package dev.avow.policy.version.line;

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
    Match any = inquiry.branch() != null && !inquiry.head() ? Match.YES : Match.NO;
    for (Coverage row : inquiry.rows()) {
      any = any.or(row.isAbove(inquiry));
    }
    return any;
  }

  @Override
  public Closeness closeness() {
    return older ? Closeness.OLDER : Closeness.OTHERS;
  }
}
