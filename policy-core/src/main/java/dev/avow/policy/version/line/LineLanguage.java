package dev.avow.policy.version.line;

import dev.avow.policy.version.line.Edge.Side;
import dev.avow.policy.version.range.Interval;
import dev.avow.policy.version.range.VersionConstraint;
import dev.avow.policy.version.range.VersionConstraint.Operator;
import dev.avow.policy.version.range.VersionRange;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a row is about, in the words and signs that projects use. */
public final class LineLanguage {

  private static final Set<String> NONE =
      Set.of("", "-", "n/a", "na", "none", "none, yet", "none yet", "tbd", "nothing");

  private static final Set<String> MAIN = Set.of("main", "master", "trunk", "develop");

  private LineLanguage() {}

  /** Returns what {@code raw} covers, part by part; what is not understood is a part of its own. */
  public static List<Coverage> read(String raw, VersionScheme scheme) {
    String plain = Cleaned.plain(raw);
    if (NONE.contains(withoutDot(plain).toLowerCase(Locale.ROOT))) {
      return List.of(new Nothing());
    }
    if (isRange(plain)) {
      return range(plain, raw, scheme);
    }
    Cleaned cleaned = Cleaned.of(raw);
    List<Coverage> read = new ArrayList<>();
    new RowReader(cleaned.text(), scheme)
        .read()
        .ifPresentOrElse(read::addAll, () -> read.add(new Unreadable(raw.strip())));
    cleaned.notes().forEach(note -> heed(note, read));
    return cleaned.notes().stream().anyMatch(Notes::narrow)
        ? List.of(new Unreadable(raw.strip()))
        : List.copyOf(read);
  }

  /** Returns what a row about the branch called {@code name} covers. */
  public static Coverage branch(String name) {
    return Branches.named(Cleaned.plain(name));
  }

  /** Returns versions around the ends of {@code coverage}; none if it is no stretch of versions. */
  public static List<Version> around(Coverage coverage, VersionScheme scheme) {
    return coverage instanceof Span span ? Neighbours.of(span, scheme) : List.of();
  }

  private static String withoutDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** Some notes change what is covered; most only say the same in other words. */
  private static void heed(String note, List<Coverage> read) {
    if (MAIN.contains(note)) {
      read.add(Branches.named(note));
    } else if (Vocabulary.isPreRelease(note)) {
      read.replaceAll(part -> part instanceof Span span ? span.includingPreReleases() : part);
    }
  }

  private static boolean isRange(String text) {
    boolean bracket =
        text.length() > 2
            && "[(".indexOf(text.charAt(0)) >= 0
            && ",0123456789".indexOf(text.charAt(1)) >= 0
            && !text.contains("](");
    return bracket
        || text.startsWith("vers:")
        || text.startsWith("^")
        || text.startsWith("~")
        || isExcluding(text)
        || text.contains("||");
  }

  /** {@code >=1.0,!=1.5}: only Python's specifiers leave versions out. */
  private static boolean isExcluding(String text) {
    return text.contains("!=") && "<>=!".indexOf(text.charAt(0)) >= 0;
  }

  private static List<Coverage> range(String text, String raw, VersionScheme scheme) {
    try {
      VersionRange range =
          text.startsWith("vers:") ? VersionRange.vers(text) : nativeRange(text, scheme);
      List<Version> except =
          range.constraints().stream()
              .filter(constraint -> constraint.operator() == Operator.NOT_EQUAL)
              .map(constraint -> constraint.version().in(scheme))
              .toList();
      return range.intervals().stream()
          .<Coverage>map(interval -> span(interval, scheme).without(except))
          .toList();
    } catch (IllegalArgumentException notARange) {
      return List.of(new Unreadable(raw.strip()));
    }
  }

  private static VersionRange nativeRange(String text, VersionScheme scheme) {
    boolean bracket = "[(".indexOf(text.charAt(0)) >= 0;
    boolean python = scheme.equals(VersionScheme.PYPI) || isExcluding(text);
    return VersionRange.of(
        text, bracket ? VersionScheme.MAVEN : python ? VersionScheme.PYPI : VersionScheme.NPM);
  }

  private static Span span(Interval interval, VersionScheme scheme) {
    return Span.between(
        edge(interval.low().orElse(null), scheme), edge(interval.high().orElse(null), scheme));
  }

  private static @Nullable Edge edge(@Nullable VersionConstraint end, VersionScheme scheme) {
    if (end == null) {
      return null;
    }
    boolean before = end.operator() == Operator.LESS || end.operator() == Operator.GREATER_OR_EQUAL;
    return new Edge(end.version().in(scheme), before ? Side.BEFORE : Side.BEHIND);
  }
}
