package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.words.Severities;
import dev.avow.disclosure.publish.words.Wording;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.version.SupportCondition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads for which vulnerabilities something holds: severities, or a band of scores. */
final class Conditions {

  private Conditions() {}

  static Optional<SupportCondition> read(String text) {
    List<Severity> severities = Severities.in(Wording.of(text));
    if (!severities.isEmpty()) {
      return Optional.of(SupportCondition.severities(severities.toArray(Severity[]::new)));
    }
    String band = text.toLowerCase(Locale.ROOT).replace("cvss", "").strip();
    try {
      return Optional.of(SupportCondition.cvss(band));
    } catch (IllegalArgumentException notABand) {
      return Optional.empty();
    }
  }
}
