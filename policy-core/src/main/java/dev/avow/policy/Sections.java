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
    WorkingCalendar calendar) {}
