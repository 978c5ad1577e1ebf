package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Waiver;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line for each finding: place, mark, severity, rule, and what is wrong with what.
 *
 * <p>What a rule says in the same words of many things is said once, with the places below.
 */
final class FindingLines {

  /** A longer place or rule pushes its own line aside, not all the others. */
  private static final int WIDEST = 60;

  private static final String INDENT = "  ";

  private final TextStyle style;
  private final Lines out;
  private final Selection selection;
  private final List<Group> groups;
  private final int placeWidth;
  private final int severityWidth;
  private final int ruleWidth;

  FindingLines(Decision decision, TextStyle style, Lines out) {
    this.style = style;
    this.out = out;
    this.selection = Selection.of(shown(decision), style.perRule(), Integer.MAX_VALUE);
    this.groups = Group.of(selection.told());
    this.placeWidth = width(groups.stream().flatMap(this::places));
    this.severityWidth = width(groups.stream().map(group -> group.first().severity().name()));
    this.ruleWidth = width(groups.stream().map(group -> group.first().rule().value()));
  }

  private static List<Ruling> shown(Decision decision) {
    return decision.rulings().stream().filter(ruling -> RulingKind.of(ruling).isShown()).toList();
  }

  private static int width(Stream<String> texts) {
    return texts.mapToInt(Words::width).filter(width -> width <= WIDEST).max().orElse(0);
  }

  /** Returns what stands in the column of the places. */
  private Stream<String> places(Group group) {
    return group.isOne()
        ? Stream.of(place(group.first()))
        : Stream.concat(
            Stream.of(heading(group)),
            shown(group).stream().map(ruling -> INDENT + place(ruling.finding())));
  }

  private static String place(Finding finding) {
    return Lines.clean(finding.location().toString());
  }

  private static String heading(Group group) {
    return Words.count(group.rulings().size(), "place") + ":";
  }

  /** The cut is worth a line only if it hides more than one. */
  private List<Ruling> shown(Group group) {
    List<Ruling> all = group.rulings();
    return all.size() <= style.places() + 1 ? all : all.subList(0, style.places());
  }

  void write() {
    for (Group group : groups) {
      Finding first = group.first();
      String what = group.isOne() ? first.sentence() : first.message();
      row(group, group.isOne() ? place(first) : heading(group), Lines.clean(what));
      if (group.isOne()) {
        details(first);
      } else {
        members(group);
      }
      group.rulings().stream()
          .flatMap(ruling -> ruling.ended().stream())
          .distinct()
          .forEach(this::ended);
    }
    selection.counted().forEach((rule, rest) -> out.add(Words.more(rule, rest)));
  }

  private void row(Group group, String place, String what) {
    Finding first = group.first();
    String severity = group.kind().mark() + " " + pad(first.severity().name(), severityWidth);
    out.add(
        pad(place, placeWidth)
            + INDENT
            + group.kind().paint().on(severity, style)
            + INDENT
            + Paint.BOLD.on(pad(first.rule().value(), ruleWidth), style)
            + INDENT
            + what);
  }

  private void members(Group group) {
    List<Ruling> shown = shown(group);
    for (Ruling ruling : shown) {
      String subject = Lines.clean(ruling.finding().subject().toString());
      out.add(pad(INDENT + place(ruling.finding()), placeWidth) + INDENT + subject);
    }
    int more = group.rulings().size() - shown.size();
    if (more > 0) {
      out.add(INDENT + "… and " + more + " more");
    }
  }

  private void details(Finding finding) {
    finding.trail().forEach(hop -> detail("via " + hop.at() + "  " + hop.text()));
    finding.members().stream().limit(style.places()).forEach(member -> detail("with " + member));
    int more = finding.members().size() - style.places();
    if (more > 0) {
      detail("… and " + more + " more");
    }
  }

  private void ended(Waiver waiver) {
    waiver.lastDay().ifPresent(day -> detail(Words.of(waiver) + " ended on " + day));
  }

  private void detail(String text) {
    out.add(INDENT + INDENT + Paint.FAINT.on(Lines.clean(text), style));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - Words.width(text)));
  }
}
