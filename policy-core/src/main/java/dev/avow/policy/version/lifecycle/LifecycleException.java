package dev.avow.policy.version.lifecycle;

import dev.avow.policy.finding.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says that a file holds no product and no releases, and all that is wrong with it. */
public final class LifecycleException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final ArrayList<Problem> problems;

  LifecycleException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = new ArrayList<>(problems);
  }

  /** Returns what is wrong, sorted by place; never empty. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
