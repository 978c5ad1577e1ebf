package dev.avow.policy.repository;

import dev.avow.policy.repository.ShellLexer.Token;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the operators of a script behind which a failure of the command before is taken, so that
 * the script goes on.
 *
 * <p>What an operator does may depend on the next one, so they are looked at from the last to the
 * first, each once.
 */
final class ShellFailures {

  private final List<Token> tokens;
  private final boolean pipesFail;
  private final BitSet taken = new BitSet();

  /** The place of the last word: behind it, nothing can go on. */
  private int lastWord = -1;

  /** The first end of a list of commands that is not before the operator at hand. */
  private int nextEnd;

  ShellFailures(List<Token> tokens, boolean pipesFail) {
    this.tokens = tokens;
    this.pipesFail = pipesFail;
    this.nextEnd = tokens.size();
  }

  /** Returns the places of these operators. */
  BitSet taken() {
    int next = tokens.size();
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (!token.operator()) {
        lastWord = Math.max(lastWord, i);
        continue;
      }
      taken.set(i, isTaken(i, next));
      if (token.text().equals("\n") || token.text().equals(";")) {
        nextEnd = i;
      }
      next = i;
    }
    return taken;
  }

  private boolean isTaken(int operator, int next) {
    boolean later = next < tokens.size() && taken.get(next);
    return switch (tokens.get(operator).text()) {
      case "||" -> !failsAgain(operator + 1);
      case "&" -> true;
      case "|", "|&" -> !pipesFail || later;
      case "&&" -> lastWord > nextEnd || later;
      default -> false;
    };
  }

  /** Returns whether the command at {@code from} ends the script with a failure. */
  private boolean failsAgain(int from) {
    int at = from;
    while (at < tokens.size() && tokens.get(at).operator() && tokens.get(at).text().equals("\n")) {
      at++;
    }
    boolean group = at < tokens.size() && tokens.get(at).text().equals("{");
    return group ? groupFails(at + 1) : fails(at);
  }

  private boolean fails(int at) {
    String first = at < tokens.size() ? tokens.get(at).text() : "";
    String code = at + 1 < tokens.size() ? tokens.get(at + 1).text() : "";
    boolean exits = first.equals("exit") || first.equals("return");
    return first.equals("false") || (exits && !code.equals("0") && !code.equals("\n"));
  }

  /** Returns whether {@code { …; exit 1; }} fails: by a command that nothing makes conditional. */
  private boolean groupFails(int from) {
    boolean begins = true;
    for (int i = from; i < tokens.size() && !tokens.get(i).text().equals("}"); i++) {
      String text = tokens.get(i).text();
      boolean plain = text.equals(";") || text.equals("\n");
      if ((tokens.get(i).operator() && !plain) || text.equals("if")) {
        return false;
      }
      boolean lastStatus = i + 1 < tokens.size() && tokens.get(i + 1).text().equals("$?");
      if (begins && fails(i) && !lastStatus) {
        return true;
      }
      begins = plain;
    }
    return false;
  }
}
