package dev.avow.policy.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the waivers that are about a finding.
 *
 * <p>A gate has few waivers and each is about few rules; beside what is judged there may be one for
 * each of many things, so that those are found by the thing.
 */
final class WaiverIndex {

  private final List<Waiver> waivers;
  private final List<Integer> ofGate = new ArrayList<>();
  private final Map<RuleId, List<Integer>> ofGateByRule = new HashMap<>();
  private final Map<Key, List<Integer>> beside = new HashMap<>();

  private record Key(String rule, Subject thing) {}

  WaiverIndex(List<Waiver> waivers) {
    this.waivers = waivers;
    for (int i = 0; i < waivers.size(); i++) {
      Waiver waiver = waivers.get(i);
      List<Integer> places =
          waiver
              .beside()
              .map(thing -> key(waiver, thing))
              .map(key -> beside.computeIfAbsent(key, none -> new ArrayList<>()))
              .orElse(ofGate);
      places.add(i);
    }
  }

  private static Key key(Waiver waiver, Subject thing) {
    return new Key(waiver.rule().pattern(), thing);
  }

  /**
   * Returns the places of the waivers about what {@code rule} found of {@code subject}, in order.
   *
   * @param source where that is written; null if that may be anywhere
   */
  List<Integer> about(RuleId rule, Subject subject, @Nullable String source) {
    List<Integer> about = new ArrayList<>(0);
    for (int i : ofGateByRule.computeIfAbsent(rule, this::ofGate)) {
      if (waivers.get(i).chooses(subject, source)) {
        about.add(i);
      }
    }
    if (!beside.isEmpty()) {
      addBeside(rule, subject, source, about);
    }
    return about;
  }

  private List<Integer> ofGate(RuleId rule) {
    return ofGate.stream().filter(i -> waivers.get(i).rule().matches(rule.value())).toList();
  }

  /** What stands beside the whole thing comes before what stands beside a part of it. */
  private void addBeside(
      RuleId rule, Subject subject, @Nullable String source, List<Integer> into) {
    for (int inner = 0; inner <= subject.parts().size(); inner++) {
      Subject thing = new Subject(subject.kind(), subject.parts().subList(0, inner));
      for (int i : beside.getOrDefault(new Key(rule.value(), thing), List.of())) {
        if (waivers.get(i).chooses(subject, source)) {
          into.add(i);
        }
      }
    }
  }
}
