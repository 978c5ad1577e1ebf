package dev.avow.policy.version.range;

import dev.avow.policy.version.scheme.VersionScheme;

/** Reads ranges as package managers write them. */
final class NativeRange {

  private NativeRange() {}

  static VersionRange read(String text, VersionScheme scheme) {
    String range = text.strip();
    if (range.isEmpty()) {
      throw new IllegalArgumentException("a range must be a text such as >=1.0 but was blank");
    }
    return switch (scheme.name()) {
      case "pypi" -> new PypiRange(scheme).read(range);
      case "maven" -> new BracketRange(scheme).read(range);
      case "nuget" -> new BracketRange(scheme).read(range);
      default -> new NpmRange(scheme).read(range);
    };
  }
}
