package dev.avow.policy.version;

import dev.avow.policy.finding.Severity;
import dev.avow.policy.version.SupportAnswer.Reason;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.line.LineLanguage;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the versions where something may change: those around the ends of lines and bounds,
 * and the releases that are known.
 */
final class Probe {

  private static final List<Severity> SEVERITIES =
      List.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);

  private final SupportedVersions versions;
  private final boolean lines;
  private final List<SupportAnswer> answers = new ArrayList<>();
  private final Set<SupportRow> deciding = new HashSet<>();
  private final Set<SupportRow> covering = new HashSet<>();

  Probe(SupportedVersions versions, LocalDate day, ReleaseCatalog releases) {
    this.versions = versions;
    Set<Version> points = new TreeSet<>(Comparator.comparing(point -> point));
    for (RowPart part : versions.table().versionParts()) {
      LineLanguage.around(part.coverage(), versions.scheme()).forEach(points::add);
    }
    this.lines = !points.isEmpty();
    releases.releases().stream().map(Release::version).forEach(points::add);
    for (Version point : points) {
      ask(SupportQuestion.about(point, day).knowing(releases));
    }
  }

  private void ask(SupportQuestion question) {
    SupportAnswer answer = versions.ask(question);
    answers.add(answer);
    note(question, answer);
    boolean conditions = versions.rows().stream().anyMatch(row -> !row.condition().isAny());
    if (conditions) {
      SEVERITIES.forEach(
          severity -> {
            SupportQuestion graver = question.severity(severity);
            note(graver, versions.ask(graver));
          });
    }
  }

  private void note(SupportQuestion question, SupportAnswer answer) {
    deciding.addAll(answer.rows());
    if (answer.reason() != Reason.MISSING) {
      for (RowPart part : versions.table().covering(question)) {
        covering.add(part.row());
      }
    }
  }

  /** Returns whether a row is about a line or a bound. */
  boolean hasLines() {
    return lines;
  }

  /** Returns whether {@code row} covers versions, but decides about none. */
  boolean isHidden(SupportRow row) {
    return covering.contains(row) && !deciding.contains(row);
  }

  Optional<SupportAnswer> disagreement(SupportRow row) {
    return answers.stream()
        .filter(answer -> answer.reason() == Reason.ROWS_DISAGREE && answer.rows().contains(row))
        .findFirst();
  }

  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    @Nullable Version below = null;
    @Nullable Version open = null;
    for (SupportAnswer answer : answers) {
      Version version = version(answer);
      if (answer.support() == Support.NOT_LISTED) {
        open = open == null ? version : open;
      } else {
        if (open != null) {
          gaps.add(new Gap(open, below, version));
          open = null;
        }
        below = version;
      }
    }
    if (open != null) {
      gaps.add(new Gap(open, below, null));
    }
    return gaps;
  }

  private Version version(SupportAnswer answer) {
    return Version.of(answer.question().asked().toString(), versions.scheme());
  }
}
