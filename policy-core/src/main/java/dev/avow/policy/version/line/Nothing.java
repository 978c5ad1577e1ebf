package dev.avow.policy.version.line;

/** No version at all. */
record Nothing() implements Coverage {

  @Override
  public Match covers(Inquiry inquiry) {
    return Match.NO;
  }

  @Override
  public Closeness closeness() {
    return Closeness.OTHERS;
  }

  @Override
  public boolean isAboutVersions() {
    return false;
  }
}
