package dev.avow.policy.scan;

import dev.avow.policy.finding.Severity;

/** The formats of reports that can be read; a report's content tells which it is. */
public enum ScanFormat {
  /** Trivy's own JSON, schema 2. */
  TRIVY("Trivy"),
  /** Grype's own JSON. */
  GRYPE("Grype"),
  /** SARIF 2.1.0, of whatever tool. */
  SARIF("SARIF"),
  /** OSV-Scanner's own JSON. */
  OSV_SCANNER("OSV-Scanner"),
  /** CycloneDX in JSON: vulnerabilities in a bill of materials, or statements about them (VEX). */
  CYCLONEDX("CycloneDX"),
  /** The alerts of Dependabot, as GitHub's REST API lists them. */
  DEPENDABOT("Dependabot");

  private final String label;

  ScanFormat(String label) {
    this.label = label;
  }

  /** Returns the name as its makers write it. */
  public String label() {
    return label;
  }

  /**
   * Returns whether a report of this format may have been filtered by {@link Severity} without
   * saying so, so that nothing follows from what it does not hold.
   */
  public boolean mayHideSeverities() {
    return this == TRIVY || this == SARIF || this == CYCLONEDX;
  }
}
