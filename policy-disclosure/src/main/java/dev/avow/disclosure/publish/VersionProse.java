package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.VersionRuns.Run;
import dev.avow.disclosure.publish.page.Link;
import dev.avow.disclosure.publish.words.Wording;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.PreReleases;
import java.util.List;

/** Reads sentences about supported versions; beside a table they only explain it. */
final class VersionProse {

  private static final int NEAR = 6;
  private static final int FRAGMENT = 7;

  private static final List<String> NEGATIVE =
      List.of(
          "not supported",
          "no longer supported",
          "unsupported",
          "not maintained",
          "unmaintained",
          "not receive",
          "not get ",
          "no security",
          "end of life",
          "discontinued",
          "not be supported",
          "no longer maintained",
          "no longer receive",
          "eol");

  private static final List<String> BEST_EFFORT =
      List.of("best effort", "might ", "in critical cases", "may receive", "may be ", "exceptions");

  private static final List<String> POSITIVE =
      List.of(
          "support",
          "maintain",
          "receive",
          "security fix",
          "security update",
          "security patch",
          "gets ",
          "get security",
          "back port",
          "backport");

  private static final List<String> STRONG =
      List.of(
          "supported",
          "support ",
          "supports",
          "maintain",
          "security fix",
          "security update",
          "security patch",
          "security support",
          "receives",
          "unsupported");

  /** What is asked of users, or has yet to come, says nothing of what is supported. */
  private static final List<String> ASIDE =
      List.of(
          "upgrade",
          "urged",
          "encouraged",
          "recommend",
          "please use",
          "please test",
          "we will document",
          "confirm that",
          "do not affect",
          "affects only",
          "does not affect",
          "not in a supported",
          "for example",
          "your own responsibility");

  private static final List<String> PRE_RELEASES =
      List.of(
          "snapshot",
          "milestone",
          "release candidate",
          "pre release",
          "prerelease",
          "beta",
          "alpha",
          "nightl");

  private final ReadingDraft draft;
  private final boolean table;

  private VersionProse(ReadingDraft draft, boolean table) {
    this.draft = draft;
    this.table = table;
  }

  static void read(ReadingDraft draft, boolean table) {
    VersionProse prose = new VersionProse(draft, table);
    draft.said().forEach(prose::read);
  }

  private void read(Said one) {
    if (draft.isSettled(one)) {
      return;
    }
    if (one.has("best effort")
        && one.has("backport", "back port")
        && VersionRuns.in(one.words()).isEmpty()) {
      backports(one);
    } else if (one.words().has(PRE_RELEASES)
        && one.words().has(NEGATIVE)
        && one.isIn(Topic.VERSIONS)) {
      draft.take(
          one, () -> draft.policy().versions(known -> known.preReleases(PreReleases.UNSUPPORTED)));
    } else if (isNone(one)) {
      draft.take(
          one, () -> draft.policy().versions(known -> known.others(SupportStatus.UNSUPPORTED)));
    } else if (!table) {
      rows(one);
    } else if (one.isIn(Topic.VERSIONS) && one.words().has(POSITIVE)) {
      draft.use(one.sentence());
    }
    if (one.isIn(Topic.VERSIONS)) {
      links(one);
    }
  }

  private static boolean isNone(Said one) {
    return one.isIn(Topic.VERSIONS)
        && one.words().begins("none ")
        && one.words().size() <= FRAGMENT;
  }

  private void backports(Said one) {
    draft.take(
        one, () -> draft.policy().versions(known -> known.others(SupportStatus.BEST_EFFORT)));
    draft.take(
        one,
        () ->
            draft
                .policy()
                .commitTo(
                    Commitment.to(Milestone.FIX_BACKPORTED)
                        .after(Milestone.FIX_RELEASED)
                        .bestEffort()
                        .declaredAt(draft.at(one))));
  }

  private void rows(Said one) {
    if (one.words().has(ASIDE) || one.words().begins("if ", "when ")) {
      return;
    }
    boolean inside = one.isIn(Topic.VERSIONS);
    boolean said = one.words().has(POSITIVE) || one.words().has(NEGATIVE);
    boolean fragment = inside && one.words().size() <= FRAGMENT;
    for (Run run : VersionRuns.in(one.words())) {
      if (inside ? said || fragment : isNear(one.words(), run)) {
        add(one, run);
      }
    }
  }

  /** Elsewhere a cue must stand beside what it is about. */
  private static boolean isNear(Wording words, Run run) {
    Wording around = words.part(run.start() - NEAR, run.end() + NEAR);
    return around.has(STRONG);
  }

  private void add(Said one, Run run) {
    SupportRow row = run.row().status(status(one.words())).at(draft.at(one));
    boolean taken =
        draft.take(
            one,
            () ->
                draft
                    .policy()
                    .versions(known -> known.rows().contains(row) ? known : known.and(row)));
    if (taken && isOnly(one.words(), run) && row.status() == SupportStatus.SUPPORTED) {
      draft.take(one, () -> draft.policy().versions(VersionProse::noOthers));
    }
  }

  private static SupportedVersions noOthers(SupportedVersions known) {
    return known.others().isPresent() ? known : known.others(SupportStatus.UNSUPPORTED);
  }

  private static boolean isOnly(Wording words, Run run) {
    return words.token(run.start() - 1).equals("only")
        || words.token(run.start() - 2).equals("only")
        || words.token(run.end()).equals("only");
  }

  private static SupportStatus status(Wording words) {
    if (words.has(BEST_EFFORT)) {
      return SupportStatus.BEST_EFFORT;
    }
    return words.has(NEGATIVE) ? SupportStatus.UNSUPPORTED : SupportStatus.SUPPORTED;
  }

  private void links(Said one) {
    boolean elsewhere =
        one.has(
            "see ",
            "refer",
            "found",
            "listed",
            "described",
            "documented",
            "check ",
            "visit",
            "consult",
            "lists");
    for (Link link : one.links()) {
      if (elsewhere && !Addresses.isMail(link.target()) && !link.target().startsWith("#")) {
        draft.use(one.sentence());
        draft.refer(Reference.Kind.SUPPORTED_VERSIONS, link.target(), one.sentence().line());
      }
    }
  }
}
