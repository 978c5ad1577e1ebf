package dev.avow.policy.scan;

import dev.avow.policy.finding.Selector;
import dev.avow.policy.finding.Waiver;

/** Makes waivers of what a report sets aside itself. */
final class Waivers {

  private static final String SPECIAL = "*?[]{}\\,!^";

  private Waivers() {}

  static Waiver of(ScanFinding finding, ScannedArtifact artifact) {
    Selector on = Selector.where("id", literal(finding.ids().get(0)));
    if (finding.scannedPackage().isPresent()) {
      on = on.and("package", literal(finding.scannedPackage().get().label()));
    }
    on = finding.path().isEmpty() ? on : on.and("path", literal(finding.path()));
    on = artifact.name().isEmpty() ? on : on.and("artifact", literal(artifact.name()));
    String reason = finding.exemption().map(Exemption::reason).orElse("set aside");
    return Waiver.of(ScanRules.of(finding.kind()).value())
        .on(on)
        .because(reason + ", says " + finding.location())
        .at(finding.location());
  }

  /** Returns the glob that matches {@code text} alone. */
  static String literal(String text) {
    StringBuilder glob = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      glob.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return glob.toString();
  }
}
