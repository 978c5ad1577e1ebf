package dev.avow.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a policy covers and what not; of the rest it says nothing.
 *
 * <p>Immutable.
 */
public final class PolicyScope {

  private static final PolicyScope NONE = new PolicyScope(List.of(), List.of());

  private final List<ScopeItem> in;
  private final List<ScopeItem> out;

  private PolicyScope(List<ScopeItem> in, List<ScopeItem> out) {
    this.in = in;
    this.out = out;
  }

  /** Returns the scope of which nothing is said. */
  public static PolicyScope none() {
    return NONE;
  }

  /**
   * Returns this scope with one more thing that is covered.
   *
   * @throws IllegalArgumentException if there is one with the same id, or it is redirected
   */
  public PolicyScope covers(ScopeItem item) {
    requireNew(item);
    item.redirect()
        .ifPresent(
            to -> {
              throw new IllegalArgumentException(
                  "what is in scope must not be redirected but %s goes to %s"
                      .formatted(item.id(), to.label()));
            });
    return new PolicyScope(Require.plus(in, item), out);
  }

  /**
   * Returns this scope with one more thing that is not covered.
   *
   * @throws IllegalArgumentException if there is one with the same id
   */
  public PolicyScope leavesOut(ScopeItem item) {
    requireNew(item);
    return new PolicyScope(in, Require.plus(out, item));
  }

  private void requireNew(ScopeItem item) {
    List<ScopeItem> all = Stream.concat(in.stream(), out.stream()).toList();
    Require.unique("scope item", item.id(), all, ScopeItem::id, ScopeItem::declaredAt);
  }

  /** Returns what is covered. */
  public List<ScopeItem> in() {
    return in;
  }

  /** Returns what is not covered. */
  public List<ScopeItem> out() {
    return out;
  }

  /** Returns whether nothing is said at all. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicyScope that && in.equals(that.in) && out.equals(that.out);
  }

  @Override
  public int hashCode() {
    return 31 * in.hashCode() + out.hashCode();
  }

  @Override
  public String toString() {
    return "in %s, out %s".formatted(in, out);
  }
}
