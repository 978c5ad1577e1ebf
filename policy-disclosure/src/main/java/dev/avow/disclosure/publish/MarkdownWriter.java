package dev.avow.disclosure.publish;

import dev.avow.policy.Announcement;
import dev.avow.policy.Channel;
import dev.avow.policy.Consideration;
import dev.avow.policy.Obligation;
import dev.avow.policy.Reporting;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.Timeline;
import dev.avow.policy.TimelineRow;
import dev.avow.policy.commitment.Commitment;
import java.util.List;

/** Writes a policy section by section, in words that are read again. */
final class MarkdownWriter {

  private final SecurityPolicy policy;
  private final PageWriter page = new PageWriter();

  private MarkdownWriter(SecurityPolicy policy) {
    this.policy = policy;
  }

  static String write(SecurityPolicy policy) {
    return new MarkdownWriter(policy).write();
  }

  private String write() {
    page.heading(1, "Security policy of " + Texts.line(policy.name()));
    VersionTable.write(policy.supportedVersions(), page);
    reporting(policy.reporting());
    commitments();
    disclosure(policy.disclosure());
    incident();
    announcements();
    scope();
    considerations();
    comments(policy.reporting().comments());
    return page.render();
  }

  private void reporting(Reporting reporting) {
    boolean any = !reporting.channels().isEmpty() || !reporting.never().isEmpty();
    if (any) {
      page.heading(2, "Reporting a vulnerability");
    }
    if (!reporting.channels().isEmpty()) {
      page.paragraph(
          "Report vulnerabilities, the first way being preferred, " + WrittenChannel.INTRO);
      page.list(reporting.channels().stream().map(WrittenChannel::write).toList());
    }
    never(reporting.never());
    if (!reporting.contents().isEmpty()) {
      page.heading(2, "What to include");
      page.paragraph("Please include the following in your report:");
      page.list(reporting.contents().stream().map(ReportItems::write).toList());
    }
  }

  private void never(List<Channel> never) {
    if (never.equals(List.of(Channel.publicIssue()))) {
      page.paragraph("Please do not report vulnerabilities through public issues.");
    } else if (never.equals(List.of(Channel.publicIssue(), Channel.pullRequest()))) {
      page.paragraph(
          "Please do not report vulnerabilities through public issues or pull requests.");
    } else if (!never.isEmpty()) {
      page.paragraph("Never report vulnerabilities " + WrittenChannel.INTRO);
      page.list(never.stream().map(WrittenChannel::write).toList());
    }
  }

  private void commitments() {
    List<Commitment> commitments = policy.commitments();
    if (!commitments.isEmpty()) {
      page.heading(2, "Response times");
      page.paragraph(WrittenCommitment.INTRO);
      page.list(commitments.stream().map(WrittenCommitment::write).toList());
    }
  }

  private void disclosure(Timeline timeline) {
    if (timeline.isEmpty()) {
      return;
    }
    page.heading(2, "Vulnerability disclosure timeline");
    if (!timeline.rows().isEmpty()) {
      page.list(timeline.rows().stream().map(MarkdownWriter::row).toList());
    }
    timeline
        .grace()
        .ifPresent(
            grace ->
                page.paragraph(
                    "Users have at least %s between a fix and its disclosure."
                        .formatted(grace.words())));
  }

  private static String row(TimelineRow row) {
    return TimelineReader.write(row);
  }

  private void incident() {
    List<Obligation> owed = policy.incidentResponse();
    if (!owed.isEmpty()) {
      page.heading(2, "Incident response");
      page.paragraph(ObligationReader.INTRO);
      page.list(owed.stream().map(ObligationReader::write).toList());
    }
  }

  private void announcements() {
    List<Announcement> places = policy.announcements();
    if (!places.isEmpty()) {
      page.heading(2, "Security updates");
      page.paragraph(WrittenAnnouncement.INTRO);
      page.list(places.stream().map(WrittenAnnouncement::write).toList());
    }
  }

  private void scope() {
    List<ScopeItem> in = policy.scope().in();
    List<ScopeItem> out = policy.scope().out();
    if (!in.isEmpty() || !out.isEmpty()) {
      page.heading(2, "Scope");
    }
    if (!in.isEmpty()) {
      page.paragraph("This policy covers:");
      page.list(in.stream().map(ScopeReader::write).toList());
    }
    if (!out.isEmpty()) {
      page.paragraph("This policy does not cover:");
      page.list(out.stream().map(ScopeReader::write).toList());
    }
  }

  private void considerations() {
    List<Consideration> considerations = policy.considerations();
    if (!considerations.isEmpty()) {
      page.heading(2, "Security considerations");
    }
    for (Consideration one : considerations) {
      page.heading(3, Texts.words(one.id()));
      page.list(one.advice().stream().map(Texts::item).toList());
    }
  }

  private void comments(List<Channel> comments) {
    if (!comments.isEmpty()) {
      page.heading(2, "Comments on this policy");
      page.paragraph("Comments on this policy itself are welcome " + WrittenChannel.INTRO);
      page.list(comments.stream().map(WrittenChannel::write).toList());
    }
  }
}
