package dev.avow.policy;

import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings of a gate, each set once at most. */
final class GateDraft {

  private @Nullable Severity failOn;
  private @Nullable Severity reportFrom;
  private @Nullable Severity unknownAs;
  private boolean acceptsInconclusive;

  void failOn(Severity severity) {
    failOn = once("fail-on", failOn, severity);
    requireReported();
  }

  void reportFrom(Severity severity) {
    reportFrom = once("report-from", reportFrom, severity);
    requireReported();
  }

  void unknownAs(Severity severity) {
    unknownAs = once("unknown-as", unknownAs, severity);
  }

  void acceptInconclusive() {
    acceptsInconclusive = true;
  }

  private static Severity once(String what, @Nullable Severity known, Severity severity) {
    if (known != null) {
      throw new IllegalArgumentException("%s was already set to %s".formatted(what, label(known)));
    }
    if (severity == Severity.UNKNOWN) {
      throw new IllegalArgumentException(
          "%s must be a known severity but was unknown".formatted(what));
    }
    return severity;
  }

  private void requireReported() {
    if (failOn != null && reportFrom != null && reportFrom.compareTo(failOn) > 0) {
      throw new IllegalArgumentException(
          "report-from must not be above fail-on, %s, but was %s"
              .formatted(label(failOn), label(reportFrom)));
    }
  }

  private static String label(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  Gate build() {
    Severity failAt = failOn == null ? Severity.HIGH : failOn;
    Gate gate = Gate.failingAt(failAt);
    gate = reportFrom == null ? gate : gate.reportingFrom(reportFrom);
    gate = acceptsInconclusive ? gate.acceptingInconclusive() : gate;
    return unknownAs == null ? gate : gate.treatingUnknownAs(unknownAs);
  }
}
