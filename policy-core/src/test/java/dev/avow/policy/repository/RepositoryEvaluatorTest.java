package dev.avow.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.policy.PolicyException;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryEvaluatorTest {

  @TempDir private Path folder;

  private static SecurityPolicy policy(String rules) {
    return SecurityPolicy.parse(
        "p.yaml",
        "apiVersion: avow.dev/v1\nkind: SecurityPolicy\nname: x\nhardening:\n  rules:\n    "
            + rules);
  }

  @Test
  void aRuleOfAnotherCatalogueIsNoMistake() {
    RepositoryEvaluator evaluator =
        RepositoryEvaluator.of(
            policy("{runs-as-non-root: on, action-is-pinned: {severity: high}}"));

    assertThat(evaluator.ruleSet().rules().keySet())
        .extracting(RuleId::value)
        .containsExactly("repository-file-is-readable");
  }

  @Test
  void aRuleThatNobodyKnowsIsRefusedWhereTheOthersAreNamed() {
    RepositoryEvaluator.Builder builder =
        RepositoryEvaluator.builder(policy("{action-is-pined: on}")).besides(List.of());

    assertThatThrownBy(builder::build)
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("p.yaml:6:6")
        .hasMessageContaining("perhaps \"action-is-pinned\"");
  }

  @Test
  void aParameterThatDoesNotFitIsRefused() {
    assertThatThrownBy(
            () -> RepositoryEvaluator.of(policy("{updates-are-frequent: {most-days: soon}}")))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("most-days of updates-are-frequent must be a whole number");
  }

  @Test
  void rulesAreSwitchedAndWeighedByName() {
    Checkout files =
        new Checkout(folder)
            .with(".github/workflows/a.yml", "on: push\njobs: {a: {steps: [{uses: a/b@v1}]}}\n");

    assertThat(
            files
                .evaluate(
                    "hardening: {profile: restricted, rules: {action-is-pinned: {severity: high}}}")
                .findings())
        .filteredOn(it -> it.rule().value().equals("action-is-pinned"))
        .extracting(Finding::severity)
        .containsExactly(Severity.HIGH);
    assertThat(
            files.found(
                "hardening: {profile: restricted, rules: {action-is-pinned: off}}",
                "action-is-pinned"))
        .isEmpty();
  }

  @Test
  void aRuleOfOnesOwnIsDeclaredLikeTheOthers() {
    Rule<Stage> own =
        Rule.named("stage-is-named")
            .forEach(RepositoryScopes.STAGE)
            .requires(
                stage -> Check.of(stage.subject().values("stage").contains("x"), stage.place()))
            .otherwise("{stage} in {file} is not called x")
            .build();
    new Checkout(folder).with("Dockerfile", "FROM a AS x\nFROM a AS y\n");

    assertThat(
            RepositoryEvaluator.builder(SecurityPolicy.named("x").build())
                .rule(own)
                .build()
                .evaluate(folder)
                .findings())
        .extracting(Finding::message)
        .containsExactly("y in Dockerfile is not called x");
  }

  @Test
  void everyRuleSaysWhatItIsFor() {
    assertThat(RepositoryRules.rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.description().reason()).endsWith(".");
              assertThat(rule.description().advice()).endsWith(".");
              assertThat(rule.description().references()).isNotEmpty();
            })
        .extracting(rule -> rule.description().id())
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsNoFolderIsRefused() {
    assertThatThrownBy(
            () ->
                RepositoryEvaluator.of(SecurityPolicy.named("x").build())
                    .evaluate(folder.resolve("none")))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("repository must be a folder");
  }

  @Test
  void aBrokenWorkflowCostsOnlyItself() {
    Checkout files =
        new Checkout(folder)
            .with(".github/workflows/a.yml", "on: [push\n")
            .with(".github/workflows/b.yml", "on: push\n");

    assertThat(files.found("", "repository-file-is-readable"))
        .singleElement()
        .asString()
        .startsWith(".github/workflows/a.yml:");
  }
}
