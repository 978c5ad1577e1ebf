package dev.avow.disclosure.publish;

import dev.avow.policy.Announcement;
import dev.avow.policy.Channel;
import dev.avow.policy.Consideration;
import dev.avow.policy.Obligation;
import dev.avow.policy.PolicyBuilder;
import dev.avow.policy.ReportItem;
import dev.avow.policy.Reporting;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.TimelineRow;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.PreReleases;

/**
 * What of a policy a document can carry: what is meant for people.
 *
 * <p>Names that only programs use are made anew from the texts; globs, schemes, packages, sources
 * of promises, checks, hardening, gate, waivers and calendar are left out.
 */
final class Carried {

  private final SecurityPolicy policy;
  private final PolicyBuilder carried;

  private Carried(SecurityPolicy policy) {
    this.policy = policy;
    this.carried = SecurityPolicy.named(Texts.line(policy.name()));
  }

  static SecurityPolicy of(SecurityPolicy policy) {
    return new Carried(policy).carry();
  }

  private SecurityPolicy carry() {
    carried.versions(none -> versions(policy.supportedVersions()));
    reporting(policy.reporting());
    commitments();
    for (TimelineRow row : policy.disclosure().rows()) {
      TimelineRow said = row.saying(Texts.item(row.text()));
      carried.disclosure(known -> known.and(said));
    }
    policy.disclosure().grace().ifPresent(grace -> carried.disclosure(known -> known.grace(grace)));
    carried.onIncident(policy.incidentResponse().toArray(Obligation[]::new));
    announcements();
    scope();
    considerations();
    return carried.build();
  }

  private static SupportedVersions versions(SupportedVersions versions) {
    SupportedVersions said = SupportedVersions.none();
    for (SupportRow row : versions.rows()) {
      SupportRow about = VersionText.row(VersionTable.cell(row));
      said =
          said.and(
              about
                  .status(row.status())
                  .until(Texts.line(row.end().text()))
                  .when(row.condition())
                  .at(row.declaredAt()));
    }
    if (versions.others().isPresent()) {
      said = said.others(versions.others().get());
    }
    boolean excluded = versions.preReleases() == PreReleases.UNSUPPORTED;
    return excluded ? said.preReleases(PreReleases.UNSUPPORTED) : said;
  }

  private void reporting(Reporting reporting) {
    for (Channel channel : reporting.channels()) {
      carried.reportTo(channel);
    }
    for (Channel channel : reporting.never()) {
      carried.neverTo(channel);
    }
    for (Channel channel : reporting.comments()) {
      carried.commentsTo(channel);
    }
    Slugs slugs = new Slugs();
    for (ReportItem item : reporting.contents()) {
      carried.askFor(ReportItems.read(ReportItems.write(item), slugs).at(item.declaredAt()));
    }
  }

  private void commitments() {
    Slugs ids = new Slugs();
    for (Commitment promise : policy.commitments()) {
      carried.commitTo(
          promise
              .called(ids.unique(CommitmentReader.id(promise)))
              .source(Commitment.to(promise.promised()).source()));
    }
  }

  private void announcements() {
    Slugs ids = new Slugs();
    for (Announcement place : policy.announcements()) {
      carried.announceIn(place.called(ids.unique(place.medium().label())));
    }
  }

  private void scope() {
    Slugs slugs = new Slugs();
    for (ScopeItem item : policy.scope().in()) {
      ScopeItem said = ScopeReader.item(ScopeReader.write(item), true, slugs).at(item.declaredAt());
      carried.scope(known -> known.covers(said));
    }
    for (ScopeItem item : policy.scope().out()) {
      ScopeItem said =
          ScopeReader.item(ScopeReader.write(item), false, slugs).at(item.declaredAt());
      carried.scope(known -> known.leavesOut(said));
    }
  }

  private void considerations() {
    Slugs slugs = new Slugs();
    for (Consideration one : policy.considerations()) {
      String[] advice = one.advice().stream().map(Texts::item).toArray(String[]::new);
      carried.consider(
          Consideration.of(slugs.of(Texts.words(one.id())), advice).at(one.declaredAt()));
    }
  }
}
