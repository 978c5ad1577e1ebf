package dev.avow.disclosure.embargo;

import dev.avow.disclosure.state.CaseEvent;
import java.util.Optional;

/** Something on which an embargo ends early. That an embargo ends obliges nobody to publish. */
public enum Occasion {
  /** The vulnerability is public. */
  PUBLIC(Force.SHALL, "the vulnerability is public"),
  /** It is being exploited. */
  ATTACKS(Force.SHOULD, "the vulnerability is being exploited"),
  /** A way to exploit it is public, and with it the vulnerability. */
  EXPLOIT_PUBLIC(Force.SHALL, "an exploit is public"),
  /** Adversaries are known to have a way to exploit it. */
  EXPLOIT_HELD(Force.SHOULD, "adversaries have an exploit"),
  /** Adversaries are known to know the details. */
  DETAILS_HELD(Force.MAY, "adversaries know the details"),
  /** So many vendors are ready to release fixes that the others need not be waited for. */
  VENDORS_READY(Force.MAY, "a quorum of vendors is ready to release fixes");

  private static final String SOURCE =
      "https://certcc.github.io/Vultron/topics/process_models/em/early_termination/";

  private final Force force;
  private final String reason;

  Occasion(Force force, String reason) {
    this.force = force;
    this.reason = reason;
  }

  /** Returns the occasion that {@code event} is; nothing if embargoes outlive it. */
  public static Optional<Occasion> of(CaseEvent event) {
    return switch (event) {
      case PUBLIC_AWARE -> Optional.of(PUBLIC);
      case ATTACKS_OBSERVED -> Optional.of(ATTACKS);
      case EXPLOIT_PUBLIC -> Optional.of(EXPLOIT_PUBLIC);
      case VENDOR_AWARE, FIX_READY, FIX_DEPLOYED -> Optional.empty();
    };
  }

  /** Returns how firmly the embargo is to end. */
  public Advice end() {
    return new Advice(force, reason, SOURCE);
  }
}
