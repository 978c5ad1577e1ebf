package dev.avow.policy;

import dev.avow.policy.PolicyChange.Effect;
import dev.avow.policy.PolicyChange.Kind;
import dev.avow.policy.rule.Declaration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Walks over two policies, as both are written in full, and tells of all that differs. */
final class DiffWalk {

  private final SecurityPolicy before;
  private final SecurityPolicy after;
  private final DiffRules rules;
  private final Consumer<PolicyChange> changes;

  DiffWalk(
      SecurityPolicy before,
      SecurityPolicy after,
      Collection<? extends Declaration> rules,
      Consumer<PolicyChange> changes) {
    this.before = before;
    this.after = after;
    this.rules = new DiffRules(before.hardening(), after.hardening(), rules, changes);
    this.changes = changes;
  }

  void run() {
    DiffSide one = DiffSide.of(before.tree(), before.written());
    DiffSide other = DiffSide.of(after.tree(), after.written());
    walk(new DiffPlace("", "", one, other), Map.of(), Map.of());
  }

  private void walk(DiffPlace place, Map<?, ?> besideBefore, Map<?, ?> besideAfter) {
    Object one = place.before().value();
    Object other = place.after().value();
    if (one == null ? other == null : one.equals(other)) {
      return;
    }
    if (place.pattern().equals("waivers")) {
      new DiffWaivers(before.waivers(), after.waivers(), place, changes).run();
    } else if (place.pattern().equals("hardening.rules")) {
      rules.run(place);
    } else if (DiffItems.at(place.pattern())) {
      items(place, besideBefore, besideAfter);
    } else if (one instanceof Map<?, ?> || other instanceof Map<?, ?>) {
      map(place);
    } else {
      Effect effect = DiffOrders.at(place.pattern()).effect(one, other, besideBefore, besideAfter);
      changes.accept(place.changed(effect));
    }
  }

  private void map(DiffPlace place) {
    Map<?, ?> one = place.before().map();
    Map<?, ?> other = place.after().map();
    Set<String> keys = new LinkedHashSet<>();
    one.keySet().forEach(key -> keys.add(key.toString()));
    other.keySet().forEach(key -> keys.add(key.toString()));
    if (place.pattern().equals("commitments[]")) {
      keys.removeAll(DiffTerms.FIELDS);
      DiffTerms.compare(place).ifPresent(changes);
    }
    keys.forEach(key -> walk(place.step(key), one, other));
  }

  private void items(DiffPlace place, Map<?, ?> besideBefore, Map<?, ?> besideAfter) {
    DiffItems items =
        new DiffItems(
            place,
            DeclaredPlaces.of(before, place.pattern()),
            DeclaredPlaces.of(after, place.pattern()));
    for (DiffPlace both : items.inBoth()) {
      walk(both, besideBefore, besideAfter);
    }
    for (DiffPlace one : items.inOne()) {
      changes.accept(one.item(effect(place.pattern(), one, besideBefore, besideAfter)));
    }
    items.order().ifPresent(order -> changes.accept(reordered(place, order)));
  }

  private static PolicyChange reordered(DiffPlace place, List<List<String>> order) {
    String was = order.get(0).toString();
    String is = order.get(1).toString();
    return place.change(Kind.REORDERED, Effect.NEITHER, was, is);
  }

  private Effect effect(
      String list, DiffPlace item, Map<?, ?> besideBefore, Map<?, ?> besideAfter) {
    if (list.equals("supported-versions.rows")) {
      return DiffVersions.effect(before.supportedVersions(), after.supportedVersions(), item);
    }
    return DiffOrders.ofItem(list)
        .effect(item.before().value(), item.after().value(), besideBefore, besideAfter);
  }
}
