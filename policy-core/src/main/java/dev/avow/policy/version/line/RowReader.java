package dev.avow.policy.version.line;

import dev.avow.policy.version.line.Token.Kind;
import dev.avow.policy.version.line.Vocabulary.Cue;
import dev.avow.policy.version.scheme.VersionScheme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether a row is a list of versions and bounds, or a phrase, and has it read so. */
final class RowReader {

  private static final Set<Cue> ABOUT_VERSIONS =
      EnumSet.of(
          Cue.OLDER,
          Cue.NEWER,
          Cue.FROM,
          Cue.TO,
          Cue.LEVEL,
          Cue.AND,
          Cue.FILLER,
          Cue.OTHERS,
          Cue.LTS,
          Cue.PRE_RELEASE);

  private final List<Token> tokens;
  private final VersionScheme scheme;

  RowReader(String text, VersionScheme scheme) {
    this.tokens = Tokens.of(text);
    this.scheme = scheme;
  }

  /** Returns what the row covers; nothing if it is not understood. */
  Optional<List<Coverage>> read() {
    if (tokens.isEmpty() || Times.areMixed(tokens)) {
      return Optional.empty();
    }
    if (isAboutVersions()) {
      return new VersionList(tokens, scheme).read();
    }
    Optional<List<Coverage>> whole = phrase(tokens);
    return whole.isPresent() ? whole : parts();
  }

  private boolean isAboutVersions() {
    boolean versions = tokens.stream().anyMatch(token -> token.is(Kind.VERSION));
    return versions && !counts() && tokens.stream().allMatch(RowReader::isAboutVersions);
  }

  private static boolean isAboutVersions(Token token) {
    return !token.is(Kind.WORD)
        || Vocabulary.cue(token.text()).filter(ABOUT_VERSIONS::contains).isPresent();
  }

  private boolean counts() {
    return tokens.stream().anyMatch(token -> Vocabulary.unit(token.text()).isPresent());
  }

  private Optional<List<Coverage>> phrase(List<Token> some) {
    return Phrase.of(some, scheme).flatMap(Phrase::read);
  }

  /** Reads what stands between commas each by itself. */
  private Optional<List<Coverage>> parts() {
    List<Coverage> all = new ArrayList<>();
    List<Token> open = new ArrayList<>();
    for (Token token : tokens) {
      if (!isJoint(token)) {
        open.add(token);
      } else if (!addPart(open, all)) {
        return Optional.empty();
      }
    }
    return addPart(open, all) ? Optional.of(all) : Optional.empty();
  }

  private static boolean isJoint(Token token) {
    return token.is(Kind.COMMA) || token.text().equals("and") || token.text().equals("or");
  }

  private boolean addPart(List<Token> open, List<Coverage> all) {
    boolean whole = open.size() == tokens.size();
    if (open.isEmpty() || whole) {
      return !whole;
    }
    boolean versions =
        open.stream().anyMatch(token -> token.is(Kind.VERSION))
            && open.stream().allMatch(RowReader::isAboutVersions);
    Optional<List<Coverage>> read =
        versions ? new VersionList(open, scheme).read() : phrase(List.copyOf(open));
    read.ifPresent(all::addAll);
    open.clear();
    return read.isPresent();
  }
}
