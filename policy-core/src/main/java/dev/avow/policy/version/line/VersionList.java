package dev.avow.policy.version.line;

import dev.avow.policy.version.line.Edge.Side;
import dev.avow.policy.version.line.Token.Kind;
import dev.avow.policy.version.line.Vocabulary.Cue;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads lists of versions, lines, bounds and stretches: {@code 1.0 - 1.4, 2.x, 3.1 and later}. */
final class VersionList {

  private final List<Token> tokens;
  private final VersionScheme scheme;
  private final List<Coverage> read = new ArrayList<>();
  private int at;

  VersionList(List<Token> tokens, VersionScheme scheme) {
    this.tokens = tokens.stream().filter(token -> !isFiller(token)).toList();
    this.scheme = scheme;
  }

  private static boolean isFiller(Token token) {
    return token.is(Kind.WORD)
        && Vocabulary.cue(token.text())
            .filter(
                cue -> cue == Cue.FILLER || cue == Cue.LEVEL || cue == Cue.OTHERS || cue == Cue.LTS)
            .isPresent();
  }

  Optional<List<Coverage>> read() {
    boolean joined = false;
    while (at < tokens.size()) {
      if (isJoint()) {
        at++;
        joined = true;
        continue;
      }
      Span next = item();
      if (next == null || isNarrowed(next, joined)) {
        return Optional.empty();
      }
      add(next, joined);
      joined = false;
    }
    return read.isEmpty() ? Optional.empty() : Optional.of(read);
  }

  /** A lower bound and an upper one that have versions in common are one stretch. */
  private void add(Span next, boolean joined) {
    int last = read.size() - 1;
    if (last >= 0 && read.get(last) instanceof Span before && belongs(before, next, joined)) {
      read.set(last, before.and(next));
    } else {
      read.add(next);
    }
  }

  /** A bound right behind a line, {@code 1.x from 1.4 on}, is about it, and adds nothing to it. */
  private boolean isNarrowed(Span next, boolean joined) {
    return !joined
        && !read.isEmpty()
        && read.get(read.size() - 1) instanceof Span before
        && isBound(before) != isBound(next);
  }

  private static boolean belongs(Span before, Span next, boolean joined) {
    boolean bothBounds = isBound(before) && isBound(next);
    return bothBounds && (!joined || closes(before, next) || closes(next, before));
  }

  private static boolean isBound(Span span) {
    return span.low() == null || span.high() == null;
  }

  private static boolean closes(Span lower, Span upper) {
    return lower.high() == null
        && upper.low() == null
        && lower.low() != null
        && upper.high() != null
        && Edge.compareLows(lower.low(), upper.high()) < 0;
  }

  private boolean isJoint() {
    return tokens.get(at).is(Kind.COMMA) || isCue(at, Cue.AND);
  }

  private @Nullable Span item() {
    Token token = tokens.get(at);
    if (token.is(Kind.SIGN)) {
      at++;
      return bound(token.text());
    }
    if (isCue(at, Cue.OLDER) || isCue(at, Cue.NEWER) || isCue(at, Cue.FROM)) {
      return directed();
    }
    return token.is(Kind.VERSION) ? stretch() : null;
  }

  /** Before a version: older than it, newer than it, from it on, up to it. */
  private @Nullable Span directed() {
    String sign = isCue(at, Cue.OLDER) ? "<" : isCue(at, Cue.NEWER) ? ">" : ">=";
    boolean up = tokens.get(at).text().equals("up") && isCue(at + 1, Cue.TO);
    at++;
    skip(Cue.TO);
    skip(Cue.AND);
    if (up) {
      return bound("<=");
    }
    return isFrom(sign) ? stretch() : bound(sign);
  }

  private boolean isFrom(String sign) {
    return sign.equals(">=") && isCue(at + 1, Cue.TO);
  }

  /** A version, or one that goes on: up to another, or without end. */
  private @Nullable Span stretch() {
    if (!isVersion(at)) {
      return null;
    }
    String from = tokens.get(at++).text();
    if (Wildcards.isOpenPreRelease(from, scheme)) {
      return null;
    }
    if (at < tokens.size() && tokens.get(at).is(Kind.SIGN)) {
      return between(from);
    }
    boolean dash = isCue(at, Cue.TO) || (at < tokens.size() && tokens.get(at).is(Kind.DASH));
    if (dash && isVersion(at + 1)) {
      at += 2;
      return and(bound(">=", from), bound("<=", tokens.get(at - 1).text()));
    }
    if (at < tokens.size() && tokens.get(at).is(Kind.PLUS)) {
      at++;
      return bound(">=", from);
    }
    return isCue(at, Cue.PRE_RELEASE) ? preReleases(from) : direction(from);
  }

  private static @Nullable Span and(@Nullable Span low, @Nullable Span high) {
    return low == null || high == null ? null : low.and(high);
  }

  /** In {@code 1.0 <= x < 2.0} the version comes before its sign, and an x behind. */
  private @Nullable Span between(String from) {
    String sign = tokens.get(at).text();
    boolean less = sign.startsWith("<");
    if (!less || !isVersion(at + 1) || !Wildcards.isAnything(tokens.get(at + 1).text())) {
      return null;
    }
    at += 2;
    return bound(sign.equals("<") ? ">" : ">=", from);
  }

  private Span preReleases(String line) {
    at++;
    return Wildcards.line(line, scheme).includingPreReleases();
  }

  private @Nullable Span direction(String from) {
    int word = isCue(at, Cue.AND) ? at + 1 : at;
    boolean last = word + 1 >= tokens.size() || !isVersion(word + 1);
    if (last && isCue(word, Cue.NEWER)) {
      at = word + 1;
      return bound(">=", from);
    }
    if (last && isCue(word, Cue.OLDER)) {
      at = word + 1;
      return bound("<=", from);
    }
    return Wildcards.line(from, scheme);
  }

  private @Nullable Span bound(String sign) {
    return isVersion(at) ? bound(sign, tokens.get(at++).text()) : null;
  }

  private @Nullable Span bound(String sign, String text) {
    String fixed = Wildcards.fixed(text);
    if (fixed.isEmpty() || Wildcards.isOpenPreRelease(text, scheme)) {
      return null;
    }
    Version version = Version.of(fixed, scheme);
    boolean open = Wildcards.isOpen(text);
    return switch (sign) {
      case "<" -> Span.between(null, new Edge(version, Side.BEFORE));
      case "<=", "=<" -> Span.between(null, new Edge(version, Side.BEHIND_LINE));
      case ">" -> Span.between(new Edge(version, open ? Side.BEHIND_LINE : Side.BEHIND), null);
      case ">=", "=>" -> Span.between(new Edge(version, Side.BEFORE), null);
      default -> Wildcards.line(text, scheme);
    };
  }

  private void skip(Cue cue) {
    if (isCue(at, cue)) {
      at++;
    }
  }

  private boolean isVersion(int index) {
    return index < tokens.size() && tokens.get(index).is(Kind.VERSION);
  }

  private boolean isCue(int index, Cue cue) {
    return index < tokens.size()
        && tokens.get(index).is(Kind.WORD)
        && Vocabulary.cue(tokens.get(index).text()).filter(cue::equals).isPresent();
  }
}
