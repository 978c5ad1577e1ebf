package dev.avow.policy.report;

import dev.avow.policy.finding.Baseline;
import dev.avow.policy.finding.BaselineUse;
import dev.avow.policy.finding.BaselineUse.State;
import dev.avow.policy.finding.Decision;
import java.util.List;

/** What became of the known findings: those that are mended can leave the baseline. */
final class BaselineLines {

  private final Decision decision;
  private final TextStyle style;
  private final Lines out;

  BaselineLines(Decision decision, TextStyle style, Lines out) {
    this.decision = decision;
    this.style = style;
    this.out = out;
  }

  void write() {
    if (!decision.baselineFits()) {
      out.add(
          "baseline   was made by other rules, or under another policy: what they find anew is"
              + " new");
    }
    tell(State.FIXED, "fixed", "fixed, and can leave the baseline");
    tell(State.GONE, "gone", "no longer there, or not looked at");
    tell(State.NOT_JUDGED, "unjudged", "known, but their rules are off or looked at nothing");
  }

  private void tell(State state, String name, String meaning) {
    List<BaselineUse> uses =
        decision.baseline().stream().filter(use -> use.state() == state).toList();
    if (uses.isEmpty()) {
      return;
    }
    int number = uses.stream().mapToInt(BaselineUse::missing).sum();
    out.add("%-9s  %s: %s".formatted(name, Words.count(number, "finding"), meaning));
    uses.stream().limit(style.places()).forEach(use -> entry(use.entry()));
    if (uses.size() > style.places()) {
      out.add("  … and %d more".formatted(uses.size() - style.places()));
    }
  }

  private void entry(Baseline.Entry entry) {
    String text = "%s  %s  %s: %s";
    out.add(
        "  "
            + Lines.clean(
                text.formatted(entry.source(), entry.rule(), entry.subject(), entry.message())));
  }
}
