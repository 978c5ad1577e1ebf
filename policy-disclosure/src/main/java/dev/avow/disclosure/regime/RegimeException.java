package dev.avow.disclosure.regime;

import dev.avow.policy.finding.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Says all that is wrong with a regime, each with its place. */
public final class RegimeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /** Creates the exception for {@code problems}, of which there is one at least. */
  public RegimeException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Returns what is wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
