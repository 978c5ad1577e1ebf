package dev.avow.policy.version.line;

/**
 * All that is older than something else.
 *
 * @param other the something
 * @param scope of which versions
 */
record OlderThan(Coverage other, Span scope) implements Coverage {

  @Override
  public Match covers(Inquiry inquiry) {
    boolean inScope =
        inquiry.version() == null || scope.contains(inquiry.version(), inquiry.isStrict());
    return inScope ? other.isAbove(inquiry) : Match.NO;
  }

  @Override
  public Closeness closeness() {
    return Closeness.OPEN;
  }
}
