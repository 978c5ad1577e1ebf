package dev.avow.disclosure;

import dev.avow.disclosure.regime.Clause;
import dev.avow.disclosure.regime.Regime;
import dev.avow.policy.Announcement;
import dev.avow.policy.Announcement.Medium;
import dev.avow.policy.Obligation;
import dev.avow.policy.Phase;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.Timeline;
import dev.avow.policy.TimelineRow;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.finding.Location;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.SupportedVersions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a security policy promises about a case, and what regimes ask beside it. */
final class PolicyPromises {

  /** What each phase of a timeline brings about; the first is named as the phase is. */
  private static final Map<Phase, List<Milestone>> MILESTONES =
      Map.of(
          Phase.REPORTED, List.of(Milestone.REPORTED),
          Phase.TRIAGE, List.of(Milestone.ACKNOWLEDGED, Milestone.TRIAGED),
          Phase.FIX, List.of(Milestone.FIX_READY),
          Phase.RELEASE_AND_ADVISORY, List.of(Milestone.FIX_RELEASED, Milestone.ADVISORY_PUBLISHED),
          Phase.PUBLIC_DISCLOSURE, List.of(Milestone.PUBLIC));

  /** Where people read announcements under an address that can be dead. */
  private static final Set<Medium> LINKED = EnumSet.of(Medium.CHAT, Medium.WEB);

  private final SecurityPolicy policy;
  private final Promises.Draft draft = new Promises.Draft();

  private PolicyPromises(SecurityPolicy policy) {
    this.policy = policy;
  }

  static Promises of(SecurityPolicy policy, List<Regime> regimes) {
    PolicyPromises promises = new PolicyPromises(policy);
    policy.commitments().forEach(promises::promise);
    policy.disclosure().rows().forEach(promises::row);
    promises.order(policy.disclosure());
    policy.incidentResponse().forEach(promises::obligation);
    promises.backports(policy.supportedVersions());
    policy.announcements().forEach(promises::announcement);
    regimes.forEach(promises::regime);
    return promises.draft.build(policy.name(), policy.calendar(), PolicyLint.of(policy));
  }

  /** Adds what a regime asks; of its ordered steps those that may be left out break no order. */
  private void regime(Regime regime) {
    @Nullable Milestone before = null;
    for (Clause clause : regime.clauses()) {
      Owed owed = Owed.by(regime, clause);
      Milestone step = clause.commitment().promised();
      if (clause.isConditional()) {
        draft.promiseIfApplicable(owed);
      } else {
        draft.promise(owed);
      }
      if (regime.isOrdered() && !clause.isConditional()) {
        order(before, step);
        before = step;
      }
    }
  }

  private void order(@Nullable Milestone before, Milestone step) {
    if (before != null) {
      draft.order(before, step);
    }
  }

  private void row(TimelineRow row) {
    List<Milestone> milestones = MILESTONES.getOrDefault(row.phase(), List.of());
    milestones.forEach(milestone -> promise(milestone, row.days(), row.declaredAt()));
    if (milestones.size() == 1) {
      draft.title(milestones.get(0), row.text());
    }
    if (row.phase() == Phase.PUBLIC_DISCLOSURE) {
      disclosure(row);
    }
  }

  private void promise(Milestone milestone, DayRange days, Location place) {
    promise(Commitment.to(milestone).during(days).declaredAt(place));
  }

  /** Promises that details become public on no earlier day, and after users could update. */
  private void disclosure(TimelineRow row) {
    if (row.days().last().isPresent()) {
      promise(Milestone.PUBLIC, DayRange.from(row.days().first()), row.declaredAt());
    }
    Period grace = policy.disclosure().grace().orElse(Period.hours(0));
    promise(
        Commitment.to(Milestone.PUBLIC)
            .after(Milestone.FIX_RELEASED)
            .notBefore(grace)
            .declaredAt(row.declaredAt()));
  }

  private void order(Timeline timeline) {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    timeline.rows().forEach(row -> phases.add(row.phase()));
    if (phases.contains(Phase.RELEASE_AND_ADVISORY)) {
      draft.order(Milestone.FIX_RELEASED, Milestone.ADVISORY_PUBLISHED);
    }
    if (phases.contains(Phase.PUBLIC_DISCLOSURE)) {
      draft.order(Milestone.ADVISORY_PUBLISHED, Milestone.PUBLIC);
    }
  }

  private void obligation(Obligation obligation) {
    promise(
        Commitment.to(obligation.milestone())
            .after(Milestone.CONFIRMED)
            .declaredAt(obligation.declaredAt()),
        obligation.conditional());
  }

  private void backports(SupportedVersions versions) {
    Optional<Location> row =
        versions.rows().stream()
            .filter(version -> version.status() == SupportStatus.BEST_EFFORT)
            .map(SupportRow::declaredAt)
            .findFirst();
    Commitment effort =
        Commitment.to(Milestone.FIX_BACKPORTED).after(Milestone.FIX_RELEASED).bestEffort();
    if (row.isPresent()
        || versions.others().filter(SupportStatus.BEST_EFFORT::equals).isPresent()) {
      promise(row.map(effort::declaredAt).orElse(effort));
    }
  }

  private void announcement(Announcement announcement) {
    boolean advisory = announcement.medium() == Medium.GITHUB_ADVISORIES;
    Milestone milestone =
        advisory ? Milestone.ADVISORY_PUBLISHED : Promises.announced(announcement.id());
    promise(
        Commitment.to(milestone)
            .after(Milestone.FIX_RELEASED)
            .declaredAt(announcement.declaredAt()),
        announcement.isConditional());
    draft.title(milestone, "Announcement: " + announcement);
    draft.announcement(
        new Announced(
            announcement.id(),
            milestone,
            announcement.marker().orElse(null),
            announcement
                .address()
                .filter(any -> LINKED.contains(announcement.medium()))
                .orElse(null),
            announcement.declaredAt()));
  }

  private void promise(Commitment commitment, boolean conditional) {
    if (conditional) {
      draft.promiseIfApplicable(Owed.byPolicy(commitment, policy.calendar()));
    } else {
      promise(commitment);
    }
  }

  private void promise(Commitment commitment) {
    draft.promise(Owed.byPolicy(commitment, policy.calendar()));
  }
}
