package dev.avow.policy.scan;

/**
 * One scanner's finding in its report.
 *
 * @param report the report
 * @param finding the finding
 */
record Sighting(ScanReport report, ScanFinding finding) {

  /** Returns whether it is stated not to concern the artifact. */
  boolean isUnconcerned() {
    return finding.exemption().filter(it -> !it.concerns()).isPresent();
  }

  /** Returns whether {@code other}, of another report, is about the same thing. */
  boolean isSameAs(Sighting other) {
    return finding.kind() == other.finding.kind()
        && report.artifact().isSameAs(other.report.artifact())
        && isInSamePlace(other);
  }

  private boolean isInSamePlace(Sighting other) {
    if (finding.scannedPackage().isPresent() && other.finding.scannedPackage().isPresent()) {
      return samePackage(finding.scannedPackage().get(), other.finding.scannedPackage().get());
    }
    return finding.scannedPackage().isEmpty()
        && other.finding.scannedPackage().isEmpty()
        && finding.path().equals(other.finding.path())
        && finding.line() == other.finding.line();
  }

  /** Returns whether both are one package; a version that is not told may be any. */
  static boolean samePackage(ScannedPackage one, ScannedPackage other) {
    if (!one.purl().isEmpty() && !other.purl().isEmpty()) {
      return samePackage(one.identity(), other.identity());
    }
    boolean anyVersion = one.version().isEmpty() || other.version().isEmpty();
    return one.name().equals(other.name()) && (anyVersion || one.version().equals(other.version()));
  }

  private static boolean samePackage(String one, String other) {
    int version = one.lastIndexOf('@');
    int otherVersion = other.lastIndexOf('@');
    boolean anyVersion = version < 0 || otherVersion < 0;
    return anyVersion ? name(one, version).equals(name(other, otherVersion)) : one.equals(other);
  }

  private static String name(String purl, int version) {
    return version < 0 ? purl : purl.substring(0, version);
  }
}
