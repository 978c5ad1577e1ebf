package dev.avow.policy.finding;

import dev.avow.policy.finding.BaselineUse.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Crosses off what is found again of a baseline. */
final class BaselineBook {

  private final Baseline baseline;
  private final Map<String, Baseline.Entry> known = new HashMap<>();
  private final Map<String, Integer> left = new HashMap<>();

  BaselineBook(Baseline baseline) {
    this.baseline = baseline;
    for (Baseline.Entry entry : baseline.entries()) {
      known.put(entry.fingerprint(), entry);
      left.put(entry.fingerprint(), entry.count());
    }
  }

  /**
   * Returns whether {@code finding} is known, and crosses it off. One more than are known is not,
   * nor is one about a group that has grown.
   */
  boolean enter(Finding finding) {
    if (known.isEmpty()) {
      return false;
    }
    String fingerprint = finding.fingerprint();
    Baseline.Entry entry = known.get(fingerprint);
    int open = left.getOrDefault(fingerprint, 0);
    if (entry == null || open == 0) {
      return false;
    }
    left.put(fingerprint, open - 1);
    return finding.members().isEmpty()
        || new HashSet<>(entry.members())
            .containsAll(finding.members().stream().map(Subject::toString).toList());
  }

  /** Returns what became of each entry, in order. */
  List<BaselineUse> uses(Evaluation evaluation) {
    if (known.isEmpty()) {
      return List.of();
    }
    Set<RuleId> judged = new HashSet<>(evaluation.judgedRules());
    Set<String> subjects =
        evaluation.subjects().stream().map(Subject::toString).collect(Collectors.toSet());
    return baseline.entries().stream().map(entry -> use(entry, judged, subjects)).toList();
  }

  private BaselineUse use(Baseline.Entry entry, Set<RuleId> judged, Set<String> subjects) {
    int missing = left.getOrDefault(entry.fingerprint(), 0);
    State state = State.FOUND;
    if (missing > 0) {
      State why = subjects.contains(entry.subject()) ? State.FIXED : State.GONE;
      state = judged.contains(entry.rule()) ? why : State.NOT_JUDGED;
    }
    return new BaselineUse(entry, state, missing);
  }
}
