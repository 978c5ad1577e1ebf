package dev.avow.policy.repository;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a workflow runs: its {@code on}, which is a name, a list of names or a mapping.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">syntax</a>
 */
final class Triggers {

  private static final List<String> EVERY_CHANGE = List.of("opened", "synchronize");

  private final Field on;

  Triggers(Field on) {
    this.on = on;
  }

  /** Returns the field that names {@code event}, if the workflow runs on it at all. */
  Optional<Field> named(String event) {
    if (on.isMapping()) {
      return Optional.of(on.field(event)).filter(field -> !field.isAbsent());
    }
    return Stream.concat(Stream.of(on), on.items().stream())
        .filter(field -> field.text().filter(event::equals).isPresent())
        .findFirst();
  }

  /** Returns a check that the workflow runs on every {@code event}, whatever files it changes. */
  Check runsOn(Event event) {
    Optional<Field> named = named(event.name());
    if (named.isEmpty()) {
      return on.decide(false);
    }
    Field filters = named.get();
    Check branches = branches(filters, event);
    return event.name().equals("push") ? branches : branches.and(types(filters));
  }

  private static Check branches(Field filters, Event event) {
    Field only = filters.field("branches");
    Field not = filters.field("branches-ignore");
    if (only.isPresent()) {
      return BranchFilter.check(only, event.branch());
    }
    if (not.isPresent()) {
      return BranchFilter.check(not, event.branch()).not();
    }
    // A push filter that names tags alone leaves branches out.
    boolean tagsOnly =
        event.name().equals("push")
            && (filters.field("tags").isPresent() || filters.field("tags-ignore").isPresent());
    return Check.of(!tagsOnly, filters);
  }

  private static Check types(Field filters) {
    Field types = filters.field("types");
    if (!types.isPresent()) {
      return Check.of(true, filters);
    }
    Stream<Check> each =
        EVERY_CHANGE.stream()
            .map(type -> types.isList() ? types.contains(type).pointingAt(types) : types.is(type));
    return Check.all(each, types);
  }

  /** Returns the filter by changed files, if there is one. */
  Optional<Field> pathFilter(Event event) {
    return named(event.name()).stream()
        .flatMap(it -> Stream.of(it.field("paths"), it.field("paths-ignore")))
        .filter(Field::isPresent)
        .findFirst();
  }
}
