package dev.avow.policy.finding;

import dev.avow.policy.finding.Decision.Ruling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of each finding what a gate makes of it, and keeps the books of waivers and baseline. */
final class Ruler {

  private final Gate gate;
  private final Represented represented;
  private final WaiverBook book;
  private final BaselineBook known;

  Ruler(Gate gate, Represented represented, WaiverBook book, BaselineBook known) {
    this.gate = gate;
    this.represented = represented;
    this.book = book;
    this.known = known;
  }

  /**
   * Returns what becomes of {@code finding}: one ruling, and one for each member that is waived.
   */
  List<Ruling> rule(Finding finding) {
    WaiverBook.Entry entry = book.enter(finding);
    List<Subject> members = represented.by(finding);
    return entry.covering().isPresent() || members.isEmpty()
        ? List.of(rule(finding, known.enter(finding), entry))
        : ruleGroup(finding, members, entry.ended());
  }

  /** Members that are waived leave the group, each with a ruling of its own. */
  private List<Ruling> ruleGroup(Finding group, List<Subject> members, List<Waiver> ended) {
    List<Waiver> allEnded = new ArrayList<>(ended);
    List<Ruling> waived = new ArrayList<>();
    Set<Subject> left = new LinkedHashSet<>(group.members());
    for (Subject member : members) {
      WaiverBook.Entry entry = book.enterMember(group.rule(), member);
      allEnded.addAll(entry.ended());
      if (entry.covering().isPresent()) {
        left.remove(member);
        waived.add(new Ruling.Waived(group.with(List.of(member)), entry.covering().get()));
      }
    }
    boolean allWaived = waived.size() == members.size();
    Finding rest = allWaived ? group : group.with(List.copyOf(left));
    boolean isKnown = known.enter(rest);
    if (!allWaived) {
      List<Waiver> distinct = allEnded.stream().distinct().toList();
      waived.add(0, rule(rest, isKnown, new WaiverBook.Entry(Optional.empty(), distinct)));
    }
    return waived;
  }

  private Ruling rule(Finding finding, boolean isKnown, WaiverBook.Entry entry) {
    if (entry.covering().isPresent()) {
      return new Ruling.Waived(finding, entry.covering().get());
    }
    Severity severity = gate.weight(finding.severity());
    if (isKnown) {
      boolean hidden = severity != Severity.UNKNOWN && !severity.atLeast(gate.reportFrom());
      return hidden ? new Ruling.Hidden(finding) : new Ruling.Known(finding);
    }
    if (severity == Severity.UNKNOWN) {
      return new Ruling.Undecided(finding, entry.ended());
    }
    if (severity.atLeast(gate.failAt())) {
      return finding.verdict() == Verdict.FAIL
          ? new Ruling.Blocks(finding, entry.ended())
          : new Ruling.Undecided(finding, entry.ended());
    }
    return severity.atLeast(gate.reportFrom())
        ? new Ruling.Reported(finding)
        : new Ruling.Hidden(finding);
  }
}
