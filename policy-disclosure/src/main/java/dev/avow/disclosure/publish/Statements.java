package dev.avow.disclosure.publish;

import dev.avow.policy.Announcement;
import dev.avow.policy.Channel;
import dev.avow.policy.Consideration;
import dev.avow.policy.Obligation;
import dev.avow.policy.PolicySection;
import dev.avow.policy.ReportItem;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.TimelineRow;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.finding.Location;
import dev.avow.policy.version.SupportRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes a policy apart into what it says of what, so that two can be compared; not thread-safe. */
final class Statements {

  private final List<Statement> all = new ArrayList<>();
  private final Location whole;

  /**
   * Something that is said.
   *
   * @param section the part of the policy
   * @param what of what
   * @param said what
   * @param at where
   */
  record Statement(PolicySection section, String what, String said, Location at) {

    /** What two statements are about is the same whatever the capitals. */
    Map.Entry<PolicySection, String> key() {
      return Map.entry(section, what.toLowerCase(Locale.ROOT));
    }
  }

  private Statements(Location whole) {
    this.whole = whole;
  }

  static List<Statement> of(SecurityPolicy policy, Location whole) {
    Statements statements = new Statements(whole);
    statements.versions(policy);
    statements.reporting(policy);
    statements.promises(policy);
    statements.rest(policy);
    return statements.all;
  }

  private void add(PolicySection section, String what, String said, Location at) {
    all.add(new Statement(section, what, said, at));
  }

  private void versions(SecurityPolicy policy) {
    PolicySection section = PolicySection.SUPPORTED_VERSIONS;
    for (SupportRow row : policy.supportedVersions().rows()) {
      String condition = row.condition().isAny() ? "" : " for " + row.condition();
      String until = row.end().text().isEmpty() ? "" : " until " + row.end();
      add(
          section,
          row.kind().label() + " " + row.text() + condition,
          row.status().label() + until,
          row.declaredAt());
    }
    policy
        .supportedVersions()
        .others()
        .ifPresent(status -> add(section, "other versions", status.label(), whole));
    String preReleases = policy.supportedVersions().preReleases().name().toLowerCase(Locale.ROOT);
    if (preReleases.equals("unsupported")) {
      add(section, "pre-releases", preReleases, whole);
    }
  }

  private void reporting(SecurityPolicy policy) {
    PolicySection section = PolicySection.REPORTING;
    policy.reporting().channels().forEach(channel -> channel(channel, "for reports"));
    policy.reporting().never().forEach(channel -> channel(channel, "never for reports"));
    policy
        .reporting()
        .comments()
        .forEach(channel -> channel(channel, "for comments on the policy"));
    for (ReportItem item : policy.reporting().contents()) {
      String parts =
          item.parts().isEmpty()
              ? ""
              : ", "
                  + item.needs().name().toLowerCase(Locale.ROOT)
                  + " of "
                  + item.parts().stream().map(ReportItem.Part::text).toList();
      add(
          section,
          "report item " + item.text(),
          (item.required() ? "required" : "optional") + parts,
          item.declaredAt());
    }
  }

  private void channel(Channel channel, String use) {
    String what =
        use.equals("for comments on the policy") ? channel + " for comments" : channel.toString();
    add(PolicySection.REPORTING, what, use, channel.declaredAt());
  }

  private void promises(SecurityPolicy policy) {
    for (Commitment promise : policy.commitments()) {
      String condition =
          promise.severities().isAny() ? "" : " for severity " + promise.severities();
      add(
          PolicySection.COMMITMENTS,
          promise.promised() + condition,
          promise.terms(),
          promise.declaredAt());
    }
    for (TimelineRow row : policy.disclosure().rows()) {
      add(
          PolicySection.DISCLOSURE,
          row.phase().label(),
          "days %s: %s".formatted(row.days(), row.text()),
          row.declaredAt());
    }
    policy
        .disclosure()
        .grace()
        .ifPresent(grace -> add(PolicySection.DISCLOSURE, "grace", grace.words(), whole));
    for (Obligation obligation : policy.incidentResponse()) {
      add(
          PolicySection.INCIDENT_RESPONSE,
          obligation.id(),
          obligation.conditional() ? "if applicable" : "always",
          obligation.declaredAt());
    }
  }

  private void rest(SecurityPolicy policy) {
    for (Announcement place : policy.announcements()) {
      String marker = place.marker().map(mark -> "marked as " + mark).orElse("made");
      add(
          PolicySection.ANNOUNCEMENTS,
          place.toString(),
          place.isConditional() ? marker + " if applicable" : marker,
          place.declaredAt());
    }
    policy.scope().in().forEach(item -> scope(item, "covered"));
    policy.scope().out().forEach(item -> scope(item, "not covered"));
    for (Consideration one : policy.considerations()) {
      for (String advice : one.advice()) {
        add(PolicySection.CONSIDERATIONS, advice, "advised", one.declaredAt());
      }
    }
  }

  private void scope(ScopeItem item, String covered) {
    String to = item.redirect().map(redirect -> ", left to " + redirect.label()).orElse("");
    add(PolicySection.SCOPE, item.text(), covered + to, item.declaredAt());
  }
}
