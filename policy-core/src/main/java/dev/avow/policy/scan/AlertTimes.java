package dev.avow.policy.scan;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times that a policy gives for mending what was reported, applied to alerts: an alert is a
 * report, and a released fix its end.
 */
final class AlertTimes {

  private final WorkingCalendar calendar;
  private final List<Commitment> promises;

  /** A verdict on one alert, with the finding of a late one. */
  record Answer(RuleId rule, Subject subject, Verdict verdict, @Nullable Finding finding) {

    void addTo(Partial.Builder into) {
      into.verdict(rule, subject, verdict);
      if (finding != null) {
        into.finding(finding);
      }
    }
  }

  AlertTimes(SecurityPolicy policy) {
    this.calendar = policy.calendar();
    this.promises =
        policy.commitments().stream()
            .filter(it -> it.promised().equals(Milestone.FIX_RELEASED))
            .filter(it -> it.from().equals(Milestone.REPORTED))
            .filter(it -> it.bound() == Bound.AT_MOST)
            .toList();
  }

  boolean arePromised() {
    return !promises.isEmpty();
  }

  /** Returns whether an alert is older than the policy gives; nothing if it is no alert. */
  Optional<Answer> judge(Sightings seen, Subject subject, Severity severity, Instant now) {
    ScanFinding alert = seen.first().finding();
    Optional<Instant> since = alert.since();
    Optional<Instant> due = since.flatMap(start -> due(start, severity));
    RuleId rule = ScanRules.ALERT_CLOSED_IN_TIME.id();
    if (!arePromised() || since.isEmpty() || alert.exemption().isPresent()) {
      return Optional.empty();
    }
    if (due.isEmpty()) {
      return Optional.of(new Answer(rule, subject, Verdict.NOT_APPLICABLE, null));
    }
    if (!now.isAfter(due.get())) {
      return Optional.of(new Answer(rule, subject, Verdict.PASS, null));
    }
    Finding late =
        Finding.of(rule, Verdict.FAIL, subject, alert.location())
            .severity(severity)
            .message(
                "has been open since %s, and was to be closed by %s"
                    .formatted(since.get(), due.get()))
            .build();
    return Optional.of(new Answer(rule, subject, Verdict.FAIL, late));
  }

  private Optional<Instant> due(Instant start, Severity severity) {
    return promises.stream()
        .filter(it -> it.severities().covers(severity))
        .map(it -> it.deadline(Map.of(Milestone.REPORTED, start), calendar))
        .flatMap(it -> it.due().stream())
        .min(Comparator.naturalOrder());
  }
}
