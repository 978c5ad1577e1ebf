package dev.avow.disclosure;

import dev.avow.policy.finding.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Says all that is wrong with a case, each with its place. */
public final class CaseException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /** Creates the exception for {@code problems}, of which there is one at least. */
  public CaseException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Returns what is wrong, in the order of the case. */
  public List<Problem> problems() {
    return problems;
  }
}
