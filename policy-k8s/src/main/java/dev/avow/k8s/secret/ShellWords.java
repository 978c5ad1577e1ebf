package dev.avow.k8s.secret;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a script into words as a shell does, as far as quotes and the ends of commands go. Nothing
 * is expanded.
 */
final class ShellWords {

  private static final String ENDS = ";|&\n()";

  private final String script;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean started;

  private ShellWords(String script) {
    this.script = script;
  }

  /** Returns the words of {@code script}; the end of a command is an empty word. */
  static List<String> of(String script) {
    ShellWords split = new ShellWords(script);
    char quote = 0;
    for (int i = 0; i < script.length(); i++) {
      char c = script.charAt(i);
      if (quote != 0) {
        quote = split.quoted(c, quote);
      } else if (c == '\'' || c == '"') {
        quote = c;
        split.started = true;
      } else if (c == '\\' && i + 1 < script.length()) {
        i++;
        split.append(script.charAt(i));
      } else if (c == '$' && i + 1 < script.length() && script.charAt(i + 1) == '(') {
        i = split.substitution(i);
      } else {
        split.plain(c);
      }
    }
    split.end();
    return split.words;
  }

  private char quoted(char c, char quote) {
    if (c == quote) {
      return 0;
    }
    append(c);
    return quote;
  }

  /** Takes {@code $(…)} whole, and returns where it ends. */
  private int substitution(int from) {
    int depth = 0;
    int i = from + 1;
    for (; i < script.length(); i++) {
      depth += script.charAt(i) == '(' ? 1 : script.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        break;
      }
    }
    int last = Math.min(i, script.length() - 1);
    script.substring(from, last + 1).chars().forEach(c -> append((char) c));
    return last;
  }

  private void plain(char c) {
    if (ENDS.indexOf(c) >= 0) {
      end();
      words.add("");
    } else if (Character.isWhitespace(c)) {
      end();
    } else {
      append(c);
    }
  }

  private void append(char c) {
    word.append(c);
    started = true;
  }

  private void end() {
    if (started) {
      words.add(word.toString());
    }
    word.setLength(0);
    started = false;
  }
}
