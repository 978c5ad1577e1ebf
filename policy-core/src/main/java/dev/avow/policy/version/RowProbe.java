package dev.avow.policy.version;

import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.line.LineLanguage;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Asks versions about what a row of others is about. */
final class RowProbe {

  private final SupportedVersions versions;
  private final SupportedVersions others;

  RowProbe(SupportedVersions versions, SupportRow row) {
    this.versions = versions;
    this.others = SupportedVersions.none().scheme(versions.scheme()).and(row);
  }

  Set<Support> answers() {
    Set<Support> answers = EnumSet.noneOf(Support.class);
    Stream.of(others, versions)
        .flatMap(table -> table.table().versionParts().stream())
        .flatMap(part -> LineLanguage.around(part.coverage(), versions.scheme()).stream())
        .map(point -> SupportQuestion.about(point, LocalDate.MIN))
        .filter(question -> !others.table().covering(question).isEmpty())
        .forEach(question -> answers.add(versions.ask(question).support()));
    if (answers.isEmpty()) {
      answers.add(versions.others().map(Support::of).orElse(Support.NOT_LISTED));
    }
    return answers;
  }
}
