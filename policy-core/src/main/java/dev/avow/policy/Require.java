package dev.avow.policy;

import dev.avow.policy.document.Field;
import dev.avow.policy.document.form.Problems;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Names;
import dev.avow.policy.finding.RuleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What the sections of a policy ask of their parts. */
final class Require {

  /** Where promises stand that are made in Java. */
  static final Location IN_CODE = Location.in("(code)");

  private Require() {}

  /** Returns {@code id}, which must be in kebab-case. */
  static String id(String id) {
    if (!RuleId.isValid(id)) {
      throw new IllegalArgumentException(
          "id must look like \"proof-of-concept\" but was \"%s\"".formatted(id));
    }
    return id;
  }

  /** Returns {@code text}, which must say something. */
  static String text(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " must say something but was blank");
    }
    return text;
  }

  /** Tells that {@code path}, an item of {@code list}, begins with none of {@code names}. */
  static void known(String path, List<String> names, Field list, Problems problems) {
    String first = path.split("\\.", -1)[0];
    if (!names.contains(first)) {
      Field item =
          list.items().stream()
              .filter(each -> each.text().filter(path::equals).isPresent())
              .findFirst()
              .orElse(list);
      problems.add(
          item.location(),
          "path must begin with a section of a policy" + Names.perhaps(first, names),
          "was \"%s\"".formatted(path));
    }
  }

  /** Refuses {@code id} if one of {@code known} has it. */
  static <T> void unique(
      String what,
      String id,
      Collection<T> known,
      Function<T, String> ids,
      Function<T, Location> places) {
    known.stream()
        .filter(other -> ids.apply(other).equals(id))
        .findFirst()
        .ifPresent(
            other -> {
              throw alreadySaid(what + " " + id, "said", places.apply(other));
            });
  }

  /** Returns the refusal of {@code what}, which was said {@code how} at {@code place}. */
  static IllegalArgumentException alreadySaid(String what, String how, Location place) {
    return new IllegalArgumentException(
        "%s must be said once but was already %s%s".formatted(what, how, where(place)));
  }

  /** Returns the line of {@code place} as the end of a sentence; nothing in Java. */
  static String where(Location place) {
    return place.hasLine() ? " on line " + place.line() : "";
  }

  /** Returns {@code items} and behind them {@code item}. */
  static <T> List<T> plus(Collection<T> items, T item) {
    List<T> more = new ArrayList<>(items);
    more.add(item);
    return List.copyOf(more);
  }
}
