package dev.avow.policy.version;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.version.ask.Missing;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.ask.SupportQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what is wrong with rows; not thread-safe. */
final class SupportLint {

  private static final Subject ALL_ROWS = Subject.of("SupportedVersions");

  private final SupportedVersions versions;
  private final LocalDate day;
  private final ReleaseCatalog releases;
  private final Partial.Builder verdicts = Partial.under(SupportRules.ALL);

  SupportLint(SupportedVersions versions, LocalDate day, ReleaseCatalog releases) {
    this.versions = versions;
    this.day = day;
    this.releases = releases.in(versions.scheme());
  }

  Evaluation evaluate() {
    versions.rows().forEach(this::readable);
    versions.rows().forEach(this::inTime);
    if (!versions.rows().isEmpty()) {
      Probe probe = new Probe(versions, day, releases);
      agree(probe);
      decides(probe);
      gaps(probe);
      newest();
    }
    return Evaluation.of(SupportRules.ALL, Stream.of(verdicts.build()));
  }

  private static Subject subject(SupportRow row) {
    Subject subject = ALL_ROWS.with(row.kind().label(), row.text());
    return row.condition().isAny() ? subject : subject.with("for", row.condition().toString());
  }

  private void readable(SupportRow row) {
    Optional<String> text =
        RowPart.read(row, versions.scheme()).stream()
            .flatMap(part -> part.unreadable().stream())
            .findFirst();
    Optional<String> end =
        row.end().isReadable() ? Optional.empty() : Optional.of(row.end().text());
    text.or(() -> end)
        .ifPresentOrElse(
            what ->
                fail(
                    SupportRules.READABLE,
                    row,
                    "is in words that are not understood: \"%s\"".formatted(what)),
            () -> pass(SupportRules.READABLE, subject(row)));
  }

  private void inTime(SupportRow row) {
    if (row.status() == SupportStatus.UNSUPPORTED) {
      verdicts.verdict(SupportRules.IN_TIME.id(), subject(row), Verdict.NOT_APPLICABLE);
      return;
    }
    Optional<Boolean> over = row.end().isOver(day, releases);
    if (over.isEmpty()) {
      missing(SupportRules.IN_TIME, subject(row), row.declaredAt(), row.end().missing());
    } else if (over.get()) {
      fail(
          SupportRules.IN_TIME,
          row,
          "is marked as %s but ended: until %s".formatted(row.status().label(), row.end()));
    } else {
      pass(SupportRules.IN_TIME, subject(row));
    }
  }

  private void agree(Probe probe) {
    for (SupportRow row : versions.rows()) {
      probe
          .disagreement(row)
          .ifPresentOrElse(
              answer -> fail(SupportRules.AGREE, row, contradiction(row, answer)),
              () -> pass(SupportRules.AGREE, subject(row)));
    }
  }

  private static String contradiction(SupportRow row, SupportAnswer answer) {
    SupportRow other =
        answer.rows().stream().filter(one -> !one.equals(row)).findFirst().orElse(row);
    return "says %s of %s, of which row \"%s\" says %s"
        .formatted(
            row.status().label(), answer.question().asked(), other.text(), other.status().label());
  }

  private void decides(Probe probe) {
    for (SupportRow row : versions.rows()) {
      if (probe.isHidden(row)) {
        fail(SupportRules.DECIDES, row, "never decides: rows that are closer cover all of it");
      } else {
        pass(SupportRules.DECIDES, subject(row));
      }
    }
  }

  private void gaps(Probe probe) {
    if (versions.others().isPresent() || !probe.hasLines()) {
      verdicts.verdict(SupportRules.NO_GAPS.id(), ALL_ROWS, Verdict.NOT_APPLICABLE);
      return;
    }
    List<Gap> gaps = probe.gaps();
    for (Gap gap : gaps) {
      verdicts.finding(
          Finding.of(SupportRules.NO_GAPS.id(), Verdict.FAIL, ALL_ROWS, place())
              .severity(gap.severity())
              .message(gap.message())
              .build());
    }
    if (gaps.isEmpty()) {
      pass(SupportRules.NO_GAPS, ALL_ROWS);
    }
  }

  private void newest() {
    Optional<Release> newest = releases.newest(day);
    if (newest.isEmpty()) {
      Missing which = new Missing(Missing.Kind.RELEASES, "the releases");
      missing(SupportRules.NEWEST, ALL_ROWS, place(), which);
      return;
    }
    SupportQuestion question = SupportQuestion.about(newest.get().version(), day);
    if (versions.ask(question.knowing(releases)).support() == Support.NOT_LISTED) {
      String version = newest.get().version().toString();
      verdicts.finding(
          Finding.of(SupportRules.NEWEST.id(), Verdict.FAIL, ALL_ROWS, place())
              .severity(SupportRules.NEWEST.severity())
              .message("version %s is the newest release but no row is about it".formatted(version))
              .fix(
                  Fix.advice(
                      "Add a row %s, or say what other versions can expect."
                          .formatted(Gap.line(newest.get().version()))))
              .build());
    } else {
      pass(SupportRules.NEWEST, ALL_ROWS);
    }
  }

  private Location place() {
    return versions.rows().get(0).declaredAt();
  }

  private void pass(RuleDescription rule, Subject subject) {
    verdicts.verdict(rule.id(), subject, Verdict.PASS);
  }

  private void fail(RuleDescription rule, SupportRow row, String message) {
    verdicts.finding(
        Finding.of(rule.id(), Verdict.FAIL, subject(row), row.declaredAt())
            .severity(rule.severity())
            .message(message)
            .build());
  }

  private void missing(RuleDescription rule, Subject subject, Location place, Missing what) {
    verdicts.finding(
        Finding.of(rule.id(), Verdict.INCONCLUSIVE, subject, place)
            .severity(rule.severity())
            .message("cannot be decided without " + what)
            .build());
  }
}
