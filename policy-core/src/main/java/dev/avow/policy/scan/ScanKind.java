package dev.avow.policy.scan;

/** What sort of thing a scanner found. */
public enum ScanKind {
  /** A known vulnerability in a package. */
  VULNERABILITY("Vulnerability"),
  /** A configuration that is not safe. */
  MISCONFIGURATION("Misconfiguration"),
  /** A credential that stands where anybody can read it. */
  SECRET("Secret"),
  /** A licence that asks for attention. */
  LICENSE("License"),
  /** A mistake in source code. */
  WEAKNESS("Weakness");

  private final String label;

  ScanKind(String label) {
    this.label = label;
  }

  /** Returns the kind of the subjects of findings of this sort. */
  public String label() {
    return label;
  }
}
