package dev.avow.disclosure;

import dev.avow.policy.PolicyBuilder;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.WorkingCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The policies that tests plan by, and shorthands. */
final class Policies {

  private static final Path FOLDER = Path.of("..", "docs", "policies");

  private Policies() {}

  /** Returns the policy of docs/policies whose disclosure has a timeline. */
  static SecurityPolicy typekro() {
    return SecurityPolicy.read(FOLDER.resolve("typekro.yaml"));
  }

  /** Returns the policy of docs/policies that answers to confirmed vulnerabilities. */
  static SecurityPolicy pvcViewer() {
    return SecurityPolicy.read(FOLDER.resolve("pvc-viewer.yaml"));
  }

  /** Returns a policy that promises {@code commitments}, its days those of {@code zone}. */
  static SecurityPolicy promising(String zone, Commitment... commitments) {
    PolicyBuilder policy =
        SecurityPolicy.named("test").calendar(WorkingCalendar.of(ZoneId.of(zone)));
    for (Commitment commitment : commitments) {
      policy.commitTo(commitment);
    }
    return policy.build();
  }

  /** Returns the instant written as {@code text}, such as {@code 2026-11-02T15:00Z}. */
  static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
