package dev.avow.disclosure.publish;

import dev.avow.policy.SecurityPolicy;
import java.util.List;

/**
 * What a document says: a policy with the places of its parts, and what is not in it.
 *
 * <p>The policy is partial: what the document does not say is absent. Immutable.
 */
public final class PolicyReading {

  private final String source;
  private final SecurityPolicy policy;
  private final List<Passage> passages;
  private final List<Reference> references;

  PolicyReading(
      String source, SecurityPolicy policy, List<Passage> passages, List<Reference> references) {
    this.source = source;
    this.policy = policy;
    this.passages = List.copyOf(passages);
    this.references = List.copyOf(references);
  }

  /** Returns the reading of a document all of which is in {@code policy}. */
  static PolicyReading of(String source, SecurityPolicy policy) {
    return new PolicyReading(source, policy, List.of(), List.of());
  }

  /** Returns the name of the document. */
  public String source() {
    return source;
  }

  /** Returns the policy that the document states. */
  public SecurityPolicy policy() {
    return policy;
  }

  /** Returns what is not in the policy, or not as it stands, by line. */
  public List<Passage> passages() {
    return passages;
  }

  /** Returns the passages that were not understood, by line. */
  public List<Passage> notUnderstood() {
    return passages.stream()
        .filter(passage -> passage.kind() == Passage.Kind.NOT_UNDERSTOOD)
        .toList();
  }

  /** Returns what the document leaves to other places, by line. */
  public List<Reference> references() {
    return references;
  }

  /** Returns the policy and how much is not in it. */
  @Override
  public String toString() {
    return "%s: %s, %d passages beside it".formatted(source, policy, passages.size());
  }
}
