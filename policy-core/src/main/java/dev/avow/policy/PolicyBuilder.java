package dev.avow.policy;

import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;

import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportedVersions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link SecurityPolicy}; every call refuses what contradicts an earlier one.
 *
 * <p>Not thread-safe.
 */
public final class PolicyBuilder {

  /** The calendar of a policy that names none. */
  static final WorkingCalendar UTC = WorkingCalendar.of(ZoneId.of("UTC"));

  private final String name;
  private final List<String> free = new ArrayList<>();
  private SupportedVersions versions = SupportedVersions.none();
  private Reporting reporting = Reporting.none();
  private final List<Commitment> commitments = new ArrayList<>();
  private Timeline disclosure = Timeline.none();
  private final List<Obligation> incident = new ArrayList<>();
  private final List<Announcement> announcements = new ArrayList<>();
  private PolicyScope scope = PolicyScope.none();
  private CiChecks checks = CiChecks.none();
  private @Nullable HardeningProfile hardening;
  private final List<Consideration> considerations = new ArrayList<>();
  private GateDraft gate = new GateDraft();
  private final List<Waiver> waivers = new ArrayList<>();
  private @Nullable WorkingCalendar calendar;

  PolicyBuilder(String name) {
    this.name = Require.text("name", name);
  }

  /**
   * Lets policies that extend this one change what stands at {@code paths}, even for the weaker:
   * {@code calendar}, {@code hardening.rules.runs-as-non-root.severity}, {@code
   * commitments.acknowledged.within}. An asterisk is any one name.
   */
  public PolicyBuilder overlaysMayChange(String... paths) {
    for (String path : paths) {
      free.add(Require.text("path", path));
    }
    return this;
  }

  /** Adds a line of releases that gets security fixes, such as {@code 0.1.x}. */
  public PolicyBuilder supports(String line) {
    return supports(SupportRow.line(line));
  }

  /** Adds a row to the supported versions; a second one about the same thing is refused. */
  public PolicyBuilder supports(SupportRow row) {
    return versions(known -> known.and(row));
  }

  /** Changes the supported versions. */
  public PolicyBuilder versions(UnaryOperator<SupportedVersions> change) {
    versions = change.apply(versions);
    return this;
  }

  /** Adds a channel that reports may take; one that they must never take is refused. */
  public PolicyBuilder reportTo(Channel channel) {
    return reporting(known -> known.to(channel));
  }

  /** Adds a channel that reports must never take; one that they may take is refused. */
  public PolicyBuilder neverTo(Channel channel) {
    return reporting(known -> known.neverTo(channel));
  }

  /** Adds a channel on which comments on the policy itself are welcome. */
  public PolicyBuilder commentsTo(Channel channel) {
    return reporting(known -> known.commentsTo(channel));
  }

  /** Adds what a report contains; a second item of the same id is refused. */
  public PolicyBuilder askFor(ReportItem... items) {
    for (ReportItem item : items) {
      reporting(known -> known.asksFor(item));
    }
    return this;
  }

  /** Changes how vulnerabilities are reported. */
  public PolicyBuilder reporting(UnaryOperator<Reporting> change) {
    reporting = change.apply(reporting);
    return this;
  }

  /** Promises an answer to a report within {@code period}; a second such promise is refused. */
  public PolicyBuilder acknowledgeWithin(Period period) {
    return commitTo(Commitment.to(ACKNOWLEDGED).within(period));
  }

  /** Adds a promise; a second one of the same id is refused. */
  public PolicyBuilder commitTo(Commitment commitment) {
    commitments.stream()
        .filter(known -> known.id().equals(commitment.id()))
        .findFirst()
        .ifPresent(PolicyBuilder::refuse);
    commitments.add(commitment);
    return this;
  }

  private static void refuse(Commitment known) {
    String what = known.id().equals(ACKNOWLEDGED.name()) ? "acknowledge" : known.id();
    String set = known.period().map(Period::words).orElse("no date");
    String where = Require.where(known.declaredAt());
    throw new IllegalArgumentException("%s was already set to %s%s".formatted(what, set, where));
  }

  /** Changes the days from a report to its disclosure; at first there are none. */
  public PolicyBuilder disclosure(UnaryOperator<Timeline> plan) {
    disclosure = plan.apply(disclosure);
    return this;
  }

  /** Adds what users are owed for a confirmed vulnerability; a second of the same id is refused. */
  public PolicyBuilder onIncident(Obligation... obligations) {
    for (Obligation obligation : obligations) {
      Require.unique(
          "obligation", obligation.id(), incident, Obligation::id, Obligation::declaredAt);
      incident.add(obligation);
    }
    return this;
  }

  /** Adds where security updates are announced; a second of the same id is refused. */
  public PolicyBuilder announceIn(Announcement... places) {
    for (Announcement place : places) {
      Require.unique(
          "announcement", place.id(), announcements, Announcement::id, Announcement::declaredAt);
      announcements.add(place);
    }
    return this;
  }

  /** Changes what the policy covers and what not. */
  public PolicyBuilder scope(UnaryOperator<PolicyScope> change) {
    scope = change.apply(scope);
    return this;
  }

  /** Changes what repository, builds and images promise. */
  public PolicyBuilder check(UnaryOperator<CiChecks> change) {
    checks = change.apply(checks);
    return this;
  }

  /** Says what is promised about running things; a second time is refused. */
  public PolicyBuilder harden(Consumer<HardeningProfile.Builder> with) {
    HardeningProfile.Builder builder = HardeningProfile.builder();
    with.accept(builder);
    return hardening(builder.build());
  }

  /** Says what is promised about running things; a second time is refused. */
  public PolicyBuilder hardening(HardeningProfile value) {
    if (hardening != null) {
      String to = hardening.profile().map(profile -> " to profile " + profile.label()).orElse("");
      throw new IllegalArgumentException("hardening was already set" + to);
    }
    hardening = value;
    return this;
  }

  /** Adds advice to those who use the project; a second of the same id is refused. */
  public PolicyBuilder consider(Consideration... advice) {
    for (Consideration one : advice) {
      Require.unique(
          "consideration", one.id(), considerations, Consideration::id, Consideration::declaredAt);
      considerations.add(one);
    }
    return this;
  }

  /** Adds a waiver. */
  public PolicyBuilder waive(Waiver waiver) {
    waivers.add(waiver);
    return this;
  }

  /** Lets findings of {@code severity} and above block; HIGH, unless set. */
  public PolicyBuilder failOn(Severity severity) {
    gate = gate.failOn(severity);
    return this;
  }

  /** Hides findings below {@code severity}; INFO, unless set. */
  public PolicyBuilder reportFrom(Severity severity) {
    gate = gate.reportFrom(severity);
    return this;
  }

  /** Takes an unknown severity for {@code severity}; undecided, unless set. */
  public PolicyBuilder treatUnknownAs(Severity severity) {
    gate = gate.unknownAs(severity);
    return this;
  }

  /** Lets through what could not be decided. */
  public PolicyBuilder acceptInconclusive() {
    gate = gate.acceptInconclusive(true);
    return this;
  }

  /** Lets waivers count that are written beside what they are for, such as in annotations. */
  public PolicyBuilder heedWaiverAnnotations() {
    gate = gate.heedAnnotations(true);
    return this;
  }

  /** Takes all of {@code value} but its waivers. */
  PolicyBuilder gate(Gate value) {
    failOn(value.failAt()).reportFrom(value.reportFrom());
    value.unknownAs().ifPresent(this::treatUnknownAs);
    if (value.waiverTerms().heedsThoseBeside()) {
      heedWaiverAnnotations();
    }
    return value.acceptsInconclusive() ? acceptInconclusive() : this;
  }

  /** Sets the calendar in which days are counted; a second one is refused. */
  public PolicyBuilder calendar(WorkingCalendar value) {
    if (calendar != null) {
      throw new IllegalArgumentException("calendar was already set to %s".formatted(calendar));
    }
    calendar = value;
    return this;
  }

  /** Returns the policy. */
  public SecurityPolicy build() {
    HardeningProfile promised = hardening == null ? HardeningProfile.none() : hardening;
    Gate decides = gate.build().with(waivers).neverWaiving(promised.neverWaived());
    return new SecurityPolicy(
        new Sections(
            name,
            List.copyOf(free),
            versions,
            reporting,
            List.copyOf(commitments),
            disclosure,
            List.copyOf(incident),
            List.copyOf(announcements),
            scope,
            checks,
            promised,
            List.copyOf(considerations),
            decides,
            calendar == null ? UTC : calendar));
  }
}
