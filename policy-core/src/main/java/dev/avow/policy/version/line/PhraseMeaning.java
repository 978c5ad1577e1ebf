package dev.avow.policy.version.line;

import dev.avow.policy.version.line.Vocabulary.Cue;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a phrase covers. */
final class PhraseMeaning {

  private static final int ALL_NUMBERS = Integer.MAX_VALUE;

  private static final Set<String> ONE_BEFORE = Set.of("previous", "preceding");

  private static final Set<String> PLURALS =
      Set.of("majors", "minors", "patches", "releases", "versions", "branches", "lines");

  private final Phrase phrase;

  private PhraseMeaning(Phrase phrase) {
    this.phrase = phrase;
  }

  /** Returns what {@code phrase} covers; nothing if it makes no sense. */
  static Optional<List<Coverage>> of(Phrase phrase) {
    return phrase.versions().size() > 1 ? Optional.empty() : new PhraseMeaning(phrase).read();
  }

  private Optional<List<Coverage>> read() {
    if (phrase.unit().isPresent()) {
      return age();
    }
    if (has(Cue.NEWER) || has(Cue.FROM) || has(Cue.TO)) {
      return Optional.empty();
    }
    if (has(Cue.FEATURE) || (has(Cue.BRANCH) && phrase.versions().isEmpty())) {
      return branches();
    }
    if (has(Cue.LATEST)) {
      return one(newest());
    }
    if (has(Cue.OLDER)) {
      return one(older());
    }
    return rest();
  }

  private static Optional<List<Coverage>> one(Coverage coverage) {
    return Optional.of(List.of(coverage));
  }

  private boolean has(Cue cue) {
    return phrase.has(cue);
  }

  /** Within the last months, or for years since the first release of a line. */
  private Optional<List<Coverage>> age() {
    Period unit = phrase.unit().orElseThrow();
    int count = phrase.count().orElse(has(Cue.LATEST) || has(Cue.OLDER) ? 1 : 0);
    if (count == 0 || !phrase.versions().isEmpty()) {
      return Optional.empty();
    }
    int depth = has(Cue.FIRST) ? phrase.depth().filter(known -> known <= 2).orElse(2) : 0;
    return one(new ReleasedWithin(unit.multipliedBy(count), depth));
  }

  private Optional<List<Coverage>> branches() {
    List<Coverage> parts = new ArrayList<>();
    if (has(Cue.FEATURE)) {
      parts.add(new Branches(Set.of("main", "master", "trunk"), true));
    }
    for (String name : phrase.words(Cue.BRANCH)) {
      boolean general = name.equals("default") || name.equals("head") || name.equals("tip");
      parts.add(
          general ? new Branches(Set.of("main", "master", "trunk"), false) : Branches.named(name));
    }
    preReleases().ifPresent(parts::add);
    return Optional.of(parts);
  }

  private Coverage newest() {
    Span scope = phrase.scope();
    int depth = phrase.depth().orElse(ALL_NUMBERS);
    boolean before = has(Cue.OLDER) && !has(Cue.AND) && phrase.count().isEmpty();
    if (before) {
      return new OlderThan(newest(scope, depth), Span.all());
    }
    boolean andNext = has(Cue.AND) && (has(Cue.OLDER) || has(Cue.NEXT));
    int count = phrase.count().orElse(andNext ? 2 : 1);
    return count == 1 ? newest(scope, depth) : new NewestLines(0, count, depth, scope);
  }

  private Coverage newest(Span scope, int depth) {
    boolean lines = depth != ALL_NUMBERS && !depthIsOfScope(depth);
    return lines
        ? new NewestLines(0, 1, depth, scope)
        : new Newest(scope, phrase.scopeName(), has(Cue.PRE_RELEASE), has(Cue.LTS));
  }

  /**
   * In "the latest of the 8.x line" the line is the one that is named, in "latest major" it is not.
   */
  private boolean depthIsOfScope(int depth) {
    return !phrase.versions().isEmpty() && depth == 2 && words("minor", "minors").isEmpty();
  }

  private List<String> words(String... some) {
    return phrase.words(Cue.LEVEL).stream().filter(Set.of(some)::contains).toList();
  }

  private Coverage older() {
    int depth = phrase.depth().orElse(ALL_NUMBERS);
    int count = phrase.count().orElse(isSingle() ? 1 : 0);
    Span scope = phrase.scope();
    if (count > 0 && !has(Cue.OTHERS)) {
      return new NewestLines(1, count, depth, scope);
    }
    boolean lines = depth != ALL_NUMBERS && phrase.versions().isEmpty();
    return lines ? new OlderThan(new NewestLines(0, 1, depth, scope), scope) : new Others(true);
  }

  /** The previous version is one, older versions are many. */
  private boolean isSingle() {
    boolean previous = phrase.words(Cue.OLDER).stream().anyMatch(ONE_BEFORE::contains);
    return previous && phrase.words(Cue.LEVEL).stream().noneMatch(PLURALS::contains);
  }

  private Optional<List<Coverage>> rest() {
    if (has(Cue.OTHERS)) {
      return one(new Others(false));
    }
    Optional<Coverage> preReleases = preReleases();
    if (preReleases.isPresent()) {
      return preReleases.map(List::of);
    }
    return has(Cue.LTS) ? one(new LongTerm()) : Optional.empty();
  }

  private Optional<Coverage> preReleases() {
    if (!has(Cue.PRE_RELEASE)) {
      return Optional.empty();
    }
    Set<String> marks = new HashSet<>();
    for (String word : phrase.words(Cue.PRE_RELEASE)) {
      Set<String> some = Vocabulary.marks(word);
      if (some.isEmpty()) {
        return Optional.of(new PreReleaseKinds(Set.of()));
      }
      marks.addAll(some);
    }
    return Optional.of(new PreReleaseKinds(marks));
  }
}
