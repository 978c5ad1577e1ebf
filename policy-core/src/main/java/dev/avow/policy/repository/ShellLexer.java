package dev.avow.policy.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a shell script into words and operators: quotes, comments, continued lines, heredocs,
 * substitutions, and <code>${{ … }}</code>, which a workflow fills in before the shell sees it.
 */
final class ShellLexer {

  /** A word or an operator. */
  record Token(String text, boolean operator) {}

  private static final List<String> OPERATORS =
      List.of("&&", "||", ";;", "|&", ";", "|", "&", "(", ")", "\n");

  private static final Set<Character> REDIRECTIONS = Set.of('<', '>');

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Heredoc> waiting = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean open;
  private int at;

  ShellLexer(String text) {
    this.text = text.replace("\r\n", "\n");
  }

  List<Token> tokens() {
    while (at < text.length()) {
      step(text.charAt(at));
    }
    endWord();
    return tokens;
  }

  private void step(char c) {
    if (c == '\\') {
      escaped();
    } else if (c == '\'' || c == '"') {
      quoted(c);
    } else if (c == '$' || c == '`') {
      substitution();
    } else if (c == '#' && !open) {
      at = endOfLine();
    } else if (c == ' ' || c == '\t') {
      endWord();
      at++;
    } else if (REDIRECTIONS.contains(c)) {
      redirection();
    } else {
      operatorOr(c);
    }
  }

  private void operatorOr(char c) {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator, at)) {
        endWord();
        tokens.add(new Token(operator, true));
        at += operator.length();
        if (c == '\n') {
          skipHeredocs();
        }
        return;
      }
    }
    append(1);
  }

  private void append(int count) {
    open = true;
    word.append(text, at, Math.min(text.length(), at + count));
    at += count;
  }

  private void endWord() {
    if (open) {
      tokens.add(new Token(word.toString(), false));
    }
    word.setLength(0);
    open = false;
  }

  private void escaped() {
    if (text.startsWith("\\\n", at)) {
      at += 2;
      return;
    }
    at++;
    append(1);
  }

  private void quoted(char quote) {
    open = true;
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      if (quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
        append(1);
      } else if (quote == '"' && text.charAt(at) == '$') {
        substitution();
      } else {
        append(1);
      }
    }
    at++;
  }

  /** Takes what is filled in later as it stands. */
  private void substitution() {
    if (text.startsWith("${{", at)) {
      int end = text.indexOf("}}", at);
      append(end < 0 ? text.length() - at : end + 2 - at);
    } else if (text.startsWith("$(", at)) {
      append(nested('(', ')'));
    } else if (text.startsWith("${", at)) {
      append(nested('{', '}'));
    } else if (text.charAt(at) == '`') {
      int end = text.indexOf('`', at + 1);
      append(end < 0 ? text.length() - at : end + 1 - at);
    } else {
      append(1);
    }
  }

  private int nested(char opening, char closing) {
    int depth = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == opening ? 1 : c == closing ? -1 : 0;
      if (depth == 0) {
        return i + 1 - at;
      }
    }
    return text.length() - at;
  }

  /** Redirections do not change what a command is; heredocs bring lines that are none. */
  private void redirection() {
    int line = endOfLine();
    if (text.startsWith("<<", at) && !text.startsWith("<<<", at)) {
      Heredoc.in(text.substring(at, line)).stream().findFirst().ifPresent(waiting::add);
    }
    if (open && word.chars().allMatch(Character::isDigit)) {
      word.setLength(0);
      open = false;
    }
    endWord();
    while (at < line && "<>&-|".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    while (at < line && text.charAt(at) == ' ') {
      at++;
    }
    int kept = tokens.size();
    while (at < line && " \t;|&()".indexOf(text.charAt(at)) < 0) {
      step(text.charAt(at));
    }
    endWord();
    while (tokens.size() > kept) {
      tokens.remove(tokens.size() - 1);
    }
  }

  private void skipHeredocs() {
    for (Heredoc heredoc : waiting) {
      boolean ended = false;
      while (!ended && at < text.length()) {
        int end = endOfLine();
        ended = heredoc.endsWith(text.substring(at, end));
        at = Math.min(text.length(), end + 1);
      }
    }
    waiting.clear();
  }

  private int endOfLine() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
