package dev.avow.policy;

import dev.avow.policy.PolicyChange.Effect;
import dev.avow.policy.document.form.JsonText;
import dev.avow.policy.rule.Declaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What has changed between two revisions of a policy, and which changes weaken a promise.
 *
 * <pre>{@code
 * PolicyDiff diff = PolicyDiff.between(published, proposed, Catalogue.rules());
 * diff.with(Effect.WEAKENS).forEach(System.out::println);
 * // weakens: commitments.acknowledged.within was 48h and is 72h (new.yaml:9:30, was old.yaml:8:30)
 * }</pre>
 *
 * <p>It compares what the policies say in the whole, what they extend included. Things that have a
 * name are compared with what has the same name in the other revision, wherever it stands. Which of
 * two values promises less is what a policy is held to that extends another. Immutable.
 */
public final class PolicyDiff {

  private final List<PolicyChange> changes;

  private PolicyDiff(List<PolicyChange> changes) {
    this.changes = changes.stream().sorted().toList();
  }

  /**
   * Compares two revisions, no rule being known: of a rule that one of them does not name, and of
   * every parameter, it is then unclear what the change means.
   */
  public static PolicyDiff between(SecurityPolicy before, SecurityPolicy after) {
    return between(before, after, List.of());
  }

  /**
   * Compares two revisions.
   *
   * @param rules the rules that are known, which tell what is on without being named and which
   *     value of a parameter is stricter
   */
  public static PolicyDiff between(
      SecurityPolicy before, SecurityPolicy after, Collection<? extends Declaration> rules) {
    List<PolicyChange> changes = new ArrayList<>();
    new DiffWalk(before, after, rules, changes::add).run();
    return new PolicyDiff(changes);
  }

  /** Returns all changes, by section, then by path. */
  public List<PolicyChange> changes() {
    return changes;
  }

  /** Returns the changes that have {@code effect}. */
  public List<PolicyChange> with(Effect effect) {
    return changes.stream().filter(change -> change.effect() == effect).toList();
  }

  /** Returns the changes in {@code section}. */
  public List<PolicyChange> in(PolicySection section) {
    return changes.stream().filter(change -> change.section() == section).toList();
  }

  /** Returns whether some change weakens a promise. */
  public boolean weakens() {
    return !with(Effect.WEAKENS).isEmpty();
  }

  /** Returns whether both revisions say the same. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Returns the changes from the later revision back to the former. */
  public PolicyDiff reversed() {
    return new PolicyDiff(changes.stream().map(PolicyChange::reversed).toList());
  }

  /** Returns the changes as JSON: docs/papers.md tells the form. */
  public String toJson() {
    return JsonText.of(DiffTree.of(this));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicyDiff that && changes.equals(that.changes);
  }

  @Override
  public int hashCode() {
    return changes.hashCode();
  }

  /** Returns the changes, a line each. */
  @Override
  public String toString() {
    return changes.stream().map(PolicyChange::toString).collect(Collectors.joining("\n"));
  }
}
