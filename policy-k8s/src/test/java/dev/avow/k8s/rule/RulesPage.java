package dev.avow.k8s.rule;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.rule.Activation;
import dev.avow.policy.rule.Declaration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of the documentation that says what each built-in rule asks, made of the catalogue. */
final class RulesPage {

  private static final String HEAD =
      """
      # Rules for Kubernetes

      Each profile holds the rules of the one before it: `baseline`, `restricted`, `production`, `multi-tenant`. A policy turns
      single rules on or off, weighs them, and sets their parameters, by name:

      ```yaml
      hardening:
        profile: restricted
        kubernetes: "1.34"
        rules:
          image-tag-does-not-move: off
          runs-as-non-root:
            severity: critical
            user-id-is-enough: true
      ```

      Whoever comes from another tool finds its names under «known as». This page is made of the rules themselves.

      """;

  private RulesPage() {}

  static String of(List<Declaration> rules) {
    List<Declaration> sorted =
        rules.stream().sorted(Comparator.comparing(rule -> rule.description().id())).toList();
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| rule | severity | asked of | on |\n|---|---|---|---|\n");
    sorted.forEach(rule -> page.append(row(rule)));
    sorted.forEach(rule -> page.append(section(rule)));
    return page.toString();
  }

  private static String row(Declaration rule) {
    RuleDescription description = rule.description();
    return "| [%s](#%s) | %s | %s | %s |%n"
        .formatted(
            description.id(),
            description.id(),
            description.severity(),
            asked(description.target()),
            on(rule.activation()))
        .replace("\r", "");
  }

  private static String section(Declaration rule) {
    RuleDescription description = rule.description();
    StringBuilder section = new StringBuilder();
    section.append("\n## ").append(description.id()).append("\n\n");
    section.append(sentence(description.title())).append("\n\n");
    section.append(description.reason()).append(' ').append(description.advice()).append("\n\n");
    section.append("- ").append(description.severity()).append(", asked of ");
    section
        .append(asked(description.target()))
        .append(", ")
        .append(on(rule.activation()))
        .append('\n');
    section.append(example(description));
    description.parameters().forEach(each -> section.append(parameter(each)));
    description.references().forEach(uri -> section.append("- <" + uri + ">\n"));
    if (!description.aliases().isEmpty()) {
      section.append("- known as ").append(names(description.aliases())).append('\n');
    }
    return section.toString();
  }

  /** A rule that has to see all manifests is asked once. */
  private static String asked(String target) {
    return target.equals("everything") ? "everything at once" : "each " + target;
  }

  /** What the rule says is shown as its fixture has it. */
  private static String example(RuleDescription rule) {
    List<Finding> findings = Fixture.of(rule).findings().toList();
    Finding shown =
        findings.stream()
            .filter(finding -> finding.verdict() == Verdict.FAIL)
            .findFirst()
            .orElse(findings.get(0));
    boolean mends =
        findings.stream()
            .flatMap(finding -> finding.fix().stream())
            .anyMatch(fix -> !fix.changes().isEmpty());
    return "- says «" + shown.message() + "»" + (mends ? ", and how to change it" : "") + "\n";
  }

  private static String sentence(String title) {
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1) + ".";
  }

  private static String parameter(Parameter<?> parameter) {
    return "- `%s`: %s; %s, `%s` unless set%n"
        .formatted(
            parameter.name(),
            parameter.meaning(),
            parameter.expects(),
            parameter.standardAsWritten())
        .replace("\r", "");
  }

  private static String names(Set<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String on(Activation activation) {
    if (activation instanceof Activation.From from) {
      return "from `" + from.profile().label() + "`";
    }
    if (activation instanceof Activation.InPlaceOf instead) {
      return "from `%s` where `%s` is off"
          .formatted(instead.profile().label(), instead.stricter().description().id());
    }
    if (activation instanceof Activation.Where) {
      return "where the policy promises it";
    }
    return activation instanceof Activation.Always ? "always" : "by name only";
  }
}
