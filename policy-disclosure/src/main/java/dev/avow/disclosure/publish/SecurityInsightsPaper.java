package dev.avow.disclosure.publish;

import dev.avow.policy.PolicyBuilder;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.version.ask.ReleaseCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Security Insights among the documents that are published. */
final class SecurityInsightsPaper implements Paper {

  @Override
  public List<String> places() {
    return List.of(
        "security-insights.yml", ".github/security-insights.yml", ".gitlab/security-insights.yml");
  }

  @Override
  public boolean isForm(Path file) {
    return String.valueOf(file.getFileName()).matches("security-insights\\.ya?ml");
  }

  /** It says more of the project than a policy does, so that somebody else must begin it. */
  @Override
  public Optional<String> missing(SecurityPolicy policy, Path file) {
    return Files.exists(file)
        ? Optional.empty()
        : Optional.of("a file with what no policy says, such as its address and administrators");
  }

  @Override
  public String write(SecurityPolicy policy, LocalDate day, Path file) {
    return SecurityInsights.read(file).with(policy, day).text();
  }

  @Override
  public Evaluation lint(Path file, LocalDate day, ReleaseCatalog releases) {
    return SecurityInsights.read(file).lint(day);
  }

  /** Of a file that leaves the project to another one there is nothing to compare. */
  @Override
  public Evaluation drift(SecurityPolicy policy, Path file) {
    SecurityInsights stated = SecurityInsights.read(file);
    Optional<SecurityPolicy> said = stated.policy();
    if (said.isEmpty()) {
      return Evaluation.empty();
    }
    PolicyReading reading = PolicyReading.of(PaperFile.name(file), said.get());
    return Drift.between(told(policy), reading).evaluation();
  }

  /** Returns of {@code policy} what the form tells. */
  private static SecurityPolicy told(SecurityPolicy policy) {
    PolicyBuilder told = SecurityPolicy.named(policy.name());
    InsightsTree.contact(policy).ifPresent(told::reportTo);
    for (ScopeItem item : policy.scope().in()) {
      told.scope(scope -> scope.covers(plain(item)));
    }
    for (ScopeItem item : policy.scope().out()) {
      told.scope(scope -> scope.leavesOut(plain(item)));
    }
    return told.build();
  }

  private static ScopeItem plain(ScopeItem item) {
    return ScopeItem.of(item.id(), item.text()).at(item.declaredAt());
  }
}
