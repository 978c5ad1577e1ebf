package dev.avow.policy.report;

import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to say of a finding besides its sentence, each in one line. */
final class Notes {

  /** How many members are named. */
  static final int MEMBERS = 5;

  private Notes() {}

  /** Returns whom it concerns, what a waiver has to do with it, and what would mend it. */
  static List<String> of(Ruling ruling) {
    List<String> notes = new ArrayList<>();
    Finding finding = ruling.finding();
    if (!finding.members().isEmpty()) {
      notes.add("with " + members(finding));
    }
    if (ruling instanceof Ruling.Waived waived) {
      notes.add(justification(waived.by()));
    } else if (ruling instanceof Ruling.Known) {
      notes.add("known before, by the baseline");
    }
    ruling.ended().forEach(waiver -> notes.add(ended(waiver)));
    finding.fix().map(Fix::advice).ifPresent(advice -> notes.add("fix: " + advice));
    return notes.stream().map(Lines::clean).toList();
  }

  private static String members(Finding finding) {
    List<Subject> members = finding.members();
    int more = members.size() - MEMBERS;
    String names =
        members.stream().limit(MEMBERS).map(Subject::toString).collect(Collectors.joining("; "));
    return more > 0 ? "%s; and %s more".formatted(names, more) : names;
  }

  /** Returns why, until when and by whom something is waived. */
  static String justification(Waiver waiver) {
    String until = waiver.lastDay().map(day -> " until " + day).orElse("");
    String owner = waiver.owner().map(name -> ", says " + name).orElse("");
    return Lines.clean("waived" + until + ": " + waiver.reason() + owner);
  }

  /** Returns which waiver no longer covers the finding, and since when. */
  static String ended(Waiver waiver) {
    return Words.of(waiver) + waiver.lastDay().map(day -> " ended on " + day).orElse("");
  }
}
