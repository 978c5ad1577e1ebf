package dev.avow.policy.repository;

import dev.avow.policy.repository.ShellLexer.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The commands of a shell script, and for each whether the script goes on when it fails.
 *
 * <p>Workflows run scripts with {@code bash -e}: a command that fails ends the script, unless
 * something behind it takes the failure, it is a condition, or {@code set +e} is in force.
 */
final class ShellScript {

  private static final Set<String> CONDITIONS = Set.of("if", "elif", "while", "until");
  private static final Set<String> WORDS_BETWEEN =
      Set.of("then", "else", "fi", "do", "done", "{", "}", "time", "exec", "command");

  /** Twice what GitHub accepts; a longer text is no script that anybody runs. */
  private static final int LONGEST = 1 << 16;

  private final List<Token> tokens;
  private final BitSet taken;
  private final BitSet takenInPipes;
  private final List<ShellCommand> commands = new ArrayList<>();
  private final List<String> exported = new ArrayList<>();
  private boolean stopsOnError;
  private boolean pipesFail;
  private boolean condition;

  private ShellScript(List<Token> tokens, boolean stopsOnError, boolean pipesFail) {
    this.tokens = tokens;
    this.stopsOnError = stopsOnError;
    this.taken = new ShellFailures(tokens, false).taken();
    this.takenInPipes = new ShellFailures(tokens, true).taken();
    this.pipesFail = pipesFail;
  }

  /**
   * Returns the commands of {@code text}; none if it is too long for a script.
   *
   * @param stopsOnError whether it ends where a command fails, as by {@code bash -e}
   * @param pipesFail whether a pipe fails where any part of it does, as by {@code shell: bash}
   */
  static List<ShellCommand> commands(String text, boolean stopsOnError, boolean pipesFail) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    ShellScript script = new ShellScript(new ShellLexer(text).tokens(), stopsOnError, pipesFail);
    script.read();
    script.answer();
    return script.commands;
  }

  private void read() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.operator()) {
        command(words, i);
        words.clear();
      } else {
        words.add(token.text());
      }
    }
    command(words, tokens.size());
  }

  private void command(List<String> written, int end) {
    List<String> words = new ArrayList<>(written);
    boolean negated = false;
    boolean leading = true;
    while (leading && !words.isEmpty()) {
      String first = words.get(0);
      condition = CONDITIONS.contains(first) || (condition && !isBetween(first));
      negated |= first.equals("!");
      leading = CONDITIONS.contains(first) || first.equals("!") || WORDS_BETWEEN.contains(first);
      if (leading) {
        words.remove(0);
      }
    }
    List<String> assignments = ShellWrappers.takeOff(words);
    if (!words.isEmpty()) {
      options(words);
      boolean passedOver = !stopsOnError && !isLast(end);
      boolean guarded = negated || condition || passedOver || isTaken(end);
      assignments.addAll(exported);
      commands.add(new ShellCommand(List.copyOf(words), List.copyOf(assignments), guarded, false));
    }
  }

  /** Returns whether nothing is behind {@code end}: what fails there is how the script ends. */
  private boolean isLast(int end) {
    return tokens.subList(end, tokens.size()).stream()
        .allMatch(it -> it.operator() && (it.text().equals("\n") || it.text().equals(";")));
  }

  /** A failure that is taken first may be given back by an exit further down. */
  private void answer() {
    boolean ends = false;
    for (int i = commands.size() - 1; i >= 0; i--) {
      ShellCommand command = commands.get(i);
      if (ends && command.guarded()) {
        commands.set(i, command.asAnswered());
      }
      ends |= command.mayEndInFailure();
    }
  }

  private static boolean isBetween(String word) {
    return word.equals("then") || word.equals("do");
  }

  private void options(List<String> words) {
    if (words.get(0).equals("export")) {
      words.stream().filter(ShellWrappers::isAssignment).forEach(it -> exported.add(0, it));
    }
    if (!words.get(0).equals("set")) {
      return;
    }
    for (String option : words.subList(1, words.size())) {
      boolean letters = !option.startsWith("--") && option.length() > 1;
      if (letters && option.contains("e") && "+-".indexOf(option.charAt(0)) >= 0) {
        stopsOnError = option.charAt(0) == '-';
      }
      pipesFail |= option.equals("pipefail");
    }
  }

  private boolean isTaken(int end) {
    return end < tokens.size() && (pipesFail ? takenInPipes : taken).get(end);
  }
}
