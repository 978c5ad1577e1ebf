package dev.avow.policy.baseline;

import dev.avow.policy.finding.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says that a text is no baseline, and all that is wrong with it. */
public final class BaselineException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final ArrayList<Problem> problems;

  BaselineException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = new ArrayList<>(problems);
  }

  /** Returns what is wrong, sorted by place; never empty. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
