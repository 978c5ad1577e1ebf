package dev.avow.policy;

/** A part of a policy, in the order in which policies are written. */
public enum PolicySection {
  /** The project's name. */
  NAME("name"),
  /** What policies that extend this one may weaken. */
  OVERLAYS("overlays-may-change"),
  /** Which versions get security fixes. */
  SUPPORTED_VERSIONS("supported-versions"),
  /** How vulnerabilities are reported, and what a report contains. */
  REPORTING("reporting"),
  /** What will have happened how long after what. */
  COMMITMENTS("commitments"),
  /** The days from a report to its disclosure. */
  DISCLOSURE("disclosure"),
  /** What users are owed for every confirmed vulnerability. */
  INCIDENT_RESPONSE("incident-response"),
  /** Where security updates are announced. */
  ANNOUNCEMENTS("announcements"),
  /** What the policy covers and what not. */
  SCOPE("scope"),
  /** What repository, builds and images promise. */
  CI("ci"),
  /** What is promised about running things. */
  HARDENING("hardening"),
  /** The advice to those who use the project. */
  CONSIDERATIONS("considerations"),
  /** From which severity findings block. */
  GATE("gate"),
  /** Promises knowingly not kept. */
  WAIVERS("waivers"),
  /** The calendar in which days are counted. */
  CALENDAR("calendar");

  private final String label;

  PolicySection(String label) {
    this.label = label;
  }

  /** Returns the name as policies write it: {@code supported-versions}. */
  public String label() {
    return label;
  }

  /** Returns the section that {@code path} leads into. */
  static PolicySection of(String path) {
    for (PolicySection section : values()) {
      if (path.equals(section.label) || path.startsWith(section.label + ".")) {
        return section;
      }
    }
    throw new IllegalArgumentException("path must begin with a section but was " + path);
  }
}
