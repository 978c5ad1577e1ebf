package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leaves out of all excerpts what confidential rules have found: not in their own, as there is
 * nothing else to see, nor in those of other findings nearby.
 */
final class GuardedExcerpts implements Excerpts {

  private static final String HIDDEN = "…";

  private final Excerpts all;
  private final Map<RuleId, RuleDescription> rules;
  private final Map<String, BitSet> hidden = new HashMap<>();

  GuardedExcerpts(Excerpts all, Decision decision) {
    this.all = all;
    this.rules = decision.evaluation().rules();
    decision.evaluation().findings().stream()
        .filter(this::isConfidential)
        .forEach(finding -> hide(finding.location()));
  }

  private boolean isConfidential(Finding finding) {
    RuleDescription rule = rules.get(finding.rule());
    return rule != null && rule.isConfidential();
  }

  private void hide(Location place) {
    int last = Math.max(place.line(), place.endLine());
    hidden.computeIfAbsent(place.source(), none -> new BitSet()).set(place.line(), last + 1);
  }

  @Override
  public Optional<Excerpt> of(Finding finding) {
    return isConfidential(finding)
        ? Optional.empty()
        : all.of(finding).map(excerpt -> guarded(excerpt, finding.location().source()));
  }

  private Excerpt guarded(Excerpt excerpt, String source) {
    BitSet lines = hidden.getOrDefault(source, new BitSet());
    List<String> shown = new ArrayList<>(excerpt.lines());
    for (int i = 0; i < shown.size(); i++) {
      if (lines.get(excerpt.firstLine() + i)) {
        shown.set(i, HIDDEN);
      }
    }
    return new Excerpt(excerpt.firstLine(), shown);
  }
}
