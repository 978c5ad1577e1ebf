package dev.avow.policy.commitment;

import java.io.Serializable;
import java.util.List;

/**
 * An event in the life of a vulnerability report that a clock can start at or a promise can name.
 *
 * <p>The constants are the events that real policies name; a policy may use names of its own.
 *
 * @param name the name in kebab-case, such as {@code fix-released}
 */
public record Milestone(String name) implements Comparable<Milestone>, Serializable {

  /** The first attempt to reach those who can fix it. */
  public static final Milestone FIRST_CONTACT = of("first-contact");

  /** The report was received. */
  public static final Milestone REPORTED = of("reported");

  /** The reporter got an answer. */
  public static final Milestone ACKNOWLEDGED = of("acknowledged");

  /** The report was given a first assessment. */
  public static final Milestone TRIAGED = of("triaged");

  /** It was said how severe it is. */
  public static final Milestone SEVERITY_ASSESSED = of("severity-assessed");

  /** It is a vulnerability. */
  public static final Milestone CONFIRMED = of("confirmed");

  /** It is not a vulnerability, or not one that the policy covers. */
  public static final Milestone REJECTED = of("rejected");

  /** Another case deals with it. */
  public static final Milestone DUPLICATE = of("duplicate");

  /** Somebody begins to deal with it. */
  public static final Milestone ACCEPTED = of("accepted");

  /** It is to wait. */
  public static final Milestone DEFERRED = of("deferred");

  /** The reporter was told a remediation plan and its timeline. */
  public static final Milestone PLAN_SHARED = of("plan-shared");

  /** It became known that the vulnerability is being exploited. */
  public static final Milestone EXPLOITATION_KNOWN = of("exploitation-known");

  /** A way to exploit it can be read by everybody. */
  public static final Milestone EXPLOIT_PUBLIC = of("exploit-public");

  /** It became known that a severe incident has an impact on the product's security. */
  public static final Milestone SEVERE_INCIDENT_KNOWN = of("severe-incident-known");

  /** It became known that there is a significant incident. */
  public static final Milestone SIGNIFICANT_INCIDENT_KNOWN = of("significant-incident-known");

  /** Distributors were told ahead of the public. */
  public static final Milestone DISTRIBUTORS_NOTIFIED = of("distributors-notified");

  /** A first notice went to an authority. */
  public static final Milestone EARLY_WARNING_SUBMITTED = of("early-warning-submitted");

  /** A full notification went to an authority. */
  public static final Milestone NOTIFICATION_SUBMITTED = of("notification-submitted");

  /** A final report went to an authority. */
  public static final Milestone FINAL_REPORT_SUBMITTED = of("final-report-submitted");

  /** Those who are impacted were told. */
  public static final Milestone USERS_INFORMED = of("users-informed");

  /** The fix is finished and not yet released. */
  public static final Milestone FIX_READY = of("fix-ready");

  /** Users can get a version that has the fix. */
  public static final Milestone FIX_RELEASED = of("fix-released");

  /** Users have put the fix to use. */
  public static final Milestone FIX_DEPLOYED = of("fix-deployed");

  /** Older lines got the fix as well. */
  public static final Milestone FIX_BACKPORTED = of("fix-backported");

  /** A CVE id was assigned. */
  public static final Milestone CVE_ASSIGNED = of("cve-assigned");

  /** The security advisory can be read by everybody. */
  public static final Milestone ADVISORY_PUBLISHED = of("advisory-published");

  /** Users were told how to protect themselves without the fix. */
  public static final Milestone MITIGATION_PUBLISHED = of("mitigation-published");

  /** The details are public. */
  public static final Milestone PUBLIC = of("public");

  /** Nothing more will be done. */
  public static final Milestone CLOSED = of("closed");

  private static final List<Milestone> COMMON =
      List.of(
          FIRST_CONTACT,
          REPORTED,
          ACKNOWLEDGED,
          TRIAGED,
          SEVERITY_ASSESSED,
          CONFIRMED,
          REJECTED,
          DUPLICATE,
          ACCEPTED,
          DEFERRED,
          PLAN_SHARED,
          EXPLOITATION_KNOWN,
          EXPLOIT_PUBLIC,
          SEVERE_INCIDENT_KNOWN,
          SIGNIFICANT_INCIDENT_KNOWN,
          DISTRIBUTORS_NOTIFIED,
          EARLY_WARNING_SUBMITTED,
          NOTIFICATION_SUBMITTED,
          FINAL_REPORT_SUBMITTED,
          USERS_INFORMED,
          FIX_READY,
          FIX_RELEASED,
          FIX_DEPLOYED,
          FIX_BACKPORTED,
          CVE_ASSIGNED,
          ADVISORY_PUBLISHED,
          MITIGATION_PUBLISHED,
          PUBLIC,
          CLOSED);

  /** Creates a milestone; anything but kebab-case is refused. */
  public Milestone {
    Names.requireKebabCase("milestone", "fix-released", name);
  }

  /** Returns the milestone called {@code name}. */
  public static Milestone of(String name) {
    return new Milestone(name);
  }

  /** Returns the milestones that are constants here, in the order in which they usually happen. */
  public static List<Milestone> common() {
    return COMMON;
  }

  /** Returns whether {@code name} can be a milestone's name. */
  public static boolean isValid(String name) {
    return Names.isKebabCase(name);
  }

  @Override
  public int compareTo(Milestone other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
