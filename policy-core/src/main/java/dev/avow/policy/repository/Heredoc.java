package dev.avow.policy.repository;

import java.util.ArrayList;
import java.util.List;

/**
 * The opening of a heredoc.
 *
 * @param delimiter the line that ends it
 * @param tabs whether tabs before that line do not count
 */
record Heredoc(String delimiter, boolean tabs) {

  /** Returns the heredocs that {@code command} opens, outside of quotes, in order. */
  static List<Heredoc> in(String command) {
    List<Heredoc> found = new ArrayList<>();
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (command.startsWith("<<<", i)) {
        i += 2;
      } else if (command.startsWith("<<", i) && beginsWord(command, i)) {
        boolean tabs = command.startsWith("-", i + 2);
        String name = name(command, i + (tabs ? 3 : 2));
        if (!name.isEmpty()) {
          found.add(new Heredoc(name, tabs));
        }
        i++;
      }
    }
    return found;
  }

  /** Inside a word, as in {@code $((1<<2))}, nothing is opened; a number may stand before it. */
  private static boolean beginsWord(String command, int at) {
    int from = at;
    while (from > 0 && Character.isDigit(command.charAt(from - 1))) {
      from--;
    }
    return from == 0 || Character.isWhitespace(command.charAt(from - 1));
  }

  private static String name(String command, int from) {
    int at = from;
    char quote = at < command.length() ? command.charAt(at) : ' ';
    boolean quoted = quote == '"' || quote == '\'';
    at += quoted ? 1 : 0;
    int start = at;
    while (at < command.length() && isName(command.charAt(at))) {
      at++;
    }
    return command.substring(start, at);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  boolean endsWith(String line) {
    String end = line;
    while (tabs && end.startsWith("\t")) {
      end = end.substring(1);
    }
    return end.equals(delimiter);
  }
}
