package dev.avow.policy.version.line;

import dev.avow.policy.version.line.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a row apart into words. */
final class Tokens {

  private static final String SIGNS = "<>=";
  private static final String COMMAS = ",;&/|";
  private static final String LATEST = ".latest";
  private static final String PRE = "pre-";

  private final String text;
  private int at;
  private final List<Token> tokens = new ArrayList<>();

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    Tokens tokens = new Tokens(text);
    while (tokens.at < text.length()) {
      tokens.next();
    }
    return tokens.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (SIGNS.indexOf(c) >= 0) {
      add(Kind.SIGN, run(SIGNS));
    } else if (COMMAS.indexOf(c) >= 0) {
      at++;
      add(Kind.COMMA, ",");
    } else if (c == '+') {
      at++;
      add(Kind.PLUS, "+");
    } else if (Character.isLetterOrDigit(c) || c == '*') {
      word(word());
    } else if (c == '!') {
      // What is excluded is no word that rows are written in: better not understood than dropped.
      at++;
      add(Kind.WORD, "!");
    } else {
      if (c == '-') {
        add(Kind.DASH, "-");
      }
      at++;
    }
  }

  private void add(Kind kind, String word) {
    tokens.add(new Token(kind, word));
  }

  private String run(String characters) {
    int from = at;
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private String word() {
    int from = at;
    while (at < text.length() && isPartOfWord(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean isPartOfWord(char c) {
    boolean joint = "._-'’!".indexOf(c) >= 0;
    boolean goesOn = at + 1 < text.length() && isInner(text.charAt(at + 1));
    return isInner(c) || (goesOn && (joint || c == '+'));
  }

  private static boolean isInner(char c) {
    return Character.isLetterOrDigit(c) || c == '*';
  }

  /** Behind the dash of {@code 1.0-1.4} stands a version, behind that of {@code 1.0-1} none. */
  private static boolean isStretch(String word) {
    int dash = word.indexOf('-');
    String behind = word.substring(dash + 1);
    return dash > 0
        && behind.contains(".")
        && behind.indexOf('-') < 0
        && Wildcards.isVersion(word.substring(0, dash))
        && Wildcards.isVersion(behind);
  }

  private void word(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith(LATEST) && Wildcards.isVersion(lower.replace(LATEST, ".x"))) {
      add(Kind.WORD, "latest");
      add(Kind.VERSION, word.substring(0, word.length() - LATEST.length()) + ".x");
    } else if (lower.startsWith(PRE) && Wildcards.isVersion(word.substring(PRE.length()))) {
      add(Kind.SIGN, "<");
      add(Kind.VERSION, word.substring(PRE.length()));
    } else if (isStretch(word)) {
      add(Kind.VERSION, word.substring(0, word.indexOf('-')));
      add(Kind.DASH, "-");
      add(Kind.VERSION, word.substring(word.indexOf('-') + 1));
    } else if (Wildcards.isVersion(word)) {
      add(Kind.VERSION, word);
    } else {
      add(Kind.WORD, lower.replace("-", "").replace("’", "'"));
    }
  }
}
