package dev.avow.k8s.storage;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ContainedDirectory} says of a path: a verdict, and how much that verdict is worth.
 */
public final class Containment {

  private final Subject subject;
  private final Guarantee guarantee;
  private final @Nullable ContainmentException refused;

  private Containment(
      Subject subject, Guarantee guarantee, @Nullable ContainmentException refused) {
    this.subject = subject;
    this.guarantee = guarantee;
    this.refused = refused;
  }

  static Containment contained(Asked asked, Guarantee guarantee) {
    return new Containment(asked.subject(), guarantee, null);
  }

  static Containment refused(Asked asked, Guarantee guarantee, ContainmentException refused) {
    return new Containment(asked.subject(), guarantee, refused);
  }

  /** Returns what was judged: the directory and, as its innermost part, the path. */
  public Subject subject() {
    return subject;
  }

  /**
   * Returns PASS if the path stays in the directory, FAIL if it does not or hides what it means,
   * INCONCLUSIVE if that cannot be seen, and NOT_APPLICABLE if it leads to nothing.
   */
  public Verdict verdict() {
    return refused == null ? Verdict.PASS : refused.reason().verdict();
  }

  /** Returns what the verdict rests on; it may be less than was asked for, never more. */
  public Guarantee guarantee() {
    return guarantee;
  }

  /** Returns why the verdict is not PASS. */
  public Optional<Refusal> reason() {
    return Optional.ofNullable(refused).map(ContainmentException::reason);
  }

  /** Returns the component at fault as it came; empty text where it is the path as a whole. */
  public Optional<String> component() {
    return Optional.ofNullable(refused).map(ContainmentException::component);
  }

  /** Returns the finding, where the verdict is FAIL or INCONCLUSIVE. */
  public Optional<Finding> finding() {
    return Optional.ofNullable(refused).flatMap(ContainmentException::finding);
  }

  /** Returns verdict and finding as an evaluation, which sums with all others. */
  public Evaluation evaluation() {
    RuleSet rules = RuleSet.of(List.of(ContainedDirectory.RULE));
    Partial.Builder part = Partial.under(rules);
    part.verdict(ContainedDirectory.RULE.id(), subject, verdict());
    finding().ifPresent(part::finding);
    return Evaluation.of(rules, Stream.of(part.build()));
  }

  /** Returns the subject, the verdict and why. */
  @Override
  public String toString() {
    String why = refused == null ? "" : ", " + refused.reason();
    return "%s: %s%s (%s)".formatted(subject, verdict(), why, guarantee);
  }
}
