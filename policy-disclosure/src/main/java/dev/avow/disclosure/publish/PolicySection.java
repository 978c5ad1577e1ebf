package dev.avow.disclosure.publish;

import java.util.Locale;

/** The parts of a policy that a document carries. */
public enum PolicySection {
  /** Which versions get security fixes. */
  SUPPORTED_VERSIONS,
  /** Where reports go, and what they contain. */
  REPORTING,
  /** What will have happened how long after what. */
  COMMITMENTS,
  /** The days from a report to its disclosure. */
  DISCLOSURE,
  /** What users are owed for every confirmed vulnerability. */
  INCIDENT_RESPONSE,
  /** Where security updates are announced. */
  ANNOUNCEMENTS,
  /** What is covered and what not. */
  SCOPE,
  /** Advice to those who use the project. */
  CONSIDERATIONS;

  /** Returns the name as policies write it: {@code supported-versions}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
