package dev.avow.policy.finding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Compiles a glob; nesting costs no stack. */
final class GlobParser {

  private final String pattern;
  private final List<GlobStep> steps = new ArrayList<>();
  private final Deque<Braces> open = new ArrayDeque<>();
  private boolean literal = true;
  private int at;

  /** Alternatives whose end is not reached yet. */
  private record Braces(int position, int split, List<Integer> targets, List<Integer> jumps) {}

  private GlobParser(String pattern) {
    this.pattern = pattern;
  }

  static GlobMatcher parse(String pattern) {
    GlobParser parser = new GlobParser(pattern);
    while (parser.at < pattern.length()) {
      parser.step();
    }
    if (!parser.open.isEmpty()) {
      throw parser.malformed("must close the brace", parser.open.getLast().position());
    }
    parser.steps.add(new GlobStep.End());
    return new GlobMatcher(parser.literal, parser.steps);
  }

  private void step() {
    int position = at;
    int character = next();
    switch (character) {
      case '*' -> add(stars());
      case '?' -> add(new GlobStep.Any());
      case '[' -> add(set(position));
      case '{' -> openBraces(position);
      case '}' -> closeBraces(position);
      case ',' -> comma();
      default -> {
        steps.add(new GlobStep.One(character == '\\' ? escaped(position) : character));
        literal &= character != '\\';
      }
    }
  }

  private void add(GlobStep special) {
    steps.add(special);
    literal = false;
  }

  private int next() {
    int character = pattern.codePointAt(at);
    at += Character.charCount(character);
    return character;
  }

  private boolean isAt(char character) {
    return at < pattern.length() && pattern.charAt(at) == character;
  }

  private int escaped(int position) {
    if (at == pattern.length()) {
      throw malformed("must have a character behind the backslash", position);
    }
    return next();
  }

  private GlobStep stars() {
    int first = at;
    while (isAt('*')) {
      at++;
    }
    return at - first == 1 ? new GlobStep.Globstar() : new GlobStep.Star();
  }

  private GlobStep set(int position) {
    boolean negated = isAt('!') || isAt('^');
    at += negated ? 1 : 0;
    if (isAt(']')) {
      throw malformed("must have a character in the set", position);
    }
    List<int[]> ranges = new ArrayList<>();
    while (!isAt(']')) {
      int first = member(position);
      boolean range = isAt('-') && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']';
      at += range ? 1 : 0;
      ranges.add(new int[] {first, range ? member(position) : first});
    }
    at++;
    return new GlobStep.OneOf(ranges, negated);
  }

  private int member(int position) {
    if (at == pattern.length()) {
      throw malformed("must close the set", position);
    }
    int start = at;
    int character = next();
    return character == '\\' ? escaped(start) : character;
  }

  private void openBraces(int position) {
    open.push(new Braces(position, steps.size(), new ArrayList<>(), new ArrayList<>()));
    add(new GlobStep.Split(List.of()));
    open.element().targets().add(steps.size());
  }

  private void comma() {
    if (open.isEmpty()) {
      steps.add(new GlobStep.One(','));
      return;
    }
    endAlternative();
    open.element().targets().add(steps.size());
  }

  private void closeBraces(int position) {
    if (open.isEmpty()) {
      throw malformed("must open the brace that it closes", position);
    }
    endAlternative();
    Braces braces = open.pop();
    steps.set(braces.split(), new GlobStep.Split(List.copyOf(braces.targets())));
    braces.jumps().forEach(jump -> steps.set(jump, new GlobStep.Jump(steps.size())));
  }

  private void endAlternative() {
    open.element().jumps().add(steps.size());
    steps.add(new GlobStep.Jump(steps.size() + 1));
  }

  private IllegalArgumentException malformed(String rule, int position) {
    return new IllegalArgumentException(
        "glob %s at character %d but was \"%s\""
            .formatted(rule, pattern.codePointCount(0, position) + 1, pattern));
  }
}
