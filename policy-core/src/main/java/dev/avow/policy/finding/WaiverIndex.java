package dev.avow.policy.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  private record Key(String rule, String source, Subject thing) {}

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
    return new Key(waiver.rule().pattern(), waiver.declaredAt().source(), thing);
  }

  /** Returns the places of the waivers about {@code finding}, in order. */
  List<Integer> about(Finding finding) {
    List<Integer> about = new ArrayList<>(0);
    for (int i : ofGateByRule.computeIfAbsent(finding.rule(), this::ofGate)) {
      if (waivers.get(i).chooses(finding)) {
        about.add(i);
      }
    }
    if (!beside.isEmpty()) {
      addBeside(finding, about);
    }
    return about;
  }

  private List<Integer> ofGate(RuleId rule) {
    return ofGate.stream().filter(i -> waivers.get(i).rule().matches(rule.value())).toList();
  }

  /** What stands beside the whole thing comes before what stands beside a part of it. */
  private void addBeside(Finding finding, List<Integer> into) {
    Subject subject = finding.subject();
    for (int inner = 0; inner <= subject.parts().size(); inner++) {
      Subject thing = new Subject(subject.kind(), subject.parts().subList(0, inner));
      Key key = new Key(finding.rule().value(), finding.location().source(), thing);
      into.addAll(beside.getOrDefault(key, List.of()));
    }
  }
}
