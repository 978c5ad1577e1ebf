package dev.avow.policy;

import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a gate, each set once at most.
 *
 * @param failOn the severity from which findings block; HIGH if not set
 * @param reportFrom the severity from which findings are reported
 * @param unknownAs what an unknown severity is taken for
 * @param acceptsInconclusive whether what could not be decided is let through
 * @param heedsAnnotations whether waivers count that are written beside what they are for
 */
record GateDraft(
    @Nullable Severity failOn,
    @Nullable Severity reportFrom,
    @Nullable Severity unknownAs,
    boolean acceptsInconclusive,
    boolean heedsAnnotations) {

  GateDraft {
    if (failOn != null && reportFrom != null && reportFrom.compareTo(failOn) > 0) {
      throw new IllegalArgumentException(
          "report-from must not be above fail-on, %s, but was %s"
              .formatted(label(failOn), label(reportFrom)));
    }
  }

  GateDraft() {
    this(null, null, null, false, false);
  }

  GateDraft failOn(Severity severity) {
    Severity once = once("fail-on", failOn, severity);
    return new GateDraft(once, reportFrom, unknownAs, acceptsInconclusive, heedsAnnotations);
  }

  GateDraft reportFrom(Severity severity) {
    Severity once = once("report-from", reportFrom, severity);
    return new GateDraft(failOn, once, unknownAs, acceptsInconclusive, heedsAnnotations);
  }

  GateDraft unknownAs(Severity severity) {
    Severity once = once("unknown-as", unknownAs, severity);
    return new GateDraft(failOn, reportFrom, once, acceptsInconclusive, heedsAnnotations);
  }

  GateDraft acceptInconclusive(boolean accepts) {
    return new GateDraft(failOn, reportFrom, unknownAs, accepts, heedsAnnotations);
  }

  GateDraft heedAnnotations(boolean heeds) {
    return new GateDraft(failOn, reportFrom, unknownAs, acceptsInconclusive, heeds);
  }

  private static Severity once(String what, @Nullable Severity known, Severity severity) {
    if (known != null) {
      throw new IllegalArgumentException("%s was already set to %s".formatted(what, label(known)));
    }
    if (severity == Severity.UNKNOWN) {
      throw new IllegalArgumentException(what + " must be a known severity but was unknown");
    }
    return severity;
  }

  private static String label(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  Gate build() {
    Gate gate = Gate.failingAt(failOn == null ? Severity.HIGH : failOn);
    gate = reportFrom == null ? gate : gate.reportingFrom(reportFrom);
    gate = acceptsInconclusive ? gate.acceptingInconclusive() : gate;
    gate = heedsAnnotations ? gate.heedingWaiversBeside() : gate;
    return unknownAs == null ? gate : gate.treatingUnknownAs(unknownAs);
  }
}
