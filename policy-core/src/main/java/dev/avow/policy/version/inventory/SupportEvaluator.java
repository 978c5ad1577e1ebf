package dev.avow.policy.version.inventory;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.version.SupportAnswer;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.ask.SupportQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which of the versions in use run unsupported.
 *
 * <pre>{@code
 * Evaluation evaluation =
 *     SupportEvaluator.of(new Product("typekro", policy.supportedVersions(), releases))
 *         .evaluate(Inventory.read(Path.of("package-lock.json")), today);
 * }</pre>
 *
 * <p>A version that is supported passes; one that is not fails, at LOW if it gets fixes as far as
 * possible or is in development; what the policy does not say, or what cannot be told, is
 * INCONCLUSIVE. What is a version of no known product is not judged. Immutable and thread-safe.
 */
public final class SupportEvaluator {

  private static final RuleDescription RULE =
      RuleDescription.of(RuleId.of("version-in-use-is-supported"))
          .severity(Severity.HIGH)
          .target("version in use")
          .reason("Nobody mends what is found in a version that is not supported any more.")
          .advice("Update to a line that is supported.")
          .build();

  private static final RuleSet RULES = RuleSet.of(List.of(RULE));

  private final List<Product> products;

  private SupportEvaluator(List<Product> products) {
    this.products = List.copyOf(products);
  }

  /** Returns the evaluator that knows {@code products}; of several that fit the first counts. */
  public static SupportEvaluator of(Product... products) {
    return new SupportEvaluator(List.of(products));
  }

  /** Returns this evaluator, knowing one more product. */
  public SupportEvaluator and(String name, SupportedVersions versions, ReleaseCatalog releases) {
    List<Product> more = new ArrayList<>(products);
    more.add(new Product(name, versions, releases));
    return new SupportEvaluator(more);
  }

  /** Judges {@code used} on {@code day}. */
  public Evaluation evaluate(Collection<VersionInUse> used, LocalDate day) {
    Partial.Builder verdicts = Partial.under(RULES);
    used.forEach(use -> judge(use, day, verdicts));
    return Evaluation.of(RULES, Stream.of(verdicts.build()));
  }

  private void judge(VersionInUse use, LocalDate day, Partial.Builder verdicts) {
    Optional<Product> product = products.stream().filter(known -> known.isOf(use)).findFirst();
    if (product.isEmpty()) {
      verdicts.verdict(RULE.id(), use.subject(), Verdict.NOT_APPLICABLE);
      return;
    }
    SupportQuestion question =
        SupportQuestion.aboutUntaggedImage(day)
            .asking(use.asked())
            .knowing(product.get().releases());
    SupportAnswer answer = product.get().versions().ask(question);
    switch (answer.support()) {
      case SUPPORTED -> verdicts.verdict(RULE.id(), use.subject(), Verdict.PASS);
      case UNSUPPORTED ->
          verdicts.finding(finding(use, product.get(), answer, Verdict.FAIL, RULE.severity()));
      case BEST_EFFORT, DEVELOPMENT ->
          verdicts.finding(finding(use, product.get(), answer, Verdict.FAIL, Severity.LOW));
      case NOT_LISTED, CONTRADICTORY, UNKNOWN ->
          verdicts.finding(
              finding(use, product.get(), answer, Verdict.INCONCLUSIVE, RULE.severity()));
    }
  }

  private static Finding finding(
      VersionInUse use, Product product, SupportAnswer answer, Verdict verdict, Severity severity) {
    return Finding.of(RULE.id(), verdict, use.subject(), use.at())
        .severity(severity)
        .message(
            "%s of %s is %s: %s"
                .formatted(
                    use.asked(), product.name(), answer.support().label(), answer.explanation()))
        .build();
  }
}
