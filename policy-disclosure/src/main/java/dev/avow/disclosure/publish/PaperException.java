package dev.avow.disclosure.publish;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Says that a paper cannot be read at all, each reason with its place. */
public final class PaperException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /** Creates the exception for {@code problems}, of which there is one at least. */
  public PaperException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  PaperException(Location at, String expected, String found) {
    this(List.of(new Problem(at, expected, found)));
  }

  /** Returns what is wrong, in the order of the paper. */
  public List<Problem> problems() {
    return problems;
  }
}
