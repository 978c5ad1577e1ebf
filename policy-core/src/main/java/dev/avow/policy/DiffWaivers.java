package dev.avow.policy;

import dev.avow.policy.PolicyChange.Effect;
import dev.avow.policy.PolicyChange.Kind;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells in what the waivers of two policies differ; those of the same things belong together. */
final class DiffWaivers {

  private final List<Waiver> before;
  private final List<Waiver> after;
  private final DiffPlace place;
  private final List<Waiver> dropped;
  private final List<Waiver> added;
  private final Consumer<PolicyChange> changes;

  DiffWaivers(
      List<Waiver> before, List<Waiver> after, DiffPlace place, Consumer<PolicyChange> changes) {
    this.place = place;
    this.before = before;
    this.after = after;
    this.dropped = without(before, after);
    this.added = without(after, before);
    this.changes = changes;
  }

  /** Returns {@code waivers} but those that are in {@code others}, as often as they are there. */
  private static List<Waiver> without(List<Waiver> waivers, List<Waiver> others) {
    List<Waiver> left = new ArrayList<>(waivers);
    others.forEach(left::remove);
    return left;
  }

  void run() {
    order();
    for (Waiver one : List.copyOf(dropped)) {
      added.stream()
          .filter(other -> name(one).equals(name(other)))
          .findFirst()
          .ifPresent(other -> changed(one, other));
    }
    dropped.forEach(
        one -> tell(one, Kind.REMOVED, effect(one, after, Effect.STRENGTHENS), terms(one), null));
    added.forEach(
        one -> tell(one, Kind.ADDED, effect(one, before, Effect.WEAKENS), null, terms(one)));
  }

  private void order() {
    List<String> one = without(before, dropped).stream().map(DiffWaivers::words).toList();
    List<String> other = without(after, added).stream().map(DiffWaivers::words).toList();
    if (!one.equals(other)) {
      changes.accept(
          place.change(Kind.REORDERED, Effect.NEITHER, one.toString(), other.toString()));
    }
  }

  private void changed(Waiver one, Waiver other) {
    dropped.remove(one);
    added.remove(other);
    LocalDate was = one.lastDay().orElse(LocalDate.MAX);
    LocalDate is = other.lastDay().orElse(LocalDate.MAX);
    Effect longer = is.isAfter(was) ? Effect.WEAKENS : Effect.STRENGTHENS;
    tell(one, other, "until", one.lastDay(), other.lastDay(), longer);
    Effect same = Effect.NEITHER;
    tell(one, other, "because", Optional.of(one.reason()), Optional.of(other.reason()), same);
    tell(one, other, "by", one.owner(), other.owner(), same);
  }

  private void tell(
      Waiver one, Waiver other, String field, Optional<?> was, Optional<?> is, Effect effect) {
    if (!was.equals(is)) {
      changes.accept(
          new PolicyChange(
              path(one) + "." + field,
              Kind.CHANGED,
              effect,
              was.map(Object::toString).orElse(null),
              is.map(Object::toString).orElse(null),
              one.declaredAt(),
              other.declaredAt()));
    }
  }

  private void tell(
      Waiver one, Kind kind, Effect effect, @Nullable String was, @Nullable String is) {
    Location there = kind == Kind.ADDED ? place.before().at() : one.declaredAt();
    Location here = kind == Kind.ADDED ? one.declaredAt() : place.after().at();
    changes.accept(new PolicyChange(path(one), kind, effect, was, is, there, here));
  }

  /** What another waiver covers as long is waived with this one or without. */
  private static Effect effect(Waiver one, List<Waiver> others, Effect alone) {
    boolean covered = others.stream().anyMatch(other -> AddedWaivers.covers(other, one));
    return covered ? Effect.NEITHER : alone;
  }

  private static String path(Waiver waiver) {
    return "waivers." + name(waiver);
  }

  private static String name(Waiver waiver) {
    String where =
        waiver.subject().terms().stream()
            .map(term -> term.part() + "=" + term.glob().pattern())
            .collect(Collectors.joining(", "));
    return waiver.rule().pattern() + (where.isEmpty() ? "" : " where " + where);
  }

  private static String terms(Waiver waiver) {
    String until = waiver.lastDay().map(day -> "until " + day).orElse("without an end");
    return until + ", because " + waiver.reason();
  }

  private static String words(Waiver waiver) {
    return name(waiver) + " " + terms(waiver);
  }
}
