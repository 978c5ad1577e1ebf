package dev.avow.disclosure;

import dev.avow.policy.commitment.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan as rows of cells for a person. */
final class PlanTable {

  static final List<String> HEAD =
      List.of("STEP", "WINDOW", "DUE", "RELATIVE", "STATE", "PROMISED BY");

  private static final String NOTHING = "-";

  private final Plan plan;

  PlanTable(Plan plan) {
    this.plan = plan;
  }

  /** Returns the head and a row for each step, below it those of its shares that stand apart. */
  List<List<String>> rows() {
    return Stream.concat(Stream.of(HEAD), plan.steps().stream().flatMap(this::rows)).toList();
  }

  private Stream<List<String>> rows(Step step) {
    return Stream.concat(
        Stream.of(row(step, step.id())),
        step.apart().stream().map(share -> row(share, "- " + share.regime().orElse("policy"))));
  }

  private List<String> row(Step step, String name) {
    return List.of(
        name,
        window(step.deadline()),
        due(step.deadline()),
        relative(step),
        state(step),
        promise(step));
  }

  private String due(Deadline deadline) {
    return deadline
        .due()
        .map(this::show)
        .orElse(deadline.waitsFor().isPresent() ? NOTHING : "no date");
  }

  private String window(Deadline deadline) {
    if (deadline instanceof Deadline.Due due) {
      return plan.calendar().dayOf(due.from()) + " to " + plan.calendar().dayOf(due.at());
    }
    return deadline instanceof Deadline.NotBefore window
        ? "from " + plan.calendar().dayOf(window.from())
        : NOTHING;
  }

  /** Returns how far it is to the deadline or the opening or, once done, how far it was. */
  String relative(Step step) {
    if (step.done().isPresent() && step.done().equals(started(step))) {
      return NOTHING;
    }
    Optional<Instant> done = step.done().map(Fact::at);
    if (done.isPresent()) {
      return step.due().map(due -> apart(done.get(), due, "early", "late")).orElse(NOTHING);
    }
    if (step.state().isSettled()) {
      return NOTHING;
    }
    Optional<Instant> opens = step.deadline().opens().filter(plan.now()::isBefore);
    if (step.due().isEmpty() && opens.isPresent()) {
      return "opens in " + Instants.show(Duration.between(plan.now(), opens.get()));
    }
    return step.due().map(this::left).orElse(NOTHING);
  }

  private static Optional<Fact> started(Step step) {
    return step.clocks().binding().flatMap(clock -> Optional.ofNullable(clock.started()));
  }

  private String left(Instant due) {
    return plan.now().isAfter(due)
        ? apart(plan.now(), due, "", "late")
        : "in " + Instants.show(Duration.between(plan.now(), due));
  }

  private static String apart(Instant at, Instant due, String before, String after) {
    return Instants.show(Duration.between(at, due)) + " " + (at.isAfter(due) ? after : before);
  }

  private static String state(Step step) {
    String effort = step.isOptional() && !step.state().isSettled() ? " (best effort)" : "";
    return step.waitsFor().map(on -> "waits for " + on).orElse(step.state().text()) + effort;
  }

  private static String promise(Step step) {
    return step.clocks()
        .binding()
        .map(Clock::owed)
        .or(() -> step.promise().owed().stream().findFirst())
        .map(PlanTable::show)
        .orElse(NOTHING);
  }

  private static String show(Owed owed) {
    return owed.commitment().source() + ": " + owed.clause().terms();
  }

  private String show(Instant instant) {
    return Instants.show(instant, plan.calendar().zone());
  }

  /** Returns what matters most: what is overdue, and what is next. */
  List<String> summary() {
    Stream<String> overdue =
        plan.overdue().stream().map(step -> "overdue: %s, %s".formatted(step.id(), relative(step)));
    Stream<String> next =
        plan.next().stream()
            .map(
                step ->
                    "next: %s, due %s, %s"
                        .formatted(step.id(), show(step.due().orElseThrow()), relative(step)));
    List<String> lines = Stream.concat(overdue, next).toList();
    return lines.isEmpty() ? List.of(nothingLeft()) : lines;
  }

  private String nothingLeft() {
    boolean open = plan.steps().stream().map(Step::state).anyMatch(state -> !state.isSettled());
    return open ? "next: nothing that was promised has a date" : "next: nothing is left to do";
  }
}
