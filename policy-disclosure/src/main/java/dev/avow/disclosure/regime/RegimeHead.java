package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.Milestone;
import java.time.LocalDate;

/**
 * What a regime is and where it comes from.
 *
 * @param name its name, in kebab-case
 * @param title what it is called
 * @param source where it was read
 * @param asOf the day on which it was read
 */
record RegimeHead(String name, String title, String source, LocalDate asOf) {

  RegimeHead {
    if (!Milestone.isValid(name)) {
      throw new IllegalArgumentException(
          "name must look like \"cert-cc\" but was \"%s\"".formatted(name));
    }
    if (!source.startsWith("https://")) {
      throw new IllegalArgumentException(
          "source must be a web address such as https://example.org/policy but was \"%s\""
              .formatted(source));
    }
  }
}
