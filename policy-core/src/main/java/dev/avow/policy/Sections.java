package dev.avow.policy;

import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.version.SupportedVersions;
import java.util.List;

/** Everything that a policy says; what makes two policies equal. */
record Sections(
    String name,
    List<String> free,
    SupportedVersions versions,
    Reporting reporting,
    List<Commitment> commitments,
    Timeline disclosure,
    List<Obligation> incident,
    List<Announcement> announcements,
    PolicyScope scope,
    CiChecks checks,
    HardeningProfile hardening,
    List<Consideration> considerations,
    Gate gate,
    WorkingCalendar calendar) {

  /** Returns the same with {@code other} said of running things. */
  Sections with(HardeningProfile other) {
    return new Sections(
        name,
        free,
        versions,
        reporting,
        commitments,
        disclosure,
        incident,
        announcements,
        scope,
        checks,
        other,
        considerations,
        gate,
        calendar);
  }

  /** Returns the same with days counted in {@code other}. */
  Sections with(WorkingCalendar other) {
    return new Sections(
        name,
        free,
        versions,
        reporting,
        commitments,
        disclosure,
        incident,
        announcements,
        scope,
        checks,
        hardening,
        considerations,
        gate,
        other);
  }
}
