package dev.avow.policy.repository;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Target;

/** An action, or a workflow, that a workflow takes from elsewhere. */
public final class UsedAction implements Target {

  private static final int SHORTEST_HASH = 40;
  private static final int LONGEST_HASH = 64;

  private final Subject subject;
  private final Field uses;

  UsedAction(String file, Field uses) {
    this.uses = uses;
    this.subject =
        Subject.of("Action")
            .with("action", uses.text().orElse(""))
            .with("file", file)
            .with("step", uses.parent().map(Field::path).orElse(""));
  }

  private String text() {
    return uses.text().orElse("");
  }

  /** Returns a check that it comes from this repository itself. */
  Check isOwn() {
    return Check.of(text().startsWith("./") || text().startsWith("../"), uses);
  }

  /** Returns a check that it is named by a commit or a digest, which does not move. */
  Check isPinned() {
    String version = text().substring(text().lastIndexOf('@') + 1);
    if (text().startsWith("docker://")) {
      return Check.of(text().contains("@sha256:"), uses);
    }
    boolean whole = version.length() == SHORTEST_HASH || version.length() == LONGEST_HASH;
    boolean hex = version.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    return Check.of(text().contains("@") && whole && hex, uses);
  }

  @Override
  public Subject subject() {
    return subject;
  }

  @Override
  public Field place() {
    return uses;
  }

  @Override
  public String toString() {
    return subject.toString();
  }
}
