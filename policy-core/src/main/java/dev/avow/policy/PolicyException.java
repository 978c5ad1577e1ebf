package dev.avow.policy;

import dev.avow.policy.finding.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says that a text is no policy, or one that an evaluator cannot keep, and all that is wrong.
 *
 * <p>It comes in two rounds: reading tells what is wrong with the form; only building an evaluator,
 * which knows the rules, tells of unknown rules and of parameters that do not fit theirs.
 */
public final class PolicyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final ArrayList<Problem> problems;

  /**
   * Creates the exception for {@code problems}.
   *
   * @param problems what is wrong, sorted by place; at least one
   */
  public PolicyException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = new ArrayList<>(problems);
  }

  /** Returns what is wrong, sorted by place; never empty. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
