package dev.avow.policy.version.line;

import dev.avow.policy.version.line.Vocabulary.Cue;
import dev.avow.policy.version.scheme.VersionScheme;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of a phrase such as "the last three minor versions of 2.x", by what they say. */
final class Phrase {

  private final VersionScheme scheme;
  private final Map<Cue, List<String>> cues = new EnumMap<>(Cue.class);
  private final List<String> versions = new ArrayList<>();
  private @Nullable Integer count;
  private @Nullable Period unit;
  private boolean below;

  private Phrase(VersionScheme scheme) {
    this.scheme = scheme;
  }

  /** Returns the phrase of {@code tokens}; nothing if there is a word that is not known. */
  static Optional<Phrase> of(List<Token> tokens, VersionScheme scheme) {
    Phrase phrase = new Phrase(scheme);
    for (int i = 0; i < tokens.size(); i++) {
      if (!phrase.take(tokens, i)) {
        return Optional.empty();
      }
    }
    return Optional.of(phrase);
  }

  private boolean take(List<Token> tokens, int index) {
    Token token = tokens.get(index);
    Optional<Integer> number = Vocabulary.count(token.text());
    if (number.isPresent() && counts(tokens, index)) {
      boolean first = count == null;
      count = number.get();
      return first;
    }
    return switch (token.kind()) {
      case VERSION -> versions.add(token.text());
      case SIGN -> {
        below = token.text().equals("<");
        yield below;
      }
      case WORD -> takeWord(token.text());
      case DASH -> true;
      case COMMA, PLUS -> false;
    };
  }

  /** A number counts something if a unit or a level follows, perhaps behind an adjective. */
  private static boolean counts(List<Token> tokens, int index) {
    int next = index + 1;
    while (next < tokens.size() && isAdjective(tokens.get(next).text())) {
      next++;
    }
    if (next >= tokens.size()) {
      return false;
    }
    String word = tokens.get(next).text();
    return Vocabulary.unit(word).isPresent()
        || Vocabulary.cue(word).filter(cue -> cue == Cue.LEVEL).isPresent();
  }

  private static boolean isAdjective(String word) {
    return word.equals("most")
        || word.equals("stable")
        || Vocabulary.cue(word).filter(cue -> cue == Cue.LATEST || cue == Cue.OLDER).isPresent();
  }

  private boolean takeWord(String word) {
    Optional<Period> period = Vocabulary.unit(word);
    if (period.isPresent()) {
      unit = period.get();
      return true;
    }
    Optional<Cue> cue = Vocabulary.cue(word);
    cue.ifPresent(known -> cues.computeIfAbsent(known, any -> new ArrayList<>()).add(word));
    return cue.isPresent();
  }

  Optional<List<Coverage>> read() {
    return PhraseMeaning.of(this).map(List::copyOf);
  }

  boolean has(Cue cue) {
    return cues.containsKey(cue) || (cue == Cue.OLDER && below);
  }

  List<String> words(Cue cue) {
    return cues.getOrDefault(cue, List.of());
  }

  Optional<Integer> count() {
    return Optional.ofNullable(count);
  }

  Optional<Period> unit() {
    return Optional.ofNullable(unit);
  }

  List<String> versions() {
    return versions;
  }

  /** Returns of how many numbers the lines are made that it names, if it names any. */
  Optional<Integer> depth() {
    return words(Cue.LEVEL).stream().map(Vocabulary::depth).min(Integer::compare);
  }

  /** Returns the line that it names; all versions if it names none. */
  Span scope() {
    return versions.isEmpty() ? Span.all() : Wildcards.line(versions.get(0), scheme);
  }

  /** Returns the line that it names as it is written, or nothing. */
  String scopeName() {
    return versions.isEmpty() ? "" : versions.get(0);
  }
}
