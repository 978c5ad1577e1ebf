package dev.avow.policy;

import java.util.Locale;

/** What happens in a stretch of days of a disclosure timeline; each comes after those before it. */
public enum Phase {
  /** The report comes in. */
  REPORTED("Vulnerability reported"),
  /** The reporter gets an answer, and the report a first assessment. */
  TRIAGE("Initial response and triage"),
  /** The vulnerability is looked into and a fix is made. */
  FIX("Investigation and fix development"),
  /** A version with the fix and an advisory come out. */
  RELEASE_AND_ADVISORY("Patch release and security advisory"),
  /** The details become public. */
  PUBLIC_DISCLOSURE("Public disclosure");

  private final String text;

  Phase(String text) {
    this.text = text;
  }

  /** Returns the name as policies write it: {@code release-and-advisory}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what it is called for a person, unless a policy says otherwise. */
  public String text() {
    return text;
  }
}
