package dev.avow.disclosure.intake;

import dev.avow.disclosure.intake.ScopeAnswer.Verdict;
import dev.avow.policy.PolicyScope;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.ScopeItem.Redirect;
import java.util.List;

/** Says whether a policy covers a component. */
final class ScopeJudge {

  private final PolicyScope scope;

  ScopeJudge(PolicyScope scope) {
    this.scope = scope;
  }

  ScopeAnswer ask(String component) {
    List<ScopeItem> in = matching(scope.in(), component);
    List<ScopeItem> out = matching(scope.out(), component);
    if (!in.isEmpty() && !out.isEmpty()) {
      List<ScopeItem> both = List.of(in.get(0), out.get(0));
      return new ScopeAnswer(Verdict.UNDECIDED, both, "the policy both covers and leaves it out");
    }
    if (!in.isEmpty()) {
      return new ScopeAnswer(Verdict.IN, in, "the policy covers it");
    }
    if (!out.isEmpty()) {
      return new ScopeAnswer(Verdict.OUT, out, "the policy leaves it out");
    }
    return isForeign(component)
        ? foreign()
        : new ScopeAnswer(Verdict.UNDECIDED, List.of(), "the policy does not name it");
  }

  private static List<ScopeItem> matching(List<ScopeItem> items, String component) {
    return items.stream()
        .filter(
            item ->
                item.id().equals(component)
                    || item.components().stream().anyMatch(glob -> glob.matches(component)))
        .toList();
  }

  /** A policy that names its own packages says by this that others are those of other people. */
  private boolean isForeign(String component) {
    return PackageUrl.isWrittenAs(component)
        && scope.in().stream()
            .flatMap(item -> item.components().stream())
            .anyMatch(glob -> PackageUrl.isWrittenAs(glob.toString()));
  }

  private ScopeAnswer foreign() {
    List<ScopeItem> theirs =
        scope.out().stream()
            .filter(item -> item.components().isEmpty())
            .filter(item -> item.redirect().filter(Redirect.THEIR_MAINTAINERS::equals).isPresent())
            .toList();
    return theirs.isEmpty()
        ? new ScopeAnswer(Verdict.UNDECIDED, List.of(), "the policy does not name it")
        : new ScopeAnswer(Verdict.OUT, theirs, "it is none of the policy's packages");
  }
}
