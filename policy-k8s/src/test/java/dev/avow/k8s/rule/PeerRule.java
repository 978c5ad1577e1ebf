package dev.avow.k8s.rule;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.policy.document.Field;
import dev.avow.policy.hardening.HardeningProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A rule of another tool, as a policy says it: by which rules, under which parameters.
 *
 * @param rules the ids of the rules; none if it cannot be compared
 * @param settings sets what the other tool's case comes to
 * @param why why it cannot be compared; empty if it can
 */
record PeerRule(
    List<String> rules, BiConsumer<PeerCase, HardeningProfile.Builder> settings, String why) {

  /** Returns a rule that {@code rules} come to. */
  static PeerRule says(String... rules) {
    return new PeerRule(List.of(rules), (each, profile) -> {}, "");
  }

  /** Returns a rule that one request or limit must be set, such as {@code cpu-limit}. */
  static PeerRule bounds(String what) {
    PeerRule rule = says("requests-and-limits-are-set");
    for (String each : List.of("cpu-request", "cpu-limit", "memory-request", "memory-limit")) {
      rule = rule.set("requests-and-limits-are-set", "require-" + each, each.equals(what));
    }
    return rule;
  }

  /** Returns a rule that no policy says. */
  static PeerRule notComparable(String why) {
    return new PeerRule(List.of(), (each, profile) -> {}, why);
  }

  /** Returns this rule under parameters. */
  PeerRule with(BiConsumer<Field, HardeningProfile.Builder> more) {
    return knowing((each, profile) -> more.accept(each.parameters(), profile));
  }

  /** Returns this rule under what the whole case says. */
  PeerRule knowing(BiConsumer<PeerCase, HardeningProfile.Builder> more) {
    return new PeerRule(rules, settings.andThen(more), why);
  }

  /** Returns this rule with one parameter of {@code rule} set, whatever the case says. */
  PeerRule set(String rule, String parameter, Object value) {
    return with((parameters, profile) -> profile.set(rule, parameter, value));
  }

  boolean isComparable() {
    return !rules.isEmpty();
  }

  /** Returns what the rules say of {@code each}. */
  Map<String, String> answers(PeerCase each) {
    HardeningProfile.Builder profile = HardeningProfile.builder();
    rules.forEach(profile::with);
    settings.accept(each, profile);
    KubernetesEvaluator evaluator = KubernetesEvaluator.builder(profile.build()).build();
    return each.answers(evaluator, Set.copyOf(rules));
  }

  /** Returns whether that is what the other tool says. */
  boolean agreesOn(PeerCase each) {
    return answers(each).equals(each.verdicts());
  }
}
