package dev.avow.disclosure;

import dev.avow.policy.Phase;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.TimelineRow;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.Subject;
import java.util.Optional;

/** Says what is wrong with the disclosure timeline of a policy, whatever the case. */
final class PolicyLint {

  private final SecurityPolicy policy;
  private final Subject subject;
  private final Verdicts verdicts = new Verdicts();

  private PolicyLint(SecurityPolicy policy) {
    this.policy = policy;
    this.subject = Subject.of("Policy").with("policy", policy.name());
  }

  static Partial of(SecurityPolicy policy) {
    PolicyLint lint = new PolicyLint(policy);
    Optional<TimelineRow> disclosure = lint.row(Phase.PUBLIC_DISCLOSURE);
    lint.grace(disclosure);
    lint.advisory(lint.row(Phase.RELEASE_AND_ADVISORY), disclosure);
    return lint.verdicts.build();
  }

  private Optional<TimelineRow> row(Phase phase) {
    return policy.disclosure().rows().stream().filter(row -> row.phase() == phase).findFirst();
  }

  private void grace(Optional<TimelineRow> disclosure) {
    if (disclosure.isEmpty()) {
      verdicts.notApplicable(PlanRules.GRACE, subject);
    } else if (policy.disclosure().grace().isPresent()) {
      verdicts.pass(PlanRules.GRACE, subject);
    } else {
      verdicts.fail(
          PlanRules.GRACE,
          subject,
          disclosure.get().declaredAt(),
          "does not say how long users have to update: grace is not set");
    }
  }

  private void advisory(Optional<TimelineRow> release, Optional<TimelineRow> disclosure) {
    if (release.isEmpty() || disclosure.isEmpty()) {
      verdicts.notApplicable(PlanRules.ADVISORY_WAITS, subject);
      return;
    }
    int advisory = release.get().days().first();
    int open = disclosure.get().days().first();
    if (advisory >= open) {
      verdicts.pass(PlanRules.ADVISORY_WAITS, subject);
      return;
    }
    verdicts.fail(
        PlanRules.ADVISORY_WAITS,
        subject,
        release.get().declaredAt(),
        "publishes advisories from day %d on but discloses from day %d on"
            .formatted(advisory, open));
  }
}
