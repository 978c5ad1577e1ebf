package dev.avow.disclosure;

import dev.avow.disclosure.regime.Regime;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.finding.Location;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A plan as a tree of mappings, lists and plain values for a program. */
final class PlanTree {

  private final Plan plan;
  private final boolean cleared;

  PlanTree(Plan plan, Clearance clearance) {
    this.plan = plan;
    this.cleared = clearance.covers(plan.disclosureCase());
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("case", plan.disclosureCase().id());
    tree.put("tlp", plan.disclosureCase().mark().label());
    put(tree, "title", plan.disclosureCase().title().filter(title -> cleared));
    put(tree, "component", plan.disclosureCase().component().filter(component -> cleared));
    tree.put("policy", plan.policy());
    if (!plan.regimes().isEmpty()) {
      tree.put("regimes", plan.regimes().stream().map(PlanTree::regime).toList());
    }
    tree.put("now", show(plan.now()));
    tree.put("zone", plan.calendar().zone().getId());
    plan.next().ifPresent(step -> tree.put("next", step.id()));
    tree.put("overdue", plan.overdue().stream().map(Step::id).toList());
    tree.put("steps", plan.steps().stream().map(this::step).toList());
    return tree;
  }

  private static Map<String, Object> regime(Regime regime) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", regime.name());
    tree.put("source", regime.source());
    tree.put("asOf", regime.asOf().toString());
    return tree;
  }

  private Map<String, Object> step(Step step) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", step.id());
    tree.put("title", step.title());
    tree.put("state", Forms.label(step.state()));
    tree.put("optional", step.isOptional());
    tree.put("conditional", step.isConditional());
    put(tree, "opens", step.deadline().opens().map(this::show));
    put(tree, "due", step.due().map(this::show));
    put(tree, "noDate", noDate(step.deadline()));
    put(tree, "secondsLeft", secondsLeft(step));
    put(tree, "waitsFor", step.waitsFor().map(Object::toString));
    put(tree, "reason", step.reason());
    put(tree, "done", step.done().map(this::fact));
    put(tree, "contents", Optional.of(step.contents()).filter(items -> !items.isEmpty()));
    if (step.promise().owners().size() > 1) {
      tree.put("shares", step.shares().stream().map(this::share).toList());
    }
    tree.put("promises", step.promise().owed().stream().map(owed -> promise(step, owed)).toList());
    tree.put("explanation", plan.explain(step).sentence());
    return tree;
  }

  private Map<String, Object> share(Step share) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("source", share.promises().get(0).source());
    put(tree, "regime", share.regime());
    tree.put("state", Forms.label(share.state()));
    put(tree, "opens", share.deadline().opens().map(this::show));
    put(tree, "due", share.due().map(this::show));
    put(tree, "waitsFor", share.waitsFor().map(Object::toString));
    put(tree, "reason", share.reason());
    put(tree, "done", share.done().map(this::fact));
    put(tree, "unattributed", share.unattributed().map(this::fact));
    return tree;
  }

  private static Optional<String> noDate(Deadline deadline) {
    return deadline instanceof Deadline.None none ? Optional.of(none.why()) : Optional.empty();
  }

  /**
   * Returns how long it is to the deadline of a step that is not settled; negative once overdue.
   */
  private Optional<Long> secondsLeft(Step step) {
    return step.due()
        .filter(due -> !step.state().isSettled())
        .map(due -> Duration.between(plan.now(), due).toSeconds());
  }

  private Map<String, Object> fact(Fact fact) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("what", fact.what().name());
    tree.put("at", show(fact.at()));
    put(tree, "by", fact.actor().filter(actor -> cleared));
    put(tree, "place", place(fact.declaredAt()));
    return tree;
  }

  private static Map<String, Object> promise(Step step, Owed owed) {
    Commitment promise = owed.commitment();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("source", promise.source());
    tree.put("terms", owed.clause().terms());
    tree.put(
        "decides", step.clocks().binding().filter(clock -> clock.owed().equals(owed)).isPresent());
    put(tree, "note", owed.clause().note());
    put(tree, "place", place(promise.declaredAt()));
    return tree;
  }

  private static Optional<String> place(Location place) {
    return Optional.of(place).filter(Location::hasLine).map(Location::toString);
  }

  private static void put(Map<String, Object> tree, String key, Optional<?> value) {
    value.ifPresent(present -> tree.put(key, present));
  }

  private String show(Instant instant) {
    return Instants.show(instant, plan.calendar().zone());
  }
}
