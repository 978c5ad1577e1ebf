package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.finding.WaiverUse;
import java.time.LocalDate;

/** What became of the gate's waivers: those that cover something, and those that should go. */
final class WaiverLines {

  private final Decision decision;
  private final Lines out;

  WaiverLines(Decision decision, Lines out) {
    this.decision = decision;
    this.out = out;
  }

  void write() {
    for (WaiverUse use : decision.waivers()) {
      String which = Words.of(use.waiver());
      switch (use.state()) {
        case USED -> line("waived", which, "covers " + covers(use));
        case REDUNDANT -> line("redundant", which, "covers only what earlier ones cover");
        case UNUSED -> line("unused", which, "covers nothing");
        case NOT_ALLOWED ->
            line("refused", which, "counts for nothing: the policy does not allow it");
        case UNMATCHED -> line("unmatched", which, "matches no rule that was asked");
        case EXPIRED ->
            line(
                "ended",
                which,
                "ended on " + use.waiver().lastDay().map(LocalDate::toString).orElseThrow());
        case NOT_JUDGED -> {}
      }
    }
  }

  private static String covers(WaiverUse use) {
    Waiver waiver = use.waiver();
    String until = waiver.lastDay().map(day -> " until " + day).orElse("");
    String owner = waiver.owner().map(name -> ", says " + name).orElse("");
    return Words.count(use.covered(), "finding") + until + ": " + waiver.reason() + owner;
  }

  private void line(String name, String which, String what) {
    out.add("%-9s  %s %s".formatted(name, which, Lines.clean(what)));
  }
}
