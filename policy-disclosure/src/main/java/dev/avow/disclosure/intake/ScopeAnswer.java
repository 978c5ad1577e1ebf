package dev.avow.disclosure.intake;

import dev.avow.policy.ScopeItem;
import dev.avow.policy.ScopeItem.Redirect;
import java.util.List;
import java.util.Optional;

/**
 * Whether a policy covers a component.
 *
 * @param verdict the answer
 * @param items the items of the policy that say so
 * @param reason why, as a phrase
 */
public record ScopeAnswer(Verdict verdict, List<ScopeItem> items, String reason) {

  /** Whether something is covered. */
  public enum Verdict {
    /** It is. */
    IN,
    /** It is not. */
    OUT,
    /** The policy does not say, or says both. */
    UNDECIDED
  }

  /** Creates an answer; the list is copied. */
  public ScopeAnswer {
    items = List.copyOf(items);
  }

  /** Returns who answers for it instead, if it is not covered and the policy says so. */
  public Optional<Redirect> redirect() {
    return items.stream().flatMap(item -> item.redirect().stream()).findFirst();
  }

  /** Returns verdict and items; the component is not told. */
  @Override
  public String toString() {
    return verdict + " " + items;
  }
}
