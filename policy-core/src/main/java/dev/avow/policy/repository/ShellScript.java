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
      Set.of("then", "else", "fi", "do", "done", "{", "}", "time", "exec", "sudo", "command");

  /** Twice what GitHub accepts; a longer text is no script that anybody runs. */
  private static final int LONGEST = 1 << 16;

  private final List<Token> tokens;
  private final BitSet taken;
  private final BitSet takenInPipes;
  private final List<ShellCommand> commands = new ArrayList<>();
  private boolean stopsOnError = true;
  private boolean pipesFail;
  private boolean condition;

  private ShellScript(List<Token> tokens, boolean pipesFail) {
    this.tokens = tokens;
    this.taken = new ShellFailures(tokens, false).taken();
    this.takenInPipes = new ShellFailures(tokens, true).taken();
    this.pipesFail = pipesFail;
  }

  /**
   * Returns the commands of {@code text}; none if it is too long for a script.
   *
   * @param pipesFail whether a pipe fails where any part of it does, as by {@code shell: bash}
   */
  static List<ShellCommand> commands(String text, boolean pipesFail) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    ShellScript script = new ShellScript(new ShellLexer(text).tokens(), pipesFail);
    script.read();
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
    List<String> assignments = new ArrayList<>();
    while (!words.isEmpty() && isAssignment(words.get(0))) {
      assignments.add(words.remove(0));
    }
    if (!words.isEmpty()) {
      options(words);
      boolean guarded = negated || condition || !stopsOnError || isTaken(end);
      commands.add(new ShellCommand(List.copyOf(words), List.copyOf(assignments), guarded));
    }
  }

  private static boolean isBetween(String word) {
    return word.equals("then") || word.equals("do");
  }

  private static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    return equals > 0
        && word.substring(0, equals)
            .chars()
            .allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  private void options(List<String> words) {
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
