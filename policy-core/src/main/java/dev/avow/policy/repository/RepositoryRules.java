package dev.avow.policy.repository;

import dev.avow.policy.finding.RuleId;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules about repositories that come with Avow. */
public final class RepositoryRules {

  private static final List<PromisedRule> PROMISED =
      Stream.of(UpdateRules.all(), WorkflowRules.all(), StageRules.all())
          .flatMap(List::stream)
          .toList();

  private static final List<Rule<?>> RULES =
      PROMISED.stream().<Rule<?>>map(PromisedRule::rule).toList();

  private RepositoryRules() {}

  /** Returns all of them, to show them or to name them to other evaluators. */
  public static List<Declaration> rules() {
    return Stream.concat(RULES.stream(), Stream.<Declaration>of(new FileReadability())).toList();
  }

  /** Returns the ids of all of them, which other evaluators of a policy need not know. */
  public static Set<RuleId> ids() {
    return rules().stream().map(it -> it.description().id()).collect(Collectors.toSet());
  }

  static List<PromisedRule> promised() {
    return PROMISED;
  }
}
