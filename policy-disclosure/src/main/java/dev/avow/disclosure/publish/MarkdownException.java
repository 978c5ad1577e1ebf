package dev.avow.disclosure.publish;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Problem;

/** Says why a document cannot be read at all, with its place. */
public final class MarkdownException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  MarkdownException(Location at, String expected, String found) {
    this(new Problem(at, expected, found));
  }

  private MarkdownException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** Returns what is wrong. */
  public Problem problem() {
    return problem;
  }
}
