package dev.avow.policy.finding;

import java.util.List;

/**
 * Runs a compiled glob over a text, all alternatives side by side, so that none is tried twice.
 *
 * <p>A state is a step and a {@link Mode}; each is visited at most once per character.
 */
final class GlobMatcher {

  /** How far a step has come. */
  private enum Mode {
    /** Before the step, at the start of a segment of the pattern. */
    START,
    /** Before the step, elsewhere. */
    WITHIN,
    /** In a globstar that has taken characters, or may. */
    CROSSING,
    /** Behind the folders that a globstar took with their slashes: the pattern's own is due. */
    SLASH_DUE
  }

  private static final List<Mode> MODES = List.of(Mode.values());

  private final boolean literal;
  private final GlobStep[] steps;
  private final boolean[] atEnd;
  private final boolean[] leavesFolder;
  private final String prefix;
  private final int first;

  GlobMatcher(boolean literal, List<GlobStep> steps) {
    this.literal = literal;
    this.steps = steps.toArray(GlobStep[]::new);
    this.atEnd = new boolean[this.steps.length];
    this.leavesFolder = new boolean[this.steps.length];
    findEnds();
    StringBuilder start = new StringBuilder();
    int step = 0;
    while (this.steps[step] instanceof GlobStep.One one && !leavesFolder[step]) {
      start.appendCodePoint(one.character());
      step++;
    }
    this.prefix = start.toString();
    this.first = step;
  }

  /** Steps lead forward only, so that one pass from the end sees all that they lead to. */
  private void findEnds() {
    boolean[] slashAtEnd = new boolean[steps.length];
    boolean[] globstarAtEnd = new boolean[steps.length];
    for (int i = steps.length - 1; i >= 0; i--) {
      atEnd[i] = steps[i] instanceof GlobStep.End || through(i, atEnd);
      slashAtEnd[i] = atEnd[i] || (isSlash(i) && atEnd[i + 1]) || through(i, slashAtEnd);
      globstarAtEnd[i] =
          (steps[i] instanceof GlobStep.Globstar && slashAtEnd[i + 1]) || through(i, globstarAtEnd);
      leavesFolder[i] = isSlash(i) && globstarAtEnd[i + 1];
    }
  }

  private boolean through(int step, boolean[] known) {
    if (steps[step] instanceof GlobStep.Jump jump) {
      return known[jump.target()];
    }
    return steps[step] instanceof GlobStep.Split split
        && split.targets().stream().anyMatch(target -> known[target]);
  }

  private boolean isSlash(int step) {
    return steps[step] instanceof GlobStep.One one && one.character() == '/';
  }

  /** A globstar that is a whole segment is no star; one that may be, behind braces, is both. */
  private boolean isStar(int step, Mode mode) {
    return steps[step] instanceof GlobStep.Star
        || (steps[step] instanceof GlobStep.Globstar
            && (mode == Mode.WITHIN || !isSlash(step + 1)));
  }

  boolean isLiteral() {
    return literal;
  }

  /** Most texts differ from most patterns at once, before anything that is special. */
  boolean matches(String text) {
    return text.startsWith(prefix) && matchesBehindPrefix(text);
  }

  private boolean matchesBehindPrefix(String text) {
    States now = new States();
    now.add(first, prefix.isEmpty() || prefix.endsWith("/") ? Mode.START : Mode.WITHIN);
    now.close();
    States then = new States();
    for (int i = prefix.length(); i < text.length() && now.count > 0; ) {
      int character = text.codePointAt(i);
      then.clear();
      now.advance(character, then);
      then.close();
      States spare = now;
      now = then;
      then = spare;
      i += Character.charCount(character);
    }
    return now.accept();
  }

  /** A set of states, in the order of their coming. */
  private final class States {

    private final int[] states = new int[steps.length * MODES.size()];
    private final boolean[] known = new boolean[states.length];
    private int count;

    @SuppressWarnings("EnumOrdinal") // the number of a state is made and read in this class only
    void add(int step, Mode mode) {
      int state = step * MODES.size() + mode.ordinal();
      if (!known[state]) {
        known[state] = true;
        states[count++] = state;
      }
    }

    void clear() {
      for (int i = 0; i < count; i++) {
        known[states[i]] = false;
      }
      count = 0;
    }

    int step(int i) {
      return states[i] / MODES.size();
    }

    Mode mode(int i) {
      return MODES.get(states[i] % MODES.size());
    }

    /** Adds what is reached without a character; states are added while they are walked. */
    void close() {
      for (int i = 0; i < count; i++) {
        int at = step(i);
        Mode mode = mode(i);
        if (mode == Mode.CROSSING) {
          continue;
        }
        if (steps[at] instanceof GlobStep.Jump jump) {
          add(jump.target(), mode);
        } else if (steps[at] instanceof GlobStep.Split split) {
          split.targets().forEach(target -> add(target, mode));
        } else {
          close(at, mode);
        }
      }
    }

    private void close(int at, Mode mode) {
      if (mode == Mode.SLASH_DUE) {
        if (isSlash(at)) {
          add(at + 1, Mode.START);
        }
        return;
      }
      if (steps[at] instanceof GlobStep.Globstar && mode == Mode.START) {
        add(at, Mode.CROSSING);
        add(at + 1, Mode.SLASH_DUE);
      }
      if (isStar(at, mode)) {
        add(at + 1, Mode.WITHIN);
      }
    }

    void advance(int character, States into) {
      for (int i = 0; i < count; i++) {
        int at = step(i);
        Mode mode = mode(i);
        switch (mode) {
          case CROSSING -> {
            into.add(at, Mode.CROSSING);
            if (character == '/') {
              into.add(at + 1, Mode.SLASH_DUE);
            }
          }
          case START, WITHIN -> advance(at, mode, character, into);
          case SLASH_DUE -> {}
        }
      }
    }

    private void advance(int at, Mode mode, int character, States into) {
      GlobStep step = steps[at];
      if (step instanceof GlobStep.One one && one.character() == character) {
        into.add(at + 1, character == '/' ? Mode.START : Mode.WITHIN);
      } else if ((step instanceof GlobStep.Any && character != '/')
          || (step instanceof GlobStep.OneOf set && set.has(character))) {
        into.add(at + 1, Mode.WITHIN);
      } else if (isStar(at, mode) && character != '/') {
        into.add(at, Mode.WITHIN);
      }
    }

    boolean accept() {
      for (int i = 0; i < count; i++) {
        int at = step(i);
        boolean accepted =
            switch (mode(i)) {
              case START, WITHIN -> steps[at] instanceof GlobStep.End || leavesFolder[at];
              case CROSSING -> atEnd[at + 1];
              case SLASH_DUE -> false;
            };
        if (accepted) {
          return true;
        }
      }
      return false;
    }
  }
}
