package dev.avow.policy.version.line;

import dev.avow.policy.version.ask.Missing;
import java.util.Set;

/**
 * Branches.
 *
 * @param names which ones, or, if {@code others}, which ones not
 * @param others whether all but those are meant
 */
record Branches(Set<String> names, boolean others) implements Coverage {

  Branches {
    names = Set.copyOf(names);
  }

  /** Returns the branch called {@code name}. */
  static Branches named(String name) {
    return new Branches(Set.of(name), false);
  }

  @Override
  public Match covers(Inquiry inquiry) {
    String branch = inquiry.branch();
    if (branch == null || names.contains(branch) == others) {
      return Match.NO;
    }
    return inquiry.head() || others
        ? Match.YES
        : Match.unknown(Missing.Kind.IDENTITY, "how far the commit is behind " + branch);
  }

  @Override
  public Closeness closeness() {
    return Closeness.ONE;
  }

  @Override
  public boolean isAboutVersions() {
    return false;
  }
}
